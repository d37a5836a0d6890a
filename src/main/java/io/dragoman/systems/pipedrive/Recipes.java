package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.SchemaItem.Made;
import io.dragoman.model.TargetId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The recipe of each sort of schema item. */
final class Recipes {
    private static final String PORT = "prepare";
    static final String PIPELINES = "/api/v2/pipelines";
    static final String STAGES = "/api/v2/stages";
    static final String TYPES = "/api/v1/activityTypes";
    static final String LEAD_LABELS = "/api/v1/leadLabels";
    private static final List<String> COLOURS =
            List.of("blue", "green", "orange", "purple", "red", "yellow", "pink", "brown", "gray", "dark-gray");
    private final Calls calls;
    private final Words words;

    Recipes(Calls calls, Words words) {
        this.calls = calls;
        this.words = words;
    }

    Recipe of(SchemaItem item) {
        if (item instanceof SchemaItem.CustomField field) {
            return new NewField(field);
        }
        if (item instanceof SchemaItem.MoreOptions options) {
            return new NewOptions(options);
        }
        if (item instanceof SchemaItem.Stage stage) {
            long pipeline = words.pipeline(new Site("schema", "stage", item.name()), stage.pipeline());
            ObjectNode body = named(stage.stage()).put("pipeline_id", pipeline);
            return new Plain(
                    item.name(),
                    STAGES,
                    body,
                    "id",
                    row -> row.path("pipeline_id").asLong() == pipeline);
        }
        if (item instanceof SchemaItem.ActivityType type) {
            ObjectNode body = named(type.type()).put("icon_key", "calendar");
            return new Plain(
                    item.name(),
                    TYPES,
                    body,
                    "key_string",
                    row -> row.path("active_flag").asBoolean(true));
        }
        if (item instanceof SchemaItem.LeadLabel label) {
            ObjectNode body = named(label.label()).put("color", colour(label.label()));
            return new Plain(item.name(), LEAD_LABELS, body, "id", row -> true);
        }
        return new Plain(item.name(), PIPELINES, named(((SchemaItem.Pipeline) item).pipeline()), "id", row -> true);
    }

    /** A label must have one of these; the same name has the same in every account. */
    private static String colour(String label) {
        return COLOURS.get(Math.floorMod(label.hashCode(), COLOURS.size()));
    }

    private static ObjectNode named(String name) {
        return Json.object().put("name", name);
    }

    private static ArrayNode labels(List<String> labels) {
        ArrayNode options = Json.array();
        labels.forEach(label -> options.addObject().put("label", label));
        return options;
    }

    /** Pipelines, stages and activity types: a name, and one id or key to remember. */
    private final class Plain implements Recipe {
        private final String name;
        private final String path;
        private final ObjectNode body;
        private final String bound;
        private final Predicate<JsonNode> ours;

        Plain(String name, String path, ObjectNode body, String bound, Predicate<JsonNode> ours) {
            this.name = name;
            this.path = path;
            this.body = body;
            this.bound = bound;
            this.ours = ours;
        }

        @Override
        public Request request() {
            return Request.change(PORT, "POST", path, body);
        }

        @Override
        public Made made(JsonNode given) {
            return new Made(
                    new TargetId(given.path("id").asText()),
                    Map.of(name, given.path(bound).asText()));
        }

        @Override
        public Optional<Made> found() {
            for (JsonNode row : list()) {
                if (row.path("name").equals(body.path("name")) && ours.test(row)) {
                    return Optional.of(made(row));
                }
            }
            return Optional.empty();
        }

        /** The list of the first version of the API knows neither pages nor limits. */
        private Iterable<JsonNode> list() {
            return path.startsWith("/api/v1/")
                    ? calls.send(Request.read(PORT, path, Map.of())).path("data")
                    : calls.walk(PORT, path, Map.of());
        }
    }

    private final class NewField implements Recipe {
        private final SchemaItem.CustomField field;
        private final Kind kind;

        NewField(SchemaItem.CustomField field) {
            this.field = field;
            this.kind = Kind.of(field.kind());
        }

        @Override
        public Request request() {
            ObjectNode body = Json.object()
                    .put("field_name", field.field())
                    .put("field_type", FieldTypes.pipedrive(field.type()));
            if (field.type() == FieldType.CHOICE || field.type() == FieldType.SEVERAL_CHOICES) {
                body.set("options", labels(field.options()));
            }
            return Request.change(PORT, "POST", kind.fieldsPath(), body);
        }

        @Override
        public Made made(JsonNode given) {
            Map<String, String> bindings = options(given.path("options"), kind.word(), field.field());
            String code = given.path("field_code").asText();
            bindings.put(field.name(), code);
            bindings.put("type/" + kind.word() + "/" + field.field(), FieldTypes.word(field.type()));
            return new Made(new TargetId(code), bindings);
        }

        @Override
        public Optional<Made> found() {
            for (JsonNode row : calls.walk(PORT, kind.fieldsPath(), Map.of())) {
                if (row.path("is_custom_field").asBoolean()
                        && row.path("field_name").asText().equals(field.field())
                        && row.path("field_type").asText().equals(FieldTypes.pipedrive(field.type()))) {
                    return Optional.of(made(row));
                }
            }
            return Optional.empty();
        }
    }

    /** The id of added options is the field's key, a slash, and their ids joined with commas. */
    private final class NewOptions implements Recipe {
        private final SchemaItem.MoreOptions more;
        private final String fieldsPath;

        NewOptions(SchemaItem.MoreOptions more) {
            this.more = more;
            this.fieldsPath = Kind.of(more.kind()).fieldsPath();
        }

        @Override
        public Request request() {
            String path = fieldsPath + "/" + more.fieldKey() + "/options";
            return Request.change(PORT, "POST", path, labels(more.labels()));
        }

        @Override
        public Made made(JsonNode given) {
            Map<String, String> bindings = options(given, more.kind(), more.field());
            bindings.keySet()
                    .retainAll(more.labels().stream()
                            .map(label -> "option/" + more.kind() + "/" + more.field() + "/" + label)
                            .collect(Collectors.toSet()));
            String ids = String.join(",", bindings.values());
            return new Made(new TargetId(more.fieldKey() + "/" + ids), bindings);
        }

        @Override
        public Optional<Made> found() {
            for (JsonNode row : calls.walk(PORT, fieldsPath, Map.of())) {
                if (row.path("field_code").asText().equals(more.fieldKey())) {
                    return Optional.of(made(row.path("options")))
                            .filter(made ->
                                    made.bindings().size() == more.labels().size());
                }
            }
            return Optional.empty();
        }
    }

    private static Map<String, String> options(JsonNode options, String kind, String field) {
        Map<String, String> bindings = new TreeMap<>();
        options.forEach(option -> bindings.put(
                "option/" + kind + "/" + field + "/" + option.path("label").asText(),
                option.path("id").asText()));
        return bindings;
    }
}
