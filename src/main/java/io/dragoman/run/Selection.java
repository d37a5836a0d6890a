package io.dragoman.run;

import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Lineages;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records that belong to the scope of a rollback. Of a mapping or a record that is taken back, everything that leads to it goes
 * along, and what leads to that.
 */
public final class Selection {
    private final UndoScope scope;
    private final Links links;
    private final Map<String, Ids> targets = new HashMap<>();

    private Selection(UndoScope scope, Links links) {
        this.scope = scope;
        this.links = links;
    }

    /** @param mappings in the order of their phases, so that what depends on a record comes after it */
    public static Selection of(UndoScope scope, Lineages lineages, List<Mapping> mappings, Links links) {
        Selection selection = new Selection(scope, links);
        if (scope.isPart()) {
            mappings.forEach(mapping -> selection.take(lineages.backwards(mapping.name())));
        }
        return selection;
    }

    private void take(Iterator<Lineage> rows) {
        rows.forEachRemaining(row -> {
            if (isNamed(row) || row.made().filter(this::depends).isPresent()) {
                targets.computeIfAbsent(row.kind(), any -> new Ids()).add(row.target());
            }
        });
    }

    private boolean isNamed(Lineage row) {
        return row.mapping().equals(scope.mapping())
                && (scope.key() == null || row.key().equals(scope.key()));
    }

    private boolean depends(TargetRecord made) {
        return links.of(made).entrySet().stream()
                .anyMatch(link -> link.getValue().stream().anyMatch(id -> has(link.getKey(), id)));
    }

    private boolean has(String kind, TargetId id) {
        Ids known = targets.get(kind);
        return known != null && known.contains(id);
    }

    /** Whether the record goes, as far as the scope tells. */
    public boolean covers(Lineage row) {
        if (scope.isPart()) {
            return row.joined() ? isNamed(row) : has(row.kind(), row.target());
        }
        return scope.run() == null || row.run().equals(scope.run());
    }

    /** Kinds of which records go; empty when the scope is not a part of the migration. */
    public Set<String> kinds() {
        return targets.keySet();
    }
}
