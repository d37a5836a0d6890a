package io.dragoman.run;

import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Lineages;
import io.dragoman.model.FileFields;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares a record with what we last wrote of it, and says what is left to write. What people changed in the target
 * since is not looked at here. Thread-safe.
 */
public final class Differ {
    /** Stands for the lines of a record among the names of changed fields. */
    public static final String LINES = "lines";

    private final Lineages lineages;

    public Differ(Lineages lineages) {
        this.lineages = lineages;
    }

    /** The write that brings the target to this record; null when it is there already. */
    public @Nullable TargetWrite compare(TargetRecord record, Phase phase) {
        Optional<Lineage> known = phase.unknown().contains(phase.mapping().name())
                ? Optional.empty()
                : lineages.find(phase.mapping().name(), record.key());
        Optional<TargetRecord> written = known.flatMap(Lineage::made);
        if (written.isEmpty()) { // new, or joined to another record until now
            return new TargetWrite(Verb.CREATE, record, null, Set.of());
        }
        TargetRecord made = written.get();
        Set<String> changed = new TreeSet<>();
        differences(made.fields(), record.fields(), changed);
        differences(made.customFields(), record.customFields(), changed);
        if (!made.lines().equals(record.lines())) {
            changed.add(LINES);
        }
        if (FileFields.isFile(record) && !FileFields.matters(changed)) {
            changed.clear();
        }
        return changed.isEmpty()
                ? null
                : new TargetWrite(Verb.UPDATE, record, known.orElseThrow().target(), changed);
    }

    private static void differences(Map<String, Object> before, Map<String, Object> now, Set<String> changed) {
        now.forEach((field, value) -> {
            if (!value.equals(before.get(field))) {
                changed.add(field);
            }
        });
        before.keySet().stream().filter(field -> !now.containsKey(field)).forEach(changed::add);
    }
}
