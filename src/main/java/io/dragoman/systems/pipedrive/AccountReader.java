package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
            Kind.withFields(kind)
                    .ifPresent(known ->
                            fields.computeIfAbsent(known.schemaKind().word(), none -> fields("catalogue", known)));
        }
        Set<String> retired = new TreeSet<>();
        return new Catalogue(
                me.path("company_domain").asText(),
                me.path("default_currency").asText(),
                fields,
                kinds.contains("deal") ? pipelines("catalogue", retired) : List.of(),
                kinds.contains("activity") ? activityTypes("catalogue", retired) : Map.of(),
                kinds.contains("lead") ? leadLabels("catalogue") : Map.of(),
                retired,
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

    /** @param retired takes the names of pipelines and stages that were deleted */
    List<Catalogue.Pipeline> pipelines(String port, Set<String> retired) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Map<String, String>> stages = new LinkedHashMap<>();
        for (JsonNode pipeline : calls.walk(port, Recipes.PIPELINES, Map.of())) {
            String name = pipeline.path("name").asText();
            if (pipeline.path("is_deleted").asBoolean(false)) {
                retired.add("pipeline/" + name);
            } else {
                names.put(pipeline.path("id").asText(), name);
            }
        }
        for (JsonNode stage : calls.walk(port, Recipes.STAGES, Map.of(SORTED, "order_nr"))) {
            String pipeline = stage.path("pipeline_id").asText();
            String name = stage.path("name").asText();
            if (stage.path("is_deleted").asBoolean(false)) {
                retired.add("stage/" + names.get(pipeline) + "/" + name);
            } else {
                stages.computeIfAbsent(pipeline, none -> new LinkedHashMap<>())
                        .putIfAbsent(name, stage.path("id").asText());
            }
        }
        List<Catalogue.Pipeline> pipelines = new ArrayList<>();
        names.forEach((id, name) -> pipelines.add(new Catalogue.Pipeline(name, id, stages.getOrDefault(id, Map.of()))));
        return pipelines;
    }

    /** @param retired takes the names of those that cannot be chosen any more */
    Map<String, String> activityTypes(String port, Set<String> retired) {
        Map<String, String> types = new LinkedHashMap<>();
        one(port, Recipes.TYPES).forEach(type -> {
            if (type.path("active_flag").asBoolean(true)) {
                types.putIfAbsent(
                        type.path("name").asText(), type.path("key_string").asText());
            } else {
                retired.add("activity-type/" + type.path("name").asText());
            }
        });
        return types;
    }

    /** Name to id. */
    Map<String, String> leadLabels(String port) {
        Map<String, String> labels = new LinkedHashMap<>();
        one(port, Recipes.LEAD_LABELS)
                .forEach(label -> labels.putIfAbsent(
                        label.path("name").asText(), label.path("id").asText()));
        return labels;
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
