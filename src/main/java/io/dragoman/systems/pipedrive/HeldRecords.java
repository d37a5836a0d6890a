package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Money;
import io.dragoman.model.ReadBack.Held;
import io.dragoman.model.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of one kind into records in the mapping's words, given what the account looked like when reading began.
 *
 * @param fields custom fields of the kind
 * @param pipelines empty unless the kind is deal
 * @param types activity type key to name, or lead label id to name; empty for other kinds
 */
record HeldRecords(
        Kind kind, List<Catalogue.Field> fields, List<Catalogue.Pipeline> pipelines, Map<String, String> types) {

    Held of(JsonNode row) {
        Map<String, Object> values = new TreeMap<>();
        StandardFields.of(kind)
                .forEach((field, column) -> put(values, field, Neutral.value(column.type(), row.path(column.key()))));
        special(values, row);
        for (Catalogue.Field field : fields) {
            JsonNode value = row.path("custom_fields").path(field.key());
            put(
                    values,
                    field.name(),
                    kind == Kind.LEAD
                            ? FlatFields.read(row, field)
                            : Neutral.custom(field.type(), value, labels(field)));
        }
        return new Held(new TargetId(row.path("id").asText()), values);
    }

    private void special(Map<String, Object> values, JsonNode row) {
        switch (kind) {
            case DEAL -> {
                put(values, "value", Neutral.money(row));
                deal(
                        values,
                        row.path("pipeline_id").asText(),
                        row.path("stage_id").asText());
            }
            case PRODUCT -> put(values, "prices", Neutral.list(row.path("prices"), HeldRecords::price));
            case ACTIVITY -> activity(values, row);
            case LEAD -> {
                JsonNode value = row.path("value");
                put(
                        values,
                        "value",
                        value.isObject()
                                ? new Money(
                                        value.path("amount").decimalValue(),
                                        value.path("currency").asText())
                                : null);
                put(values, "labels", Neutral.list(row.path("label_ids"), id -> types.get(id.asText())));
            }
            case NOTE -> {
                put(values, "content", Marker.without(row.path("content").asText()));
                put(values, "pinned", pinned(row) ? true : null);
            }
            case PERSON, ORGANIZATION, DEAL_LINES, FILE, DEAL_PARTICIPANT, ORGANIZATION_RELATIONSHIP -> {
                // Nothing but plain fields.
            }
        }
    }

    private void deal(Map<String, Object> values, String pipelineId, String stageId) {
        for (Catalogue.Pipeline pipeline : pipelines) {
            if (pipeline.id().equals(pipelineId)) {
                values.put("pipeline", pipeline.name());
                pipeline.stages().forEach((stage, id) -> {
                    if (id.equals(stageId)) {
                        values.put("stage", stage);
                    }
                });
            }
        }
    }

    private void activity(Map<String, Object> values, JsonNode row) {
        put(values, "type", types.get(row.path("type").asText()));
        put(values, "duration", minutes(Neutral.value("time", row.path("duration"))));
        put(values, "person", primary(row.path("participants")));
        put(values, "participants", Neutral.list(row.path("participants"), HeldRecords::other));
        String note = Neutral.text(row.path("note"));
        put(values, "note", note == null ? null : Marker.without(note));
        if (values.get("due_date") instanceof LocalDate date && values.get("due_time") instanceof LocalTime time) {
            values.put("due", date.atTime(time).toInstant(ZoneOffset.UTC));
        }
    }

    private static boolean pinned(JsonNode row) {
        for (String flag : Notes.PINS.values()) {
            if (row.path(flag).asBoolean(false)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object price(JsonNode price) {
        JsonNode amount = price.path("price");
        return amount.isNumber()
                ? new Money(amount.decimalValue(), price.path("currency").asText())
                : null;
    }

    private static @Nullable Object minutes(@Nullable Object duration) {
        return duration instanceof LocalTime time ? BigDecimal.valueOf(time.toSecondOfDay() / 60) : null;
    }

    private static @Nullable Object other(JsonNode participant) {
        return participant.path("primary").asBoolean(false)
                ? null
                : new TargetId(participant.path("person_id").asText());
    }

    private static @Nullable Object primary(JsonNode participants) {
        for (JsonNode participant : participants) {
            if (participant.path("primary").asBoolean(false)) {
                return new TargetId(participant.path("person_id").asText());
            }
        }
        return null;
    }

    private static Map<String, String> labels(Catalogue.Field field) {
        return field.options().entrySet().stream()
                .collect(Collectors.toMap(Entry::getValue, Entry::getKey, (one, same) -> one, HashMap::new));
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
