package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Catalogue;
import io.dragoman.model.ChangesRequest;
import io.dragoman.model.FieldChange;
import io.dragoman.model.Price;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Reads who changed a field of a record, and when. Pipedrive tells it of persons, organizations and deals only. Thread-safe.
 */
public final class ChangeReader {
    private static final String PORT = "changes";
    private static final Set<Kind> TOLD = Set.of(Kind.PERSON, Kind.ORGANIZATION, Kind.DEAL);

    /** The changelog has names of the first version of the API, and nobody lists them, so each name it may have is taken. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "email", "emails",
            "phone", "phones",
            "user_id", "owner",
            "currency", "value",
            "value", "value",
            "stage_id", "stage",
            "pipeline_id", "pipeline",
            "pipeline", "pipeline");

    private final Calls calls;

    ChangeReader(Calls calls) {
        this.calls = calls;
    }

    /** Changes of the record, in no order; none for a kind of which nothing is told, and for a record that is gone. */
    public Iterator<FieldChange> read(ChangesRequest asked) {
        Kind kind = Kind.of(asked.kind());
        if (!TOLD.contains(kind)) {
            return List.<FieldChange>of().iterator();
        }
        Map<String, String> names = names(kind);
        return StreamSupport.stream(
                        calls.walk(Request.read(PORT, path(kind, asked.id().value()), Map.of())
                                        .orGone())
                                .spliterator(),
                        false)
                .flatMap(row -> change(row, names, asked.customFields()).stream())
                .iterator();
    }

    /** What asking about one record costs; nothing for a kind of which nothing is told. */
    static Price price(Kind kind) {
        return TOLD.contains(kind) ? new Price(1, Costs.of("GET", path(kind, "0"))) : Price.NOTHING;
    }

    private static String path(Kind kind, String id) {
        return "/api/v1/" + kind.word() + "s/" + id + "/changelog";
    }

    private static Map<String, String> names(Kind kind) {
        Map<String, String> names = new HashMap<>(OTHER_NAMES);
        StandardFields.of(kind).forEach((field, column) -> names.put(column.key(), field));
        return names;
    }

    private static Optional<FieldChange> change(JsonNode row, Map<String, String> names, List<Catalogue.Field> custom) {
        String key = row.path("field_key").asText();
        String user = row.path("actor_user_id").asText("");
        if (key.isEmpty()
                || user.isEmpty()
                || !(Neutral.value("old-date-time", row.path("time")) instanceof Instant at)) {
            return Optional.empty();
        }
        String field = custom.stream()
                .filter(one -> key.equals(one.key()) || key.startsWith(one.key() + "_"))
                .map(Catalogue.Field::name)
                .findFirst()
                .orElse(names.getOrDefault(key, key));
        return Optional.of(new FieldChange(
                field, user, at, row.path("change_source").asText("").equals("api")));
    }
}
