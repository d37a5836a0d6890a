package io.dragoman.run;

import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Lineages;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prepares records that got lost in the target to travel once more: they leave the lineage, and so do those joined to
 * them; what is linked to them is looked at again, because it will have to be linked to what is made now.
 */
public final class Mending {
    private final Lineages lineages;
    private final List<Mapping> mappings;

    /** @param mappings of the migration, in the order of their phases */
    public Mending(Lineages lineages, List<Mapping> mappings) {
        this.lineages = lineages;
        this.mappings = List.copyOf(mappings);
    }

    /**
     * Lets records go.
     *
     * @param missing source keys of the mapping's lost records, with the ids they had
     * @return keys of all records that have to travel again, by mapping
     */
    public Map<String, Set<String>> letGo(String run, Mapping mapping, Map<String, TargetId> missing) {
        Set<TargetId> lost = new HashSet<>(missing.values());
        Map<String, Set<String>> again = new HashMap<>();
        lineages.backwards(mapping.name()).forEachRemaining(known -> {
            if (lost.contains(known.target())) {
                lineages.forget(run, mapping.name(), known.key());
                again.computeIfAbsent(mapping.name(), any -> new HashSet<>()).add(known.key());
            }
        });
        for (Mapping other : mappings) {
            List<Mapping.Row> links = Needed.links(other, mapping.name());
            if (!links.isEmpty()) {
                lineages.backwards(other.name()).forEachRemaining(known -> {
                    if (leadsTo(known, links, lost)) {
                        lineages.lookAgain(other.name(), known.key());
                        again.computeIfAbsent(other.name(), any -> new HashSet<>())
                                .add(known.key());
                    }
                });
            }
        }
        return again;
    }

    private static boolean leadsTo(Lineage known, List<Mapping.Row> links, Set<TargetId> lost) {
        return known.made()
                .filter(made -> links.stream().anyMatch(link -> leadsTo(made, link, lost)))
                .isPresent();
    }

    private static boolean leadsTo(TargetRecord made, Mapping.Row link, Set<TargetId> lost) {
        Object value = (link.custom() ? made.customFields() : made.fields()).get(link.target());
        return (value instanceof Collection<?> many ? many.stream().anyMatch(lost::contains) : lost.contains(value))
                || made.lines().stream()
                        .anyMatch(line -> lost.contains(line.fields().get(link.target())));
    }
}
