package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Traces of notes: the mark stands in the last line of each part. A note of several parts has one trace, told when the last part came. */
final class NoteTrail {
    private final Calls calls;
    private final Lately lately;

    NoteTrail(Calls calls, Lately lately) {
        this.calls = calls;
        this.lately = lately;
    }

    Iterator<Trace> follow(TraceRequest asked) {
        Map<String, List<TreeMap<Integer, String>>> begun = new HashMap<>();
        Stream<Trace> whole = StreamSupport.stream(
                        calls.walk("traces", Kind.NOTE.path(), newestFirst(asked))
                                .spliterator(),
                        false)
                .filter(row -> row.path("active_flag").asBoolean(true))
                .flatMap(row -> trace(row, asked.mapping(), begun).stream());
        Stream<Trace> parts = Stream.of(begun)
                .flatMap(left -> left.entrySet().stream())
                .flatMap(mark -> mark.getValue().stream()
                        .map(ids -> new Trace(mark.getKey(), Notes.id(List.copyOf(ids.values())))));
        return Stream.concat(whole, parts).iterator();
    }

    private Map<String, String> newestFirst(TraceRequest asked) {
        Map<String, String> query = lately.oldSince(asked.since());
        query.put("sort", "id DESC");
        return query;
    }

    /** Of a note that was written twice the parts are told apart by their numbers alone, which is enough to see that there are two. */
    private static Optional<Trace> trace(
            JsonNode row, String mapping, Map<String, List<TreeMap<Integer, String>>> begun) {
        String content = row.path("content").asText();
        String mark = Marker.markIn(content, mapping).orElse(null);
        if (mark == null) {
            return Optional.empty();
        }
        String id = row.path("id").asText();
        Marker.Part part = Marker.partIn(content);
        if (part == null) {
            return Optional.of(new Trace(mark, Notes.id(List.of(id))));
        }
        List<TreeMap<Integer, String>> sets = begun.computeIfAbsent(mark, none -> new ArrayList<>());
        TreeMap<Integer, String> set = sets.stream()
                .filter(one -> !one.containsKey(part.number()))
                .findFirst()
                .orElseGet(() -> {
                    TreeMap<Integer, String> more = new TreeMap<>();
                    sets.add(more);
                    return more;
                });
        set.put(part.number(), id);
        if (set.size() < part.of()) {
            return Optional.empty();
        }
        sets.remove(set);
        return Optional.of(new Trace(mark, Notes.id(List.copyOf(set.values()))));
    }
}
