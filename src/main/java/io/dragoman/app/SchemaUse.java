package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.Face;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.systems.pipedrive.LookPrices;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the records of an account use of the schema we made: fields with a value, options, pipelines and stages with deals, activity
 * types, labels. Each kind is listed once, after our own records are gone. For one thread.
 */
final class SchemaUse {
    private final Engine engine;
    private final Set<String> used = new HashSet<>();
    private final Set<String> read = new HashSet<>();

    SchemaUse(Engine engine) {
        this.engine = engine;
    }

    /** Reads what may use these items; a second call goes on where the first one failed. */
    void read(Set<String> items) {
        for (String kind : LookPrices.users(items)) {
            if (!read.contains(kind)) {
                engine.roads().target().held(HeldRequest.all(kind)).forEachRemaining(held -> look(kind, held));
                read.add(kind);
            }
        }
    }

    private void look(String kind, HeldRecord held) {
        held.faces().forEach((key, face) -> {
            if (face.text().isEmpty()) {
                return;
            }
            if (key.startsWith(Face.CUSTOM)) {
                String code = key.substring(Face.CUSTOM.length());
                used.add("field/" + code);
                List.of(face.text().split(",", -1)).forEach(option -> used.add("option/" + code + "/" + option));
            } else {
                List.of(face.text().split(",", -1)).forEach(one -> used.add(kind + "/" + key + "/" + one));
            }
        });
    }

    /** Whether a record of the account uses the item. */
    boolean uses(Lineage item) {
        String id = item.target().value();
        String sort = item.key().substring(0, item.key().indexOf('/'));
        return switch (sort) {
            case "field" -> used.contains("field/" + id);
            case "options" -> {
                String[] fieldAndOptions = id.split("/", 2);
                yield List.of(fieldAndOptions[1].split(",", -1)).stream()
                        .anyMatch(option -> used.contains("option/" + fieldAndOptions[0] + "/" + option));
            }
            case "pipeline" -> used.contains("deal/pipeline/" + id);
            case "stage" -> used.contains("deal/stage/" + id);
            case "activity-type" ->
                engine.ledger()
                        .bindings()
                        .bound(item.key())
                        .filter(key -> used.contains("activity/type/" + key))
                        .isPresent();
            default -> used.contains("lead/labels/" + id);
        };
    }
}
