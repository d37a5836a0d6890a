package io.dragoman.inventory;

import io.dragoman.mapping.Mappings;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Policy;
import io.dragoman.model.Policy.Passage;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.staging.Layout;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the mappings of one system do with each column of its layout under a policy. Immutable. */
public final class ColumnUses {
    private final Layout layout;
    private final Map<String, ColumnUse> uses = new HashMap<>();

    private ColumnUses(Layout layout) {
        this.layout = layout;
    }

    public static ColumnUses of(Layout layout, Mappings mappings, Policy policy) {
        ColumnUses all = new ColumnUses(layout);
        for (Mapping mapping : mappings.all()) {
            if (mapping.sourceSystem().equals(layout.source().system())) {
                mapping.rows().forEach(row -> all.read(mapping, row, policy.passage(row, mappings.kindOf(mapping))));
                Mapping.Lines lines = mapping.lines();
                if (lines != null) {
                    lines.rows().forEach(row -> all.readByLine(mapping, lines, row, policy.linePassage(row)));
                }
                mapping.leftBehind().forEach((column, why) -> all.leave(mapping, column, why));
            }
        }
        return all;
    }

    /** What becomes of a column; where no mapping says how protected it is, the layout does. */
    ColumnUse of(String object, String column) {
        ColumnUse use = uses.getOrDefault(object + "." + column, ColumnUse.NONE);
        return use.phi().isPresent() ? use : use.as(layout.phi(object, column));
    }

    private void read(Mapping mapping, Row row, Passage passage) {
        for (String field : row.reads()) {
            int dot = field.indexOf('.');
            String name = dot < 0 ? field : field.substring(0, dot);
            Optional<String> child = gathered(mapping, name);
            if (child.isEmpty()) {
                note(mapping.sourceObject(), field, use(mapping, row, passage));
            } else if (dot > 0) {
                note(child.get(), field.substring(dot + 1), use(mapping, row, passage));
            }
        }
    }

    /** A column of a line is the child's own, or else the record's. */
    private void readByLine(Mapping mapping, Mapping.Lines lines, Row row, Passage passage) {
        String child = gathered(mapping, lines.each()).orElse(mapping.sourceObject());
        for (String field : row.reads()) {
            String column = field.substring(field.indexOf('.') + 1);
            note(has(child, column) ? child : mapping.sourceObject(), column, use(mapping, row, passage));
        }
    }

    private static Optional<String> gathered(Mapping mapping, String name) {
        return mapping.gathers().stream()
                .filter(gather -> gather.name().equals(name))
                .map(gather -> gather.from().substring(gather.from().indexOf('.') + 1))
                .findFirst();
    }

    private static ColumnUse use(Mapping mapping, Row row, Passage passage) {
        ColumnUse.Travel travel = switch (passage) {
            case AS_IT_IS -> ColumnUse.Travel.LEAVES;
            case AS_TOKEN -> ColumnUse.Travel.TOKEN;
            case NOT_AT_ALL -> ColumnUse.Travel.WITHHELD;
        };
        return new ColumnUse(Optional.of(row.phi()), Set.of(mapping.name()), travel, "");
    }

    private void leave(Mapping mapping, String column, String why) {
        int dot = column.indexOf('.');
        String object = dot < 0 ? mapping.sourceObject() : column.substring(0, dot);
        ColumnUse left = new ColumnUse(Optional.empty(), Set.of(), ColumnUse.Travel.STAYS, why);
        if (column.endsWith(".*")) {
            SourceObject all = layout.source().objects().get(object);
            if (all != null) {
                all.columns().forEach(one -> note(object, one.name(), left));
            }
        } else {
            note(object, column.substring(dot + 1), left);
        }
    }

    /** What a view does with a column, it does with the column of the same name in the file it is of. */
    private void note(String object, String column, ColumnUse use) {
        uses.merge(object + "." + column, use, ColumnUse::plus);
        SourceObject known = layout.source().objects().get(object);
        String of = known == null ? null : known.of();
        if (of != null && has(of, column)) {
            note(of, column, use);
        }
    }

    private boolean has(String object, String column) {
        SourceObject known = layout.source().objects().get(object);
        return known != null
                && known.columns().stream().anyMatch(one -> one.name().equals(column));
    }
}
