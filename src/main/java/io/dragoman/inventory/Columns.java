package io.dragoman.inventory;

import io.dragoman.model.PhiClass;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.privacy.Mask;
import io.dragoman.staging.Census;
import io.dragoman.staging.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is in the columns of the objects that a source gave. For one thread. */
final class Columns {
    /** Rows looked at for the form of a value; a column that is empty so long is shown without one. */
    private static final int FORMS = 200;

    private final Census census;
    private final ColumnUses uses;
    private final AtomicLong walked;
    private final Map<String, Map<String, Long>> wrong = new HashMap<>();

    Columns(Census census, ColumnUses uses, AtomicLong walked) {
        this.census = census;
        this.uses = uses;
        this.walked = walked;
        census.wrong()
                .forEach(one -> wrong.computeIfAbsent(one.object() + "." + one.column(), any -> new TreeMap<>())
                        .merge(one.code(), one.rows(), Long::sum));
    }

    List<ColumnCount> of(SourceObject object) {
        long rows = census.rows(object.name());
        Map<String, String> forms = forms(object);
        Map<String, Long> identifiers = identifiers(object);
        List<ColumnCount> counts = new ArrayList<>();
        for (Census.Filled filled : census.filled(object.name())) {
            Column column = filled.column();
            counts.add(new ColumnCount(
                    object.name(),
                    column.name(),
                    column.type(),
                    census.isChecked(column),
                    rows,
                    filled.cells(),
                    filled.longest(),
                    wrong(object, column),
                    forms.getOrDefault(column.name(), ""),
                    identifiers.getOrDefault(column.name(), 0L),
                    uses.of(object.name(), column.name())));
        }
        return counts;
    }

    private Map<String, Long> wrong(SourceObject object, Column column) {
        Map<String, Long> codes = new TreeMap<>(wrong.getOrDefault(object.name() + "." + column.name(), Map.of()));
        long dangling = census.isChecked(column) ? census.dangling(object.name(), column) : 0;
        if (dangling > 0) {
            codes.put("dangling-reference", dangling);
        }
        return codes;
    }

    private Map<String, String> forms(SourceObject object) {
        List<String> names = object.columns().stream().map(Column::name).toList();
        Map<String, String> forms = new HashMap<>();
        try (Walk walk = census.walk(object.name(), names)) {
            for (int row = 0; row < FORMS && forms.size() < names.size() && walk.hasNext(); row++) {
                Walk.Step step = walk.next();
                for (int i = 0; i < names.size(); i++) {
                    String name = names.get(i);
                    step.cell(i).ifPresent(text -> forms.putIfAbsent(name, Mask.of(text, PhiClass.IDENTITY)));
                }
            }
        }
        return forms;
    }

    /** Long texts are read whole: what people write there, no column can tell. */
    private Map<String, Long> identifiers(SourceObject object) {
        List<String> texts = object.columns().stream()
                .filter(column -> column.type().equals("text"))
                .map(Column::name)
                .toList();
        Map<String, Long> found = new HashMap<>();
        if (texts.isEmpty()) {
            return found;
        }
        try (Walk walk = census.walk(object.name(), texts)) {
            while (walk.hasNext()) {
                Walk.Step step = walk.next();
                walked.incrementAndGet();
                for (int i = 0; i < texts.size(); i++) {
                    if (step.cell(i).filter(Identifiers::in).isPresent()) {
                        found.merge(texts.get(i), 1L, Long::sum);
                    }
                }
            }
        }
        return found;
    }
}
