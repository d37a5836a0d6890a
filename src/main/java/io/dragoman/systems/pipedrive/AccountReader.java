package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what an account has: its fields, pipelines, activity types and users. Thread-safe. */
public final class AccountReader {
    private static final String SORTED = "sort_by";
    private final Calls calls;

    AccountReader(Calls calls) {
        this.calls = calls;
    }

    /**
     * The parts of the account that records of these kinds need. Pipelines come only with deals, activity types only with activities;
     * what was not read is empty.
     */
    public Catalogue catalogue(Set<String> kinds) {
        JsonNode me = me("catalogue");
        Map<String, List<Catalogue.Field>> fields = new LinkedHashMap<>();
        for (String kind : kinds) {
            Kind.withFields(kind).ifPresent(known -> fields.put(kind, fields("catalogue", known)));
        }
        return new Catalogue(
                me.path("company_domain").asText(),
                me.path("default_currency").asText(),
                fields,
                kinds.contains("deal") ? pipelines("catalogue") : List.of(),
                kinds.contains("activity") ? activityTypes("catalogue") : Map.of(),
                users("catalogue"));
    }

    /** Everyone who can own a record, and those who no longer can. */
    public List<Catalogue.User> owners() {
        return users("owners");
    }

    List<Catalogue.Field> fields(String port, Kind kind) {
        List<Catalogue.Field> fields = new ArrayList<>();
        for (JsonNode field : calls.walk(port, kind.fieldsPath(), Map.of())) {
            if (field.path("is_custom_field").asBoolean(false)) {
                fields.add(field(field));
            }
        }
        return fields;
    }

    static Catalogue.Field field(JsonNode field) {
        Map<String, String> options = new LinkedHashMap<>();
        field.path("options")
                .forEach(option -> options.put(
                        option.path("label").asText(), option.path("id").asText()));
        return new Catalogue.Field(
                field.path("field_name").asText(),
                field.path("field_code").asText(),
                FieldTypes.word(field.path("field_type").asText()),
                options);
    }

    List<Catalogue.Pipeline> pipelines(String port) {
        Map<String, Map<String, String>> stages = new LinkedHashMap<>();
        for (JsonNode stage : calls.walk(port, "/api/v2/stages", Map.of(SORTED, "order_nr"))) {
            stages.computeIfAbsent(stage.path("pipeline_id").asText(), pipeline -> new LinkedHashMap<>())
                    .put(stage.path("name").asText(), stage.path("id").asText());
        }
        List<Catalogue.Pipeline> pipelines = new ArrayList<>();
        for (JsonNode pipeline : calls.walk(port, "/api/v2/pipelines", Map.of())) {
            String id = pipeline.path("id").asText();
            pipelines.add(
                    new Catalogue.Pipeline(pipeline.path("name").asText(), id, stages.getOrDefault(id, Map.of())));
        }
        return pipelines;
    }

    Map<String, String> activityTypes(String port) {
        Map<String, String> types = new LinkedHashMap<>();
        one(port, "/api/v1/activityTypes").forEach(type -> {
            if (type.path("active_flag").asBoolean(true)) {
                types.put(type.path("name").asText(), type.path("key_string").asText());
            }
        });
        return types;
    }

    /** The token's own user. */
    JsonNode me(String port) {
        return one(port, "/api/v1/users/me");
    }

    List<Catalogue.User> users(String port) {
        List<Catalogue.User> users = new ArrayList<>();
        one(port, "/api/v1/users")
                .forEach(user -> users.add(new Catalogue.User(
                        user.path("id").asText(),
                        user.path("name").asText(),
                        user.path("email").asText().toLowerCase(Locale.ROOT),
                        user.path("active_flag").asBoolean(false))));
        return users;
    }

    private JsonNode one(String port, String path) {
        return calls.send(Request.read(port, path, Map.of())).path("data");
    }
}
