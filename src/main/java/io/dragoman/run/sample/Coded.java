package io.dragoman.run.sample;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.SourceLayout;
import io.dragoman.model.TargetKind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a mapping deals in codes: columns that hold them or are translated by a table, and fields that take only some words. */
final class Coded {
    private static final Set<String> COLUMNS = Set.of("code", "bool");
    private static final Set<String> FIELDS = Set.of("lead-labels", "pipeline", "stage", "activity-type", "yes-no");
    private static final String VALUES = "values";

    private final Mapping mapping;
    private final SourceLayout layout;
    private final TargetKind kind;

    Coded(Mapping mapping, SourceLayout layout, TargetKind kind) {
        this.mapping = mapping;
        this.layout = layout;
        this.kind = kind;
    }

    /** Whether the field takes only words that the account lists. */
    boolean field(Mapping.Row row) {
        FieldType type = row.type();
        return type == null
                ? FIELDS.contains(kind.fields().getOrDefault(row.target(), ""))
                : type == FieldType.CHOICE || type == FieldType.SEVERAL_CHOICES;
    }

    /** Fields the row reads that hold codes, named as the row names them. */
    Set<String> columns(Mapping.Row row) {
        Set<String> coded = new LinkedHashSet<>(translated(row));
        row.reads().stream().filter(this::holdsCodes).forEach(coded::add);
        return coded;
    }

    private Set<String> translated(Mapping.Row row) {
        Set<String> translated = new LinkedHashSet<>();
        for (Mapping.Step step : row.as()) {
            if (step.transform().equals(VALUES)) {
                translated.addAll(row.from());
            } else if (step.transform().equals("at") && step.argument() instanceof Map<?, ?> places) {
                places.forEach((place, steps) -> {
                    int at = place.toString().matches("[0-9]{1,3}") ? Integer.parseInt(place.toString()) : 0;
                    if (at >= 1 && at <= row.from().size() && translates(steps)) {
                        translated.add(row.from().get(at - 1));
                    }
                });
            }
        }
        return translated;
    }

    private static boolean translates(Object steps) {
        if (steps instanceof Map<?, ?> step) {
            return step.containsKey(VALUES);
        }
        return steps instanceof Collection<?> several && several.stream().anyMatch(Coded::translates);
    }

    private boolean holdsCodes(String field) {
        int dot = field.indexOf('.');
        String object = dot < 0 ? mapping.sourceObject() : gathered(field.substring(0, dot));
        String column = field.substring(dot + 1);
        SourceLayout.SourceObject of = layout.objects().get(object);
        List<SourceLayout.Column> columns = of == null ? List.of() : of.columns();
        return columns.stream().anyMatch(one -> one.name().equals(column) && COLUMNS.contains(one.type()));
    }

    private String gathered(String name) {
        return mapping.gathers().stream()
                .filter(gather -> gather.name().equals(name))
                .map(gather -> gather.from().substring(gather.from().indexOf('.') + 1))
                .findFirst()
                .orElse("");
    }
}
