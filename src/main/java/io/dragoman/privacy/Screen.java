package io.dragoman.privacy;

import io.dragoman.model.Mapping;
import io.dragoman.model.Policy;
import io.dragoman.model.Screened;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps back what the policy does not let out. What is left of a record is exactly what the rows use that travel; of a row
 * whose value travels as a token, only the token is left. Built for one migration; safe for several threads.
 */
public final class Screen {
    private final Policy policy;
    private final Tokens tokens;
    private final Function<Mapping, TargetKind> kinds;
    private final Map<String, Passages> byMapping = new ConcurrentHashMap<>();

    /** @param kinds the target kind a mapping writes */
    public Screen(Policy policy, Tokens tokens, Function<Mapping, TargetKind> kinds) {
        this.policy = policy;
        this.tokens = tokens;
        this.kinds = kinds;
    }

    /** The record without what may not leave. */
    public Screened screen(SourceRecord record, Mapping mapping) {
        Passages passages =
                byMapping.computeIfAbsent(mapping.name(), none -> Passages.of(mapping, policy, kinds.apply(mapping)));
        Map<String, String> made = new HashMap<>();
        passages.tokens().forEach((target, row) -> {
            List<String> values = values(row, record.fields());
            if (!values.isEmpty()) {
                made.put(target, row.email() ? tokens.email(values) : tokens.text(values));
            }
        });
        SourceRecord left = new SourceRecord(
                record.object(), record.key(), record.row(), kept(record.fields(), passages), record.joins());
        return new Screened(left, passages.withheld(), made, passages.whole(), keyToken(record, mapping));
    }

    /** A key of the source names a person to whoever can look into the source. */
    private @Nullable String keyToken(SourceRecord record, Mapping mapping) {
        return policy.mode() == Policy.Mode.PSEUDONYMOUS ? tokens.text(List.of(mapping.name(), record.key())) : null;
    }

    private static Map<String, Object> kept(Map<String, Object> fields, Passages passages) {
        Map<String, Object> kept = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof List<?> children) {
                Set<String> columns = passages.gathered().get(name);
                if (columns != null) {
                    kept.put(name, children(children, columns));
                }
            } else if (passages.columns().contains(name)) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    private static List<Map<String, Object>> children(List<?> children, Set<String> columns) {
        List<Map<String, Object>> kept = new ArrayList<>(children.size());
        for (Object child : children) {
            Map<String, Object> cells = new LinkedHashMap<>();
            ((Map<?, ?>) child).forEach((column, cell) -> {
                if (columns.contains(String.valueOf(column))) {
                    cells.put(String.valueOf(column), cell);
                }
            });
            kept.add(cells);
        }
        return kept;
    }

    private static List<String> values(Passages.TokenRow row, Map<String, Object> fields) {
        List<String> values = new ArrayList<>();
        for (String field : row.reads()) {
            int dot = field.indexOf('.');
            Object value = fields.get(dot < 0 ? field : field.substring(0, dot));
            if (dot >= 0 && value instanceof List<?> children) {
                String column = field.substring(dot + 1);
                children.forEach(child -> add(values, ((Map<?, ?>) child).get(column)));
            } else if (!(value instanceof List)) {
                add(values, value);
            }
        }
        return values;
    }

    private static void add(List<String> values, @Nullable Object value) {
        if (value != null) {
            values.add(value.toString());
        }
    }
}
