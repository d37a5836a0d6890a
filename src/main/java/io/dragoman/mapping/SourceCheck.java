package io.dragoman.mapping;

import io.dragoman.model.Identity;
import io.dragoman.model.Mapping.Example;
import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Mapping.Lines;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether everything a mapping reads exists at the source. */
final class SourceCheck {
    private final Catalog catalog;
    private final Transforms transforms;

    SourceCheck(Catalog catalog, Transforms transforms) {
        this.catalog = catalog;
        this.transforms = transforms;
    }

    void check(Draft draft) {
        String from = draft.mapping().from();
        if (catalog.object(from).isEmpty()) {
            draft.report(Finding.UNKNOWN_SOURCE_OBJECT, "/from", unknownObject(from));
            return;
        }
        Set<String> columns = catalog.columns(from);
        identity(draft, columns);
        for (int i = 0; i < draft.mapping().leaveOut().size(); i++) {
            known(
                    draft,
                    "/leave-out/" + i + "/when",
                    draft.mapping().leaveOut().get(i).when().keySet(),
                    columns,
                    from);
        }
        draft.mapping().gathers().forEach(gather -> gather(draft, gather, columns));
        Lines lines = draft.mapping().lines();
        if (lines != null && draft.gather(lines.each()).isEmpty()) {
            draft.report(Finding.UNKNOWN_SOURCE_FIELD, "/lines/each", "There is no gather of this name.");
        }
        draft.rows().forEach(row -> row(draft, row, columns));
        draft.mapping()
                .drawn()
                .columns()
                .forEach(column -> words(draft, draft.mapping().place(), column));
        draft.mapping().examples().forEach(example -> example(draft, example, columns));
    }

    private void identity(Draft draft, Set<String> columns) {
        Identity identity = draft.mapping().identity();
        String from = draft.mapping().from();
        known(draft, "/identity/lineage", identity.lineage(), columns, from);
        identity.sameAs().forEach(set -> known(draft, "/identity/same-as", set, columns, from));
        List<String> single = new ArrayList<>();
        String survivor = identity.survivor();
        String askWithin = identity.askWithin();
        if (survivor != null) {
            single.add(survivor);
        }
        if (askWithin != null) {
            single.add(askWithin);
        }
        known(draft, "/identity", single, columns, from);
    }

    private void gather(Draft draft, Gather gather, Set<String> columns) {
        String at = "/gather" + YamlTree.part(gather.name());
        if (catalog.object(gather.from()).isEmpty()) {
            draft.report(Finding.UNKNOWN_SOURCE_OBJECT, at + "/from", unknownObject(gather.from()));
            return;
        }
        Set<String> childColumns = catalog.columns(gather.from());
        known(draft, at + "/by", gather.by().keySet(), childColumns, gather.from());
        known(draft, at + "/by", gather.by().values(), columns, draft.mapping().from());
        known(
                draft,
                at + "/order",
                gather.order().stream().map(Catalog::ordering).toList(),
                childColumns,
                gather.from());
        known(draft, at + "/where", gather.where().keySet(), childColumns, gather.from());
    }

    private void row(Draft draft, Row row, Set<String> columns) {
        row.phiOf()
                .keySet()
                .forEach(field -> known(draft, row.place(), field, Set.copyOf(row.from()), "The row's from"));
        for (String field : row.from()) {
            int dot = field.indexOf('.');
            if (dot >= 0) {
                gathered(draft, row.place(), field.substring(0, dot), field.substring(dot + 1));
            } else if (draft.gather(field).isPresent()) {
                wholeGather(draft, row, field);
            } else {
                known(draft, row.place(), field, columns, draft.mapping().from());
            }
        }
        named(draft, row);
        String optionsFrom = row.optionsFrom();
        if (optionsFrom != null) {
            words(draft, row.place(), optionsFrom);
        }
    }

    /** A column of which only the different values are wanted, as {@code system.object.column}. */
    private void words(Draft draft, Place place, String column) {
        int dot = column.lastIndexOf('.');
        String object = column.substring(0, dot);
        if (catalog.object(object).isEmpty()) {
            draft.report(Finding.UNKNOWN_SOURCE_OBJECT, place, unknownObject(object));
        } else {
            known(draft, place, column.substring(dot + 1), catalog.columns(object), object);
        }
    }

    /** Columns named by transforms: each must be one of some gather of the row. */
    private void named(Draft draft, Row row) {
        Set<String> offered = new TreeSet<>();
        Set<String> wanted = new TreeSet<>();
        for (String field : row.reads()) {
            String gather = field.substring(0, Math.max(0, field.indexOf('.')));
            if (!row.from().contains(field) && draft.gather(gather).isPresent()) {
                wanted.add(field.substring(gather.length() + 1));
                offered.addAll(catalog.columns(draft.gather(gather).get().from()));
            }
        }
        wanted.forEach(column -> known(draft, row.place(), column, offered, "What the row gathers"));
    }

    private void gathered(Draft draft, Place place, String name, String column) {
        if (draft.gather(name).isEmpty()) {
            draft.report(Finding.UNKNOWN_SOURCE_FIELD, place, "There is no gather \"" + name + "\".");
            return;
        }
        String object = draft.gather(name).get().from();
        if (catalog.object(object).isPresent()) {
            known(draft, place, column, catalog.columns(object), object);
        }
    }

    /** Children as they are can only go through a transform that reads children. */
    private void wholeGather(Draft draft, Row row, String name) {
        boolean read = row.as().stream()
                .anyMatch(step -> transforms
                        .named(step.transform())
                        .filter(transform -> transform.description().keys().contains("where"))
                        .isPresent());
        if (!read) {
            draft.report(
                    Finding.BAD_ARGUMENT,
                    row.place(),
                    "\"" + name + "\" is a list of children. Name a column as " + name
                            + ".column, or use pick, count or sum.");
        }
    }

    private void example(Draft draft, Example example, Set<String> columns) {
        example.given().forEach((field, value) -> {
            if (draft.gather(field).isEmpty()) {
                known(draft, example.place(), field, columns, draft.mapping().from());
            } else if (value instanceof List<?> children) {
                String object = draft.gather(field).get().from();
                children.stream()
                        .filter(child -> child instanceof Map)
                        .forEach(child -> ((Map<?, ?>) child)
                                .keySet()
                                .forEach(column -> gathered(draft, example.place(), field, String.valueOf(column))));
            } else {
                draft.report(Finding.WRONG_TYPE, example.place(), "\"" + field + "\" must be a list of children.");
            }
        });
    }

    private static void known(
            Draft draft, String pointer, Collection<String> fields, Set<String> columns, String object) {
        fields.forEach(field -> {
            Place exact = draft.tree().place(pointer + YamlTree.part(field));
            known(draft, exact, field, columns, object);
        });
    }

    private static void known(Draft draft, Place place, String field, Set<String> columns, String object) {
        if (!columns.contains(field)) {
            draft.report(
                    Finding.UNKNOWN_SOURCE_FIELD,
                    place,
                    object + " has no column \"" + field + "\"" + DidYouMean.among(field, columns));
        }
    }

    private String unknownObject(String name) {
        String system = name.substring(0, name.indexOf('.'));
        Set<String> objects = catalog.sources().containsKey(system)
                ? catalog.sources().get(system).objects().keySet()
                : Set.of();
        String object = name.substring(system.length() + 1);
        return objects.isEmpty()
                ? "There is no source system \"" + system + "\""
                        + DidYouMean.among(system, catalog.sources().keySet())
                : system + " has no object \"" + object + "\"" + DidYouMean.among(object, objects);
    }
}
