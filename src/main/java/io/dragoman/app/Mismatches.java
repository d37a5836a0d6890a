package io.dragoman.app;

import io.dragoman.run.Mismatch;
import io.dragoman.run.Mismatch.Sort;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a comparison found: counted, the first of each sort kept to be shown, and all of what can be healed. For one thread. */
final class Mismatches implements Consumer<Mismatch> {
    private static final int SHOWN = 20;

    private final Consumer<Mismatch> next;
    private final boolean heals;
    private final Map<String, Map<Sort, Long>> counts = new HashMap<>();
    private final Map<Sort, List<Mismatch>> first = new EnumMap<>(Sort.class);
    private final Map<Sort, Map<String, List<Mismatch>>> kept = new EnumMap<>(Sort.class);

    /**
     * Nothing found yet.
     *
     * @param next who is told of each as well
     * @param heals whether what can be healed is kept
     */
    Mismatches(Consumer<Mismatch> next, boolean heals) {
        this.next = next;
        this.heals = heals;
    }

    @Override
    public void accept(Mismatch mismatch) {
        counts.computeIfAbsent(mismatch.mapping(), none -> new EnumMap<>(Sort.class))
                .merge(mismatch.sort(), 1L, Long::sum);
        List<Mismatch> shown = first.computeIfAbsent(mismatch.sort(), none -> new ArrayList<>());
        if (shown.size() < SHOWN) {
            shown.add(mismatch);
        }
        if (heals && (mismatch.sort().ours() || mismatch.sort() == Sort.DELETED)) {
            kept.computeIfAbsent(mismatch.sort(), none -> new HashMap<>())
                    .computeIfAbsent(mismatch.mapping(), none -> new ArrayList<>())
                    .add(mismatch);
        }
        next.accept(mismatch);
    }

    /** @param mapping empty for records that none of ours can be named for */
    long count(String mapping, Sort sort) {
        return counts.getOrDefault(mapping, Map.of()).getOrDefault(sort, 0L);
    }

    long count(Sort sort) {
        return counts.values().stream()
                .mapToLong(bySort -> bySort.getOrDefault(sort, 0L))
                .sum();
    }

    /** How many there are of all sorts. */
    long count() {
        return List.of(Sort.values()).stream().mapToLong(this::count).sum();
    }

    /** Some of a sort, in the order in which they were found. */
    List<Mismatch> first(Sort sort) {
        return first.getOrDefault(sort, List.of());
    }

    /** All of a sort that healing concerns. */
    List<Mismatch> toHeal(Sort sort, String mapping) {
        return kept.getOrDefault(sort, Map.of()).getOrDefault(mapping, List.of());
    }
}
