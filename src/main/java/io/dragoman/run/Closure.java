package io.dragoman.run;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a target record is closed whose source record was deleted: an open deal is lost, an activity that is to come is done.
 * Other kinds have no end of their own.
 */
public final class Closure {
    private static final Map<String, Map<String, Object>> END = Map.of(
            "deal", Map.of("status", "lost", "lost_reason", "Deleted at the source"), "activity", Map.of("done", true));

    private Closure() {}

    /** Whether records of this kind can be closed. */
    public static boolean knows(String kind) {
        return END.containsKey(kind);
    }

    /** The fields that closing writes. */
    public static Set<String> fields(String kind) {
        return END.getOrDefault(kind, Map.of()).keySet();
    }

    /** The write that closes what we made; empty when it is closed already, or won. */
    public static Optional<TargetWrite> of(Lineage known) {
        TargetRecord made = known.made().orElseThrow();
        Map<String, Object> end = END.getOrDefault(known.kind(), Map.of());
        Object status = made.fields().get("status");
        if (end.isEmpty()
                || "won".equals(status)
                || "lost".equals(status)
                || Boolean.TRUE.equals(made.fields().get("done"))) {
            return Optional.empty();
        }
        Map<String, Object> fields = new LinkedHashMap<>(made.fields());
        fields.putAll(end);
        return Optional.of(new TargetWrite(Verb.UPDATE, made.withFields(fields), known.target(), end.keySet()));
    }
}
