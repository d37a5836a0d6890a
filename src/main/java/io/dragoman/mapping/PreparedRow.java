package io.dragoman.mapping;

import io.dragoman.model.Mapping.IfMissing;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.TargetRecord.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row made ready once for all records: its fields looked up, its transforms resolved. Immutable. */
final class PreparedRow {
    private final Row row;
    private final String screenedAs;
    private final Field[] fields;
    private final Transform.Prepared[] steps;
    private final Transform.Notes notes;
    private final Fit fit;
    private final boolean takesSeveral;

    /**
     * Where a value is read.
     *
     * @param gather null for a column of the record; empty for a column of the line's own child
     */
    private record Field(@Nullable String gather, String column) {}

    /**
     * @param each gather whose children make lines; null for rows outside lines
     * @param type of the field the row fills
     */
    PreparedRow(
            Row row,
            @Nullable String each,
            String type,
            Transforms transforms,
            Surroundings surroundings,
            MappingNotes listener) {
        this.row = row;
        this.screenedAs = each == null ? row.target() : "lines." + row.target();
        this.fields = row.from().stream().map(name -> field(name, each)).toArray(Field[]::new);
        List<String> columns = TransformCheck.columns(row);
        this.steps = row.as().stream()
                .map(step -> transforms.prepare(step, columns, surroundings))
                .toArray(Transform.Prepared[]::new);
        this.notes = new Transform.Notes() {
            @Override
            public void noted(String code) {
                listener.noted(code, row);
            }

            @Override
            public void unlisted(Object value) {
                listener.unlisted(value, row);
            }
        };
        this.fit = new Fit(row, type);
        this.takesSeveral = type.equals("persons");
    }

    private static Field field(String name, @Nullable String each) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return new Field(null, name);
        }
        String gather = name.substring(0, dot);
        return new Field(gather.equals(each) ? "" : gather, name.substring(dot + 1));
    }

    Row row() {
        return row;
    }

    /** The name by which a screened record speaks of this row. */
    String screenedAs() {
        return screenedAs;
    }

    /** A token in the form of the field. */
    @Nullable
    Object token(String token) {
        return fit.fit(token);
    }

    /**
     * What the row makes of a record; null for nothing.
     *
     * @param record fields of the record
     * @param child columns of the line's child; empty outside lines
     * @throws ValueProblem when a value cannot be taken, or nothing comes out and the row does not allow it
     */
    @Nullable
    Object value(Map<String, Object> record, Map<?, ?> child) {
        return required(fit.fit(changed(record, child)));
    }

    /** The link the row makes of a record; null when it names nothing and that is allowed. */
    @Nullable
    Reference reference(Map<String, Object> record, Map<?, ?> child) {
        Object value = changed(record, child);
        List<@Nullable String> keys = new ArrayList<>();
        for (Object key : value instanceof List<?> several ? several : Arrays.asList(value)) {
            keys.add(key == null || PlainText.nothing(key) ? null : PlainText.of(key));
        }
        if (keys.size() > row.through().size()
                && !(takesSeveral && row.through().size() == 1)) {
            throw new ValueProblem("several-values", keys, "where through has fewer entries. Use first, or join-with.");
        }
        boolean named = required(PlainText.nothing(value) ? null : value) != null;
        return named || row.ifMissing() == IfMissing.FALLBACK_OWNER ? new Reference(row, keys) : null;
    }

    private @Nullable Object required(@Nullable Object value) {
        if (value == null && row.ifMissing() == IfMissing.QUARANTINE) {
            throw new ValueProblem(
                    "missing-value", "", "that leaves a field empty which must not be. Fill it at the source.");
        }
        return value;
    }

    private @Nullable Object changed(Map<String, Object> record, Map<?, ?> child) {
        Object value = read(record, child);
        for (Transform.Prepared step : steps) {
            value = step.apply(value, notes);
        }
        return value;
    }

    private @Nullable Object read(Map<String, Object> record, Map<?, ?> child) {
        if (row.single()) {
            return read(fields[0], record, child);
        }
        if (fields.length == 0) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>(fields.length);
        for (Field field : fields) {
            Object value = read(field, record, child);
            // A gather without children still holds its position.
            if (value instanceof List<?> several && !several.isEmpty()) {
                values.addAll(several);
            } else {
                values.add(value instanceof List ? null : value);
            }
        }
        return values;
    }

    private static @Nullable Object read(Field field, Map<String, Object> record, Map<?, ?> child) {
        if (field.gather() == null) {
            return record.get(field.column());
        }
        if (field.gather().isEmpty()) {
            return child.get(field.column());
        }
        if (!(record.get(field.gather()) instanceof List<?> children)) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>(children.size());
        for (Object one : children) {
            values.add(one instanceof Map<?, ?> columns ? columns.get(field.column()) : null);
        }
        return values;
    }
}
