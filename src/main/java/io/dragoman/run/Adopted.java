package io.dragoman.run;

import io.dragoman.ledger.Outcome;
import io.dragoman.ledger.WriteRow;
import io.dragoman.ledger.Writes;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What we wrote to a record that the account had before us, since it was adopted, the oldest first. */
public final class Adopted {
    private final List<WriteRow> rows = new ArrayList<>();

    private Adopted() {}

    /** Reads them from the ledger; empty when the record was never adopted. */
    public static Adopted of(Writes writes, String mapping, String key) {
        Adopted adopted = new Adopted();
        for (WriteRow row : writes.of(mapping, key)) {
            if (row.outcome() == Outcome.SETTLED && row.verb() == Verb.ADOPT) {
                adopted.rows.clear(); // what came before was put back
            }
            if (row.outcome() == Outcome.SETTLED && row.verb().changes()) {
                adopted.rows.add(row);
            }
        }
        return adopted;
    }

    /** Fields we changed. */
    public Set<String> changed() {
        Set<String> changed = new TreeSet<>();
        rows.forEach(row -> changed.addAll(row.write().changed()));
        return changed;
    }

    /**
     * The write that puts every field we changed back to what it was before we changed it first.
     *
     * @param made what we wrote last
     * @param staying fields that are left as they are
     */
    TargetWrite restore(TargetRecord made, TargetId target, Set<String> staying) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> custom = new LinkedHashMap<>();
        Set<String> done = new TreeSet<>();
        for (WriteRow row : rows) {
            Optional<TargetRecord> before = row.before();
            for (String field : row.write().changed()) {
                if (!staying.contains(field) && done.add(field) && before.isPresent()) {
                    copy(before.get().fields(), field, fields);
                    copy(before.get().customFields(), field, custom);
                }
            }
        }
        TargetRecord record = new TargetRecord(
                made.mapping(), made.kind(), made.key(), made.keptAs(), fields, custom, List.of(), List.of());
        return new TargetWrite(Verb.RESTORE, record, target, done);
    }

    private static void copy(Map<String, Object> from, String field, Map<String, Object> to) {
        Object value = from.get(field);
        if (value != null) {
            to.put(field, value);
        }
    }
}
