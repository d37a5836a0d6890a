package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The kinds of records, with the keys a list can be filtered by. */
enum Kind {
    PERSON("persons", "person", "owner_id", "org_id"),
    ORGANIZATION("organizations", "organization", "owner_id"),
    DEAL("deals", "deal", "owner_id", "person_id", "org_id", "pipeline_id", "stage_id", "status", "is_archived"),
    PRODUCT("products", "product", "owner_id"),
    ACTIVITY("activities", "activity", "owner_id", "deal_id", "person_id", "org_id", "done", "lead_id"),
    PIPELINE("pipelines", "pipeline"),
    STAGE("stages", "stage", "pipeline_id"),
    LINE("dealProducts", "deal product", "deal_id"),
    ACTIVITY_TYPE("activityTypes", "activity type"),
    FILE("files", "file", "deal_id", "person_id", "org_id", "product_id", "activity_id"),
    NOTE("notes", "note", "user_id", "deal_id", "person_id", "org_id", "lead_id"),
    LEAD("leads", "lead", "owner_id", "person_id", "organization_id"),
    LEAD_LABEL("leadLabels", "lead label"),
    PARTICIPANT("participants", "participant", "deal_id", "person_id"),
    RELATIONSHIP("organizationRelationships", "relationship", "rel_owner_org_id", "rel_linked_org_id");

    private static final List<String> STATUSES = List.of("open", "won", "lost");

    private final String path;
    private final String noun;
    private final List<String> references;

    Kind(String path, String noun, String... references) {
        this.path = path;
        this.noun = noun;
        this.references = List.of(references);
    }

    String path() {
        return path;
    }

    String noun() {
        return noun;
    }

    String title() {
        return Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
    }

    List<String> references() {
        return references;
    }

    boolean hasCustomFields() {
        return this == PERSON || this == ORGANIZATION || this == DEAL || this == PRODUCT;
    }

    /** The values of {@link #references()} as numbers, so that a list can be filtered without unpacking its records. */
    long[] references(ObjectNode record) {
        long[] values = new long[references.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = record.path(references.get(i));
            values[i] = references.get(i).equals("lead_id") ? Uuid.number(LEAD, value.asText()) : number(value);
        }
        return values;
    }

    private static long number(JsonNode value) {
        if (value.isTextual()) {
            return number(value.textValue());
        }
        return value.isBoolean() ? (value.booleanValue() ? 1 : 0) : value.asLong(0);
    }

    static long number(String status) {
        return STATUSES.indexOf(status);
    }
}
