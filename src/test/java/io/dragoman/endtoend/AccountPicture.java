package io.dragoman.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An account as people see it: every record under the name it has at the source, with ids replaced by such names and
 * keys of fields by theirs. Two runs that wrote in another order give the same picture; a record written twice shows.
 */
public final class AccountPicture {
    private static final Pattern MARKER = Pattern.compile("Source: ([^<\\n]+)");
    private static final Pattern FIELD_CODE = Pattern.compile("([0-9a-f]{40})(.*)");
    /** Of a note of a hundred thousand signs its ends are enough to tell it by. */
    private static final Pattern LONG_TEXT = Pattern.compile("(>[^{}]{80})[^{}]{2000,}([^{}]{120})");

    private static final List<String> NAMED =
            List.of("organizations", "persons", "products", "deals", "leads", "activities");
    private static final Map<String, String> REFERENCES = Map.ofEntries(
            Map.entry("org_id", "organizations"),
            Map.entry("organization_id", "organizations"),
            Map.entry("rel_owner_org_id", "organizations"),
            Map.entry("rel_linked_org_id", "organizations"),
            Map.entry("person_id", "persons"),
            Map.entry("deal_id", "deals"),
            Map.entry("related_item_id", "deals"),
            Map.entry("lead_id", "leads"),
            Map.entry("activity_id", "activities"),
            Map.entry("product_id", "products"),
            Map.entry("pipeline_id", "pipelines"),
            Map.entry("stage_id", "stages"));
    /** Ids, and what is made of them. */
    private static final Set<String> NEVER =
            Set.of("id", "key_string", "order_nr", "origin_id", "cc_email", "file_name", "url");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> options = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final TreeMap<String, Integer> records = new TreeMap<>();

    public AccountPicture(JsonNode dump) {
        for (String noun : List.of("person", "organization", "deal", "product")) {
            for (JsonNode field : dump.path(noun + "Fields")) {
                String code = field.path("field_code").asText();
                fields.put(code, field.path("field_name").asText());
                types.put(code, field.path("field_type").asText());
                field.path("options")
                        .forEach(option -> options.put(
                                code + "/" + option.path("id").asText(),
                                option.path("label").asText()));
                if (field.path("is_custom_field").asBoolean()) {
                    add(noun + "Field " + field.path("field_name").asText() + " " + labels(field));
                }
            }
        }
        for (String kind : List.of("pipelines", "stages", "leadLabels")) {
            dump.path(kind)
                    .forEach(one -> names.put(
                            kind + "/" + one.path("id").asText(),
                            one.path("name").asText()));
        }
        for (String kind : NAMED) {
            dump.path(kind)
                    .forEach(one -> names.put(kind + "/" + one.path("id").asText(), kind + " " + sourceKey(one)));
        }
        for (String kind : List.of(
                "pipelines",
                "stages",
                "activityTypes",
                "organizations",
                "persons",
                "products",
                "deals",
                "dealProducts",
                "activities",
                "notes",
                "leadLabels",
                "leads",
                "participants",
                "organizationRelationships",
                "files")) {
            dump.path(kind).forEach(one -> add(kind + " " + shown(one)));
        }
    }

    private static Set<String> labels(JsonNode field) {
        TreeSet<String> labels = new TreeSet<>();
        field.path("options").forEach(option -> labels.add(option.path("label").asText()));
        return labels;
    }

    private void add(String what) {
        records.merge(what, 1, Integer::sum);
    }

    private String sourceKey(JsonNode record) {
        for (Map.Entry<String, JsonNode> field : record.path("custom_fields").properties()) {
            String name = fields.getOrDefault(field.getKey(), "");
            if (name.startsWith("Source_") && name.endsWith("_ID__c")) {
                return field.getValue().asText();
            }
        }
        return record.path("name")
                .asText(record.path("title").asText(record.path("subject").asText()));
    }

    private String shown(JsonNode record) {
        TreeMap<String, String> shown = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : record.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            Matcher code = FIELD_CODE.matcher(key);
            if (NEVER.contains(key)) {
                continue;
            }
            if (key.equals("custom_fields")) {
                value.properties()
                        .forEach(custom -> shown.put(
                                fields.getOrDefault(custom.getKey(), custom.getKey()),
                                custom(custom.getKey(), custom.getValue())));
            } else if (code.matches()) {
                shown.put(
                        fields.getOrDefault(code.group(1), "?") + code.group(2),
                        flat(code.group(1), code.group(2), value));
            } else {
                shown.put(key, plain(key, value));
            }
        }
        return shown.toString();
    }

    private String custom(String code, JsonNode value) {
        String type = types.getOrDefault(code, "");
        if (type.equals("org") || type.equals("people")) {
            return named(
                    type.equals("org") ? "organizations" : "persons",
                    value.path("value").asText(value.asText()));
        }
        if (type.equals("enum") || type.equals("set")) {
            TreeSet<String> labels = new TreeSet<>();
            (value.isArray() ? (ArrayNode) value : List.of(value))
                    .forEach(id -> labels.add(options.getOrDefault(code + "/" + id.asText(), "?" + id)));
            return labels.toString();
        }
        return value.toString();
    }

    /** As leads have them: options as text, several joined with commas; with a part of a value under a key of its own. */
    private String flat(String code, String part, JsonNode value) {
        String type = part.isEmpty() ? types.getOrDefault(code, "") : "";
        if (type.equals("enum") || type.equals("set")) {
            ArrayNode ids = JsonNodeFactory.instance.arrayNode();
            Stream.of(value.asText().split(",")).forEach(ids::add);
            return custom(code, ids);
        }
        return custom(part.isEmpty() ? code : "", value);
    }

    private String plain(String key, JsonNode value) {
        String kind = REFERENCES.get(key);
        if (kind != null) {
            return named(kind, value.path("value").asText(value.asText()));
        }
        if (key.equals("label_ids")) {
            TreeSet<String> labels = new TreeSet<>();
            value.forEach(label -> labels.add(named("leadLabels", label.asText())));
            return labels.toString();
        }
        if (value instanceof ObjectNode object) {
            return shown(object);
        }
        if (value.isArray()) {
            TreeSet<String> elements = new TreeSet<>();
            value.forEach(element -> elements.add(element instanceof ObjectNode ? shown(element) : element.toString()));
            return elements.toString();
        }
        Matcher marker = MARKER.matcher(value.asText());
        return marker.find() ? marker.group(1) + value.asText() : value.toString();
    }

    private String named(String kind, String id) {
        return names.getOrDefault(kind + "/" + id, "missing " + kind + " " + id);
    }

    /** What one of the two accounts has and the other has not, or another number of times; empty when they are the same. */
    public List<String> differences(AccountPicture other) {
        TreeSet<String> all = new TreeSet<>(records.keySet());
        all.addAll(other.records.keySet());
        return all.stream()
                .filter(record -> !records.getOrDefault(record, 0).equals(other.records.getOrDefault(record, 0)))
                .map(record -> records.getOrDefault(record, 0) + " / " + other.records.getOrDefault(record, 0) + " "
                        + LONG_TEXT.matcher(record).replaceAll("$1 ... $2"))
                .toList();
    }

    /** How often each record is in the account; once, unless something was written twice. */
    public Map<String, Integer> records() {
        return records;
    }
}
