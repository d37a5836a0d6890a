package io.dragoman.app;

import io.dragoman.mapping.Mappings;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.PhiClass;
import io.dragoman.privacy.Mask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen of the values on their way. A column of the source is as protected as the strictest row that reads it, in whatever
 * mapping: what is plain in one field may be half of a name in another.
 */
final class Shown {
    private final Map<String, PhiClass> columns = new HashMap<>();

    Shown(Mappings mappings) {
        for (Mapping mapping : mappings.all()) {
            rows(mapping).forEach(row -> {
                columns(mapping, row).forEach(column -> columns.merge(column, row.phi(), Shown::stricter));
                row.phiOf().forEach((field, phi) -> columns.merge(column(mapping, field), phi, Shown::stricter));
            });
        }
    }

    /** All rows of a mapping, those of its lines among them. */
    static Stream<Row> rows(Mapping mapping) {
        Mapping.Lines lines = mapping.lines();
        return Stream.concat(mapping.rows().stream(), lines == null ? Stream.empty() : lines.rows().stream());
    }

    /** A value before it has become that of the field. */
    String onTheWay(@Nullable Object value, Mapping mapping, Row row) {
        return Mask.of(value, strictest(mapping, row));
    }

    private PhiClass strictest(Mapping mapping, Row row) {
        PhiClass strictest = row.strictest();
        for (String column : columns(mapping, row)) {
            strictest = stricter(strictest, columns.getOrDefault(column, PhiClass.NONE));
        }
        for (Mapping.Gather gather : mapping.gathers()) {
            if (row.from().contains(gather.name())) { // whole children, with what other rows read of them
                strictest = columns.entrySet().stream()
                        .filter(column -> column.getKey().startsWith(gather.from() + "."))
                        .map(Map.Entry::getValue)
                        .reduce(strictest, Shown::stricter);
            }
        }
        return strictest;
    }

    /** The value of the field. */
    String arrived(@Nullable Object value, Row row) {
        return Mask.of(value, row.strictest());
    }

    /** Any class but none is protected, and the mask makes no difference between them. */
    private static PhiClass stricter(PhiClass one, PhiClass other) {
        return one == PhiClass.NONE ? other : one;
    }

    private static Set<String> columns(Mapping mapping, Row row) {
        return row.reads().stream().map(field -> column(mapping, field)).collect(Collectors.toSet());
    }

    private static String column(Mapping mapping, String field) {
        int dot = field.indexOf('.');
        List<String> parts =
                dot < 0 ? List.of(mapping.from(), field) : List.of(of(mapping, field, dot), field.substring(dot + 1));
        return String.join(".", parts);
    }

    private static String of(Mapping mapping, String field, int dot) {
        return mapping.gathers().stream()
                .filter(gather -> gather.name().equals(field.substring(0, dot)))
                .map(Mapping.Gather::from)
                .findFirst()
                .orElse(mapping.from());
    }
}
