package io.dragoman.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a record must have and must not have. */
final class RecordRules {
    private static final Map<String, String> NAMED = Map.of(
            "persons", "name",
            "organizations", "name",
            "products", "name",
            "pipelines", "name",
            "stages", "name",
            "deals", "title",
            "leads", "title",
            "activities", "subject");
    private static final List<String> PARENTS_OF_A_NOTE =
            List.of("deal_id", "person_id", "org_id", "lead_id", "project_id", "task_id");

    private RecordRules() {}

    static void check(Asked asked, Consumer<String> fault) {
        NAMED.forEach((collection, key) -> {
            boolean change = asked.method().equals("PATCH")
                    && asked.path().matches("/api/v[12]/" + collection + "/[^/]+")
                    && asked.body().has(key);
            if ((asked.creates(collection) || change) && blank(asked.body().path(key))) {
                fault.accept("a " + key + " is required");
            }
        });
        parents(asked, fault);
        activity(asked, fault);
        boolean madeLater = asked.method().equals("PATCH") || asked.about("deals");
        if (madeLater && asked.body().has("add_time")) {
            fault.accept("add_time cannot be written here");
        }
    }

    private static void parents(Asked asked, Consumer<String> fault) {
        if (asked.creates("leads") && none(asked.body(), Stream.of("person_id", "organization_id"))) {
            fault.accept("a lead needs a person or an organization");
        }
        if (asked.creates("notes") && none(asked.body(), PARENTS_OF_A_NOTE.stream())) {
            fault.accept("a note needs a parent");
        }
    }

    private static boolean blank(JsonNode value) {
        return !value.isTextual() || value.textValue().isBlank();
    }

    private static boolean none(JsonNode body, Stream<String> keys) {
        return keys.noneMatch(body::hasNonNull);
    }

    private static void activity(Asked asked, Consumer<String> fault) {
        if (!asked.about("activities")) {
            return;
        }
        if (asked.body().has("person_id")) {
            fault.accept("person_id cannot be written, only a primary participant");
        }
        JsonNode participants = asked.body().path("participants");
        long primary = StreamSupport.stream(participants.spliterator(), false)
                .filter(one -> one.path("primary").asBoolean(false))
                .count();
        if (!participants.isEmpty() && primary != 1) {
            fault.accept("exactly one participant must be the primary one");
        }
    }
}
