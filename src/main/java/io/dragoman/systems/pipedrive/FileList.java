package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.ReadBack.Held;
import io.dragoman.model.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The lists of files: pages of a hundred by offset, newest first, read as they are used up. Thread-safe. */
final class FileList {
    private static final String PAGE = "100";

    /** A page of the list costs as much as this many files asked for one by one. */
    static final int FEW = 10;

    private final Calls calls;

    FileList(Calls calls) {
        this.calls = calls;
    }

    /** The files of a list that are not deleted. */
    Iterable<JsonNode> walk(String port, String path) {
        Iterable<JsonNode> rows = calls.walk(port, path, Map.of("limit", PAGE, "sort", "id DESC"));
        return () -> StreamSupport.stream(rows.spliterator(), false)
                .filter(FileList::isThere)
                .iterator();
    }

    /** The files with these ids that are still there; null for all. */
    Iterator<Held> held(String port, @Nullable Set<TargetId> ids) {
        return rows(port, ids, Instant.EPOCH).map(FileList::held).iterator();
    }

    /**
     * The rows of the files with these ids that are still there; null for all that were added since a moment, by the server's
     * clock.
     */
    Stream<JsonNode> rows(String port, @Nullable Set<TargetId> ids, Instant since) {
        if (ids == null) {
            return StreamSupport.stream(walk(port, Kind.FILE.path()).spliterator(), false)
                    .takeWhile(
                            whileNot(row -> Shown.moment(row.path("add_time")).isBefore(since)));
        }
        List<Long> numbers =
                ids.stream().map(id -> Long.valueOf(id.value())).sorted().toList();
        if (numbers.size() <= FEW) {
            return numbers.stream()
                    .map(id -> calls.send(Request.read(port, Kind.FILE.path(id.toString()), Map.of())
                                    .orGone())
                            .path("data"))
                    .filter(FileList::isThere);
        }
        long oldest = numbers.stream().min(Comparator.naturalOrder()).orElseThrow();
        return StreamSupport.stream(walk(port, Kind.FILE.path()).spliterator(), false)
                .takeWhile(whileNot(row -> row.path("id").asLong() < oldest))
                .filter(row -> ids.contains(new TargetId(row.path("id").asText())));
    }

    private static boolean isThere(JsonNode row) {
        return row.has("id") && row.path("active_flag").asBoolean(true);
    }

    private static Held held(JsonNode row) {
        Map<String, Object> values = new TreeMap<>();
        values.put("name", row.path("name").asText());
        values.put("size", BigDecimal.valueOf(row.path("file_size").asLong()));
        FileRequests.KEYS.forEach((field, key) -> {
            if (row.hasNonNull(key)) {
                values.put(field, new TargetId(row.path(key).asText()));
            }
        });
        return new Held(new TargetId(row.path("id").asText()), values);
    }

    /** The rows of a list up to the first that is too old, as long as the list really falls. */
    static Predicate<JsonNode> whileNot(Predicate<JsonNode> old) {
        return new Predicate<>() {
            private long before = Long.MIN_VALUE;

            @Override
            public boolean test(JsonNode row) {
                long id = row.path("id").asLong();
                boolean falls = id < before;
                before = id;
                return !(falls && old.test(row));
            }
        };
    }
}
