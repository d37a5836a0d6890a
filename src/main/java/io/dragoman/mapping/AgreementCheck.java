package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether mappings that need the same field or pipeline mean the same by it. */
final class AgreementCheck {
    private final Map<String, FieldType> types = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, List<String>> pipelines = new HashMap<>();

    /** Checks one more mapping against those before it. */
    void check(Draft draft) {
        Mapping mapping = draft.mapping();
        String keptIn = mapping.identity().keptIn();
        if (keptIn != null) {
            field(draft, keptIn, FieldType.TEXT, draft.tree().place("/identity/kept-in"));
        }
        for (Row row : draft.rows()) {
            FieldType type = row.type();
            if (type != null) {
                field(draft, row.target(), type, row.place());
            }
        }
        mapping.pipelines().forEach((name, stages) -> {
            List<String> before = pipelines.putIfAbsent(name, stages);
            if (before != null && !before.equals(stages)) {
                draft.report(
                        Finding.PIPELINE_DIFFERS,
                        "/pipelines" + YamlTree.part(name),
                        "Another mapping has this pipeline with other stages. Make them the same.");
            }
        });
    }

    private void field(Draft draft, String name, FieldType type, Place place) {
        String known = draft.mapping().to() + "/" + name;
        FieldType before = types.putIfAbsent(known, type);
        Place first = places.putIfAbsent(known, place);
        if (before != null && before != type) {
            draft.report(
                    Finding.FIELD_TYPE_DIFFERS,
                    place,
                    "\"" + name + "\" is " + type.word() + " here and " + before.word() + " at " + first
                            + ". One field has one type.");
        }
    }
}
