package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Lines;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.Screened;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetRecord.Line;
import io.dragoman.model.TargetRecord.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns screened source records into target records, as the mappings say. Built once for a migration; every row's
 * transforms are resolved then. Immutable, safe for several threads as far as the {@link MappingNotes} are.
 */
public final class Mapper {
    private final Map<String, PreparedMapping> prepared = new HashMap<>();

    /** A mapping with its rows made ready. */
    private record PreparedMapping(Mapping mapping, List<PreparedRow> rows, List<PreparedRow> lineRows) {}

    /** A mapper whose notes nobody counts. */
    public Mapper(Mappings mappings, Transforms transforms, Surroundings surroundings) {
        this(mappings, transforms, surroundings, MappingNotes.NONE);
    }

    /** @param notes hears of values that were cut or left out */
    public Mapper(Mappings mappings, Transforms transforms, Surroundings surroundings, MappingNotes notes) {
        for (Mapping mapping : mappings.all()) {
            TargetKind kind = mappings.kindOf(mapping);
            Lines lines = mapping.lines();
            prepared.put(
                    mapping.name(),
                    new PreparedMapping(
                            mapping,
                            mapping.rows().stream()
                                    .map(row -> row(row, null, kind, transforms, surroundings, notes))
                                    .toList(),
                            lines == null
                                    ? List.of()
                                    : lines.rows().stream()
                                            .map(row -> row(row, lines.each(), kind, transforms, surroundings, notes))
                                            .toList()));
        }
    }

    private static PreparedRow row(
            Row row,
            @Nullable String each,
            TargetKind kind,
            Transforms transforms,
            Surroundings surroundings,
            MappingNotes notes) {
        return new PreparedRow(row, each, kind.typeOf(row), transforms, surroundings, notes);
    }

    /**
     * The target record a source record becomes. Rows the policy withholds are not in it; links are references that wait for
     * ids; the key stands in the field the mapping keeps it in.
     *
     * @throws RecordProblem when a value cannot be taken; the place is the mapping's row and the record's key
     */
    public TargetRecord map(Screened screened, String mappingName) {
        PreparedMapping mapping = prepared.get(mappingName);
        if (mapping == null) {
            throw new IllegalArgumentException("no mapping " + mappingName);
        }
        Filled filled = new Filled(screened, mapping.mapping());
        filled.fill(mapping.rows(), Map.of());
        String keptIn = mapping.mapping().identity().keptIn();
        String key = screened.record().key();
        String token = screened.keyToken();
        String keptAs =
                keptIn == null ? token : mapping.mapping().identity().keptPrefix() + (token == null ? key : token);
        if (keptIn != null && keptAs != null) {
            filled.customFields.put(keptIn, keptAs);
        }
        return new TargetRecord(
                mappingName,
                mapping.mapping().targetKind(),
                key,
                keptAs,
                filled.fields,
                filled.customFields,
                lines(screened, mapping),
                filled.references);
    }

    private static List<Line> lines(Screened screened, PreparedMapping mapping) {
        Lines rows = mapping.mapping().lines();
        if (rows == null || !(screened.record().fields().get(rows.each()) instanceof List<?> children)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>(children.size());
        for (Object child : children) {
            Filled filled = new Filled(screened, mapping.mapping());
            filled.fill(mapping.lineRows(), child instanceof Map<?, ?> columns ? columns : Map.of());
            lines.add(new Line(filled.fields, filled.references));
        }
        return lines;
    }

    /** What rows have made of one record, or of one line of it. */
    private static final class Filled {
        private final Screened screened;
        private final Mapping mapping;
        private final Map<String, Object> fields = new LinkedHashMap<>();
        private final Map<String, Object> customFields = new LinkedHashMap<>();
        private final List<Reference> references = new ArrayList<>();

        private Filled(Screened screened, Mapping mapping) {
            this.screened = screened;
            this.mapping = mapping;
        }

        private void fill(List<PreparedRow> rows, Map<?, ?> child) {
            for (PreparedRow row : rows) {
                if (!screened.withheld().contains(row.screenedAs())) {
                    try {
                        fill(row, child);
                    } catch (ValueProblem problem) {
                        throw recordProblem(row.row(), problem);
                    }
                }
            }
        }

        private void fill(PreparedRow row, Map<?, ?> child) {
            Map<String, Object> source = screened.record().fields();
            if (row.row().isLink()) {
                Reference reference = row.reference(source, child);
                if (reference != null) {
                    references.add(reference);
                }
                return;
            }
            String token = screened.tokens().get(row.screenedAs());
            Object value = token == null ? row.value(source, child) : row.token(token);
            if (value != null) {
                (row.row().custom() ? customFields : fields).put(row.row().target(), value);
            }
        }

        private RecordProblem recordProblem(Row row, ValueProblem problem) {
            Place place = row.place();
            String where = new Place(place.file(), place.line(), 0) + " \"" + row.target() + "\": " + mapping.from()
                    + " " + screened.record().key();
            String from = row.from().isEmpty() ? "its argument" : String.join(", ", row.from());
            boolean missing = problem.code().equals("missing-value");
            String advice = (missing ? "has nothing in " + from : "has " + problem.shape() + " in " + from) + " "
                    + problem.advice();
            return new RecordProblem(new Problem(problem.code(), where, advice));
        }
    }
}
