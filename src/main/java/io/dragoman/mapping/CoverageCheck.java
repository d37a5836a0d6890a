package io.dragoman.mapping;

import io.dragoman.model.Identity;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether every column of every object the mappings read is used somewhere or left behind with a reason. A view counts for
 * the object whose rows it shows.
 */
final class CoverageCheck {
    private final Catalog catalog;
    private final Map<String, Set<String>> used = new TreeMap<>();
    private final Map<String, Set<String>> leftBehind = new HashMap<>();

    /** Columns that only give labels; they do not make their object one that must be covered. */
    private final Map<String, Set<String>> options = new HashMap<>();

    private final Map<String, Draft> responsible = new HashMap<>();

    CoverageCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param drafts all mappings of the folder, none missing */
    void check(List<Draft> drafts) {
        for (Draft draft : drafts) {
            uses(draft.mapping()).forEach((object, columns) -> {
                responsible.merge(
                        object, draft, (before, now) -> rank(now, object) > rank(before, object) ? now : before);
                used.computeIfAbsent(object, none -> new HashSet<>()).addAll(columns);
            });
        }
        drafts.forEach(this::leftBehind);
        used.forEach(this::report);
    }

    /** Whoever maps an object answers for it, rather than whoever maps a view of it or only gathers from it. */
    private int rank(Draft draft, String object) {
        String from = draft.mapping().from();
        return from.equals(object) ? 2 : base(from).equals(object) ? 1 : 0;
    }

    private void report(String object, Set<String> columns) {
        SourceObject known = catalog.object(object).orElseThrow();
        Draft draft = Objects.requireNonNull(responsible.get(object));
        Set<String> left = leftBehind.getOrDefault(object, Set.of());
        Set<String> labels = options.getOrDefault(object, Set.of());
        List<String> forgotten = known.columns().stream()
                .map(Column::name)
                .filter(column -> !columns.contains(column) && !left.contains(column) && !labels.contains(column))
                .toList();
        if (!forgotten.isEmpty()) {
            draft.report(
                    Finding.FIELD_NEITHER_USED_NOR_LEFT_BEHIND,
                    "/left-behind",
                    "Of " + object + " nobody uses " + String.join(", ", forgotten)
                            + ". Map them, or give the reason under left-behind.");
        }
    }

    private void leftBehind(Draft draft) {
        String own = base(draft.mapping().from());
        Set<String> usedHere = uses(draft.mapping()).getOrDefault(own, Set.of());
        for (String written : draft.mapping().leftBehind().keySet()) {
            int dot = written.indexOf('.');
            String object = dot < 0 ? own : base(draft.mapping().sourceSystem() + "." + written.substring(0, dot));
            String column = written.substring(dot + 1);
            String pointer = "/left-behind" + YamlTree.part(written);
            if (column.equals("*") && catalog.object(object).isPresent()) {
                catalog.columns(object)
                        .forEach(each -> leftBehind
                                .computeIfAbsent(object, none -> new HashSet<>())
                                .add(each));
                continue;
            }
            boolean known = catalog.columns(object).contains(column)
                    || dot < 0 && catalog.columns(draft.mapping().from()).contains(column);
            if (!known) {
                draft.report(
                        Finding.UNKNOWN_SOURCE_FIELD,
                        pointer,
                        object + " has no column \"" + column + "\""
                                + DidYouMean.among(column, catalog.columns(object)));
            } else if (dot < 0 && usedHere.contains(column)) {
                draft.report(Finding.USED_AND_LEFT_BEHIND, pointer, "The mapping uses it as well. Keep one.");
            }
            leftBehind.computeIfAbsent(object, none -> new HashSet<>()).add(column);
        }
    }

    /** The file object behind a view, as {@code system.object}. */
    private String base(String object) {
        String system = object.substring(0, object.indexOf('.'));
        return catalog.object(object)
                .map(SourceObject::of)
                .map(of -> system + "." + of)
                .orElse(object);
    }

    /** Columns one mapping uses, by file object. */
    private Map<String, Set<String>> uses(Mapping mapping) {
        Map<String, Set<String>> uses = new TreeMap<>();
        Set<String> own = uses.computeIfAbsent(base(mapping.from()), none -> new HashSet<>());
        Identity identity = mapping.identity();
        own.addAll(identity.lineage());
        identity.sameAs().forEach(own::addAll);
        String survivor = identity.survivor();
        String askWithin = identity.askWithin();
        if (survivor != null) {
            own.add(survivor);
        }
        if (askWithin != null) {
            own.add(askWithin);
        }
        mapping.leaveOut().forEach(rule -> own.addAll(rule.when().keySet()));
        Map<String, Set<String>> gathered = new HashMap<>();
        for (Gather gather : mapping.gathers()) {
            own.addAll(gather.by().values());
            Set<String> columns = uses.computeIfAbsent(base(gather.from()), none -> new HashSet<>());
            columns.addAll(gather.by().keySet());
            gather.order().forEach(column -> columns.add(Catalog.ordering(column)));
            columns.addAll(gather.where().keySet());
            gathered.put(gather.name(), columns);
        }
        Draft.rows(mapping).forEach(row -> rowUses(row, own, gathered));
        mapping.drawn().columns().forEach(this::words);
        return uses;
    }

    private void rowUses(Row row, Set<String> own, Map<String, Set<String>> gathered) {
        for (String field : row.reads()) {
            int dot = field.indexOf('.');
            if (dot < 0) {
                own.add(field);
            } else {
                gathered.getOrDefault(field.substring(0, dot), new HashSet<>()).add(field.substring(dot + 1));
            }
        }
        String optionsFrom = row.optionsFrom();
        if (optionsFrom != null) {
            words(optionsFrom);
        }
    }

    private void words(String column) {
        int dot = column.lastIndexOf('.');
        options.computeIfAbsent(base(column.substring(0, dot)), none -> new HashSet<>())
                .add(column.substring(dot + 1));
    }
}
