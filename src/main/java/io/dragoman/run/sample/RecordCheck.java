package io.dragoman.run.sample;

import io.dragoman.model.FileFields;
import io.dragoman.model.Mapping;
import io.dragoman.model.PhiClass;
import io.dragoman.model.ReadBack;
import io.dragoman.model.Screened;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares one record of a sample, field by field: the source, what was written, what the account shows. */
public final class RecordCheck {
    private static final String ACTIVITY_TYPE = "activity-type";

    private final Mapping mapping;
    private final TargetKind kind;
    private final Screened source;
    private final TargetRecord written;
    private final @Nullable Set<String> ours;
    private final FieldCheck.Spot spot;

    /**
     * @param written what was sent last
     * @param ours fields we filled of a record the account had before; null for one that we made, whose every field is ours
     */
    public RecordCheck(
            Mapping mapping, TargetKind kind, Screened source, TargetRecord written, @Nullable Set<String> ours) {
        this.mapping = mapping;
        this.kind = kind;
        this.source = source;
        this.written = written;
        this.ours = ours;
        this.spot = new FieldCheck.Spot(mapping.name(), written.key());
    }

    /** Checks every field. @param held what the account shows; null when it has no such record any more */
    public void against(ReadBack.@Nullable Held held, Consumer<FieldCheck> into) {
        Map<String, Object> values = held == null ? Map.of() : held.values();
        for (Mapping.Row row : mapping.rows()) {
            if (!source.withheld().contains(row.target())) {
                field(row, values, into);
            }
        }
        mark(values, into);
        Mapping.Lines lines = mapping.lines();
        if (lines != null) {
            lines(lines, values.get("lines") instanceof List<?> list ? list : List.of(), into);
        }
    }

    private void field(Mapping.Row row, Map<String, Object> values, Consumer<FieldCheck> into) {
        Object expected = (row.custom() ? written.customFields() : written.fields()).get(row.target());
        Object got = values.get(row.target());
        if (FileFields.isFile(written) && row.target().equals(FileFields.CONTENT)) {
            // Lists tell the size of a file, and nothing else of its bytes.
            expected = written.fields().get(FileFields.SIZE);
            got = values.get(FileFields.SIZE);
        }
        Verdict verdict = verdict(row, expected, got);
        if (!Likeness.isNothing(expected) || !Likeness.isNothing(got)) {
            into.accept(FieldCheck.of(
                    spot,
                    row,
                    row.target(),
                    sources(row, source.record().fields(), Map.of(), ""),
                    expected,
                    got,
                    verdict));
        }
    }

    private Verdict verdict(Mapping.Row row, @Nullable Object expected, @Nullable Object got) {
        if (ours != null && !ours.contains(row.target())) {
            return Verdict.LEFT;
        }
        // A mapping may name a type by its key, which is its name in lower case.
        return kind.typeOf(row).equals(ACTIVITY_TYPE)
                ? Likeness.verdictOfWord(expected, got)
                : Likeness.verdict(expected, got);
    }

    /** The field that carries the source key; no row of the mapping gives it. */
    private void mark(Map<String, Object> values, Consumer<FieldCheck> into) {
        String keptIn = mapping.identity().keptIn();
        if (keptIn != null) {
            into.accept(new FieldCheck(
                    spot.mapping(),
                    spot.key(),
                    keptIn,
                    mapping.place(),
                    PhiClass.NONE,
                    spot.key(),
                    written.mark(),
                    String.valueOf(values.getOrDefault(keptIn, "")),
                    Likeness.verdict(written.customFields().get(keptIn), values.get(keptIn))));
        }
    }

    private void lines(Mapping.Lines lines, List<?> got, Consumer<FieldCheck> into) {
        List<?> children = source.record().fields().get(lines.each()) instanceof List<?> list ? list : List.of();
        int most = Math.max(got.size(), written.lines().size());
        for (int i = 0; i < most; i++) {
            Map<String, Object> expected =
                    i < written.lines().size() ? written.lines().get(i).fields() : Map.of();
            Map<?, ?> shown = i < got.size() && got.get(i) instanceof Map<?, ?> line ? line : Map.of();
            Map<?, ?> child = i < children.size() && children.get(i) instanceof Map<?, ?> one ? one : Map.of();
            for (Mapping.Row row : lines.rows()) {
                Object value = expected.get(row.target());
                Object back = shown.get(row.target());
                if (!source.withheld().contains("lines." + row.target())
                        && !(Likeness.isNothing(value) && Likeness.isNothing(back))) {
                    into.accept(FieldCheck.of(
                            spot,
                            row,
                            "lines." + (i + 1) + "." + row.target(),
                            sources(row, source.record().fields(), child, lines.each()),
                            value,
                            back,
                            Likeness.verdict(value, back)));
                }
            }
        }
    }

    /** What the source has in the fields a row reads. */
    private static List<Object> sources(Mapping.Row row, Map<String, Object> fields, Map<?, ?> child, String each) {
        List<Object> values = new ArrayList<>();
        for (String field : row.reads()) {
            int dot = field.indexOf('.');
            String name = dot < 0 ? field : field.substring(0, dot);
            String column = field.substring(dot + 1);
            Object value = name.equals(each) && dot >= 0 ? child.get(column) : fields.get(name);
            if (value instanceof List<?> children) {
                children.stream()
                        .map(one -> dot >= 0 && one instanceof Map<?, ?> columns ? columns.get(column) : null)
                        .filter(one -> one != null)
                        .forEach(values::add);
            } else if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
