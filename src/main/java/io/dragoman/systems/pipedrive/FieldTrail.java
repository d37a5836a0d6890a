package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.TargetId;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Traces of kinds with custom fields: the mark stands in one of these. */
final class FieldTrail {
    private final Calls calls;
    private final Lately lately;
    private final Words words;

    FieldTrail(Calls calls, Words words, Lately lately) {
        this.calls = calls;
        this.lately = lately;
        this.words = words;
    }

    Iterator<Trace> follow(Kind kind, TraceRequest asked) {
        Set<String> codes = asked.keptIn().stream()
                .map(field -> words.code(kind.word(), field))
                .collect(Collectors.toCollection(TreeSet::new));
        if (codes.isEmpty()) {
            return Collections.emptyIterator();
        }
        Map<String, String> query = lately.since(asked.since());
        query.put("custom_fields", String.join(",", codes));
        return StreamSupport.stream(calls.walk("traces", kind.path(), query).spliterator(), false)
                .flatMap(row -> trace(row, codes).stream())
                .iterator();
    }

    private static Optional<Trace> trace(JsonNode row, Set<String> codes) {
        Set<String> marks = codes.stream()
                .map(code -> row.path("custom_fields").path(code).asText(""))
                .collect(Collectors.toSet());
        return Optional.of(marks.iterator().next())
                .filter(mark -> marks.size() == 1 && !mark.isEmpty())
                .filter(mark -> !row.path("is_deleted").asBoolean(false))
                .map(mark -> new Trace(mark, new TargetId(row.path("id").asText())));
    }
}
