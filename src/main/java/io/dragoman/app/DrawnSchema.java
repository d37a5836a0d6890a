package io.dragoman.app;

import io.dragoman.mapping.SchemaNeeds;
import io.dragoman.model.Drawn;
import io.dragoman.model.Drawn.PipelinesFrom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the account must have, with the pipelines and activity types that only the staged source tells. */
final class DrawnSchema {
    private final Engine engine;

    DrawnSchema(Engine engine) {
        this.engine = engine;
    }

    /** Everything needed; the export must be staged. Stages that the migration file gives a pipeline replace its own. */
    SchemaNeeds needs() {
        SchemaNeeds needs = engine.schemaNeeds();
        Map<String, List<String>> pipelines = new LinkedHashMap<>();
        Set<String> types = new TreeSet<>();
        for (Drawn drawn : needs.drawn()) {
            PipelinesFrom from = drawn.pipelines();
            if (from != null) {
                stages(from, pipelines);
            }
            String column = drawn.activityTypes();
            if (column != null) {
                String[] parts = column.split("\\.", 3);
                types.addAll(engine.staging().distinct(parts[1], parts[2]));
            }
        }
        Map<String, List<String>> own = engine.file().mappingOverrides().pipelines();
        pipelines.replaceAll((name, stages) -> own.getOrDefault(name, stages));
        return needs.with(pipelines, types);
    }

    private void stages(PipelinesFrom from, Map<String, List<String>> pipelines) {
        String object = from.object().substring(from.object().indexOf('.') + 1);
        for (List<String> row : engine.staging().distinctRows(object, List.of(from.pipeline(), from.stage()))) {
            pipelines.computeIfAbsent(row.get(0), none -> new ArrayList<>()).add(row.get(1));
        }
    }
}
