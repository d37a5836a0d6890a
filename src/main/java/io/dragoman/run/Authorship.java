package io.dragoman.run;

import io.dragoman.model.Catalogue;
import io.dragoman.model.ChangesRequest;
import io.dragoman.model.FieldChange;
import io.dragoman.model.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Who changed fields of ours, and when, as the target remembers it. Asking costs, so only so many records are asked about. For one
 * thread.
 */
public final class Authorship {
    static final String UNKNOWN = "unknown";

    /** Two clocks may differ by so much, and so near to a write of ours nobody can say whose a program's change was. */
    private static final Duration NEAR = Duration.ofMinutes(5);

    private final Function<ChangesRequest, List<FieldChange>> changes;
    private final Map<String, List<Catalogue.Field>> customFields;
    private final Map<String, String> users = new HashMap<>();
    private int left;

    /**
     * Authors of one account's records.
     *
     * @param changes asks the target about one record
     * @param most records to ask about; of the others it says nothing
     */
    public Authorship(Function<ChangesRequest, List<FieldChange>> changes, Catalogue catalogue, int most) {
        this.changes = changes;
        this.customFields = catalogue.fields();
        catalogue.users().forEach(user -> users.put(user.id(), user.name()));
        this.left = most;
    }

    /** Whether it may still ask. */
    public boolean mayAsk() {
        return left > 0;
    }

    /**
     * For each of the fields who changed it and when, {@code unknown} where the target does not tell; empty once it asked about as many
     * records as it may.
     *
     * @param schemaKind kind under which the account keeps the custom fields of these records
     * @param written when we wrote the record last, by our clock
     */
    public Map<String, String> of(
            String kind, String schemaKind, TargetId id, Iterable<String> fields, Instant written) {
        if (left == 0) {
            return Map.of();
        }
        left--;
        Map<String, FieldChange> latest = new HashMap<>();
        changes.apply(new ChangesRequest(kind, id, customFields.getOrDefault(schemaKind, List.of())))
                .forEach(change -> latest.merge(
                        change.field(), change, (one, other) -> other.at().isAfter(one.at()) ? other : one));
        Map<String, String> told = new TreeMap<>();
        for (String field : fields) {
            FieldChange change = latest.get(field);
            told.put(field, change == null || mayBeOurs(change, written) ? UNKNOWN : text(change));
        }
        return told;
    }

    private static boolean mayBeOurs(FieldChange change, Instant written) {
        Instant from = written.minus(NEAR);
        return change.at().isBefore(from) || change.byProgram() && change.at().isBefore(written.plus(NEAR));
    }

    private String text(FieldChange change) {
        return users.getOrDefault(change.user(), "user " + change.user()) + ", "
                + change.at().truncatedTo(ChronoUnit.SECONDS);
    }
}
