package io.dragoman.run;

import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Lineages;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which target records others of ours link to, so that they cannot go without leaving a hole. */
public final class Needed {
    private final Lineages lineages;
    private final List<Mapping> mappings;

    /** @param mappings of the migration */
    public Needed(Lineages lineages, List<Mapping> mappings) {
        this.lineages = lineages;
        this.mappings = List.copyOf(mappings);
    }

    /**
     * Those of a mapping's target records that a record in the ledger links to. Reads every record of the mappings that link to
     * this one.
     */
    public Set<TargetId> of(Mapping mapping, Set<TargetId> targets) {
        Set<TargetId> needed = new HashSet<>();
        for (Mapping other : targets.isEmpty() ? List.<Mapping>of() : mappings) {
            List<Mapping.Row> links = links(other, mapping.name());
            if (!links.isEmpty()) {
                lineages.backwards(other.name())
                        .forEachRemaining(known -> links(known, links)
                                .filter(TargetId.class::isInstance)
                                .map(TargetId.class::cast)
                                .filter(targets::contains)
                                .filter(target -> !isItself(target, known, mapping))
                                .forEach(needed::add));
            }
        }
        return needed;
    }

    /** Each kind numbers its records by itself: under the same number a record of another kind is another record. */
    private static boolean isItself(TargetId target, Lineage known, Mapping mapping) {
        return known.kind().equals(mapping.targetKind()) && target.equals(known.target());
    }

    /** Rows of a mapping, those of its lines among them, that link through another one. */
    static List<Mapping.Row> links(Mapping from, String to) {
        Mapping.Lines lines = from.lines();
        Collection<Mapping.Row> ofLines = lines == null ? List.of() : lines.rows();
        return Stream.concat(from.rows().stream(), ofLines.stream())
                .filter(row -> row.through().contains(to))
                .toList();
    }

    private static Stream<Object> links(Lineage known, List<Mapping.Row> links) {
        return known.made().stream().flatMap(made -> links.stream().flatMap(link -> values(made, link)));
    }

    private static Stream<Object> values(TargetRecord made, Mapping.Row link) {
        Object value = (link.custom() ? made.customFields() : made.fields()).get(link.target());
        Stream<?> own = value instanceof Collection<?> many ? many.stream() : Stream.ofNullable(value);
        return Stream.concat(
                own,
                made.lines().stream()
                        .flatMap(line -> Stream.ofNullable(line.fields().get(link.target()))));
    }
}
