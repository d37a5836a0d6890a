package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.LeaveOut;
import io.dragoman.model.SourceRecord;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the rule of a mapping by which a whole record stays behind. */
public final class LeaveOuts {
    private LeaveOuts() {}

    /** The first rule that applies to the record as it was read, before any screening; empty when it travels. */
    public static Optional<LeaveOut> rule(Mapping mapping, SourceRecord record) {
        for (LeaveOut rule : mapping.leaveOut()) {
            if (rule.holds() && applies(rule, record.fields())) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private static boolean applies(LeaveOut rule, Map<String, Object> fields) {
        for (Map.Entry<String, Set<String>> condition : rule.when().entrySet()) {
            Object value = fields.get(condition.getKey());
            if (!condition.getValue().contains(value == null ? "" : PlainText.of(value))) {
                return false;
            }
        }
        return true;
    }
}
