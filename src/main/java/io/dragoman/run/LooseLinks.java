package io.dragoman.run;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Links of ours that show nothing any more because what they led to is gone, which is no edit of theirs. The target is asked once
 * about each such record. Thread-safe.
 */
public final class LooseLinks {
    private static final String USER = "user";

    private final Target target;
    private final Function<String, Mapping> mappings;
    private final Map<String, Boolean> gone = new ConcurrentHashMap<>();

    /** @param mappings by their names */
    public LooseLinks(Target target, Function<String, Mapping> mappings) {
        this.target = target;
        this.mappings = mappings;
    }

    /** Those of the fields that are such links. */
    Set<String> among(Set<String> fields, Mapping mapping, TargetRecord made, HeldRecord now) {
        Set<String> loose = new TreeSet<>();
        Stream.concat(mapping.rows().stream(), lines(mapping))
                .filter(row -> fields.contains(row.target()) && !row.through().isEmpty())
                .filter(row -> isLoose(row, made, now))
                .forEach(row -> loose.add(row.target()));
        return loose;
    }

    /** The same of a record of ours that was not joined. */
    Set<String> among(Set<String> fields, Lineage row, HeldRecord now) {
        return fields.isEmpty()
                ? Set.of()
                : among(fields, mappings.apply(row.mapping()), row.made().orElseThrow(), now);
    }

    private static Stream<Mapping.Row> lines(Mapping mapping) {
        Mapping.Lines lines = mapping.lines();
        return lines == null ? Stream.empty() : lines.rows().stream();
    }

    private boolean isLoose(Mapping.Row row, TargetRecord made, HeldRecord now) {
        Object value = (row.custom() ? made.customFields() : made.fields()).get(row.target());
        boolean several = value instanceof Collection<?>;
        boolean shown = now.faces().values().stream()
                .anyMatch(face ->
                        face.field().equals(row.target()) && !face.text().isEmpty());
        return (several || !shown)
                && row.through().stream().anyMatch(through -> ids(value).anyMatch(id -> isGone(through, id)));
    }

    private static Stream<TargetId> ids(@Nullable Object value) {
        Collection<?> all = value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
        return all.stream().filter(TargetId.class::isInstance).map(TargetId.class::cast);
    }

    private boolean isGone(String through, TargetId id) {
        String kind = mappings.apply(through).targetKind();
        return !kind.equals(USER)
                && gone.computeIfAbsent(
                        kind + "/" + id.value(),
                        any -> !target.held(new HeldRequest(kind, Set.of(), List.of(), Set.of(id), null))
                                .hasNext());
    }
}
