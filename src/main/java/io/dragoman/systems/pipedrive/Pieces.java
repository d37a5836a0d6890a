package io.dragoman.systems.pipedrive;

import io.dragoman.model.TargetId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Ids in the lots in which a list takes them, the oldest first. */
final class Pieces {
    private Pieces() {}

    static List<List<String>> of(Collection<TargetId> ids, int atOnce) {
        List<String> sorted = ids.stream()
                .map(TargetId::value)
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        List<List<String>> pieces = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += atOnce) {
            pieces.add(sorted.subList(from, Math.min(sorted.size(), from + atOnce)));
        }
        return pieces;
    }
}
