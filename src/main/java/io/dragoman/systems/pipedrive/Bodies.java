package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.dragoman.model.AsHeld;
import io.dragoman.model.Money;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the fields of a target record into the body of a request. A field that is absent from the record is cleared by null. */
final class Bodies {
    private static final Set<String> CLEARED_BY_EMPTY_LIST = Set.of("emails", "phones");
    private final Words words;
    private final CustomFields customFields;

    Bodies(Words words, CustomFields customFields) {
        this.words = words;
        this.customFields = customFields;
    }

    /** @param fields names of the standard and custom fields to put in */
    Body of(TargetRecord record, Set<String> fields) {
        Body body = new Body();
        Site site = Site.of(record);
        for (String field : fields) {
            if (isStandard(record, field)) {
                standard(body, record, site, field);
            } else {
                Object value = record.customFields().get(field);
                custom(body, site, field, customFields.json(site, field, value));
            }
        }
        return body;
    }

    private void custom(Body body, Site site, String field, JsonNode value) {
        String code = customFields.code(site, field);
        if (Kind.of(site.kind()) == Kind.LEAD) {
            FlatFields.put(body, field, code, words.type(site.kind(), field), value);
        } else {
            body.custom(code, field, value);
        }
    }

    private boolean isStandard(TargetRecord record, String field) {
        if (record.customFields().containsKey(field)) {
            return record.fields().containsKey(field);
        }
        return StandardFields.of(Kind.of(record.kind())).containsKey(field)
                || isSpecial(record, field)
                || Watched.of(Kind.of(record.kind())).containsKey(field)
                        && words.codeIfBound(record.kind(), field).isEmpty();
    }

    /** Fields that no mapping names, and those of several keys in the form in which they were held. */
    private static boolean asHeld(Body body, TargetRecord record, String field) {
        Kind kind = Kind.of(record.kind());
        Object value = record.fields().get(field);
        if (StandardFields.of(kind).containsKey(field)
                || !(value instanceof AsHeld || value == null && !isSpecial(record, field))) {
            return false;
        }
        JsonNode held = value instanceof AsHeld there ? Json.value(there.form()) : Json.object();
        Watched.of(kind)
                .getOrDefault(field, List.of())
                .forEach(key -> body.put(key, field, held.has(key) ? held.path(key) : Json.NODES.nullNode()));
        return true;
    }

    private static boolean isSpecial(TargetRecord record, String field) {
        return switch (record.kind() + "/" + field) {
            case "deal/value", "deal/pipeline", "deal/stage", "product/prices", "lead/value" -> true;
            case "activity/type",
                    "activity/due",
                    "activity/duration",
                    "activity/note",
                    "activity/person",
                    "activity/participants" -> true;
            default -> false;
        };
    }

    private void standard(Body body, TargetRecord record, Site site, String field) {
        if (asHeld(body, record, field)) {
            return;
        }
        Object value = record.fields().get(field);
        Shapes shapes = new Shapes(site, field);
        switch (record.kind() + "/" + field) {
            case "deal/value" -> value(body, shapes, value);
            case "lead/value" -> body.put("value", field, leadValue(shapes, value));
            case "lead/labels" -> body.put("label_ids", field, labels(site, shapes, value));
            case "deal/pipeline", "deal/stage" -> stage(body, record, site, field);
            case "product/prices" -> body.put("prices", field, prices(shapes, value));
            case "activity/type" -> body.put("type", field, type(site, shapes, value));
            case "activity/due" -> due(body, shapes, value);
            case "activity/duration" -> body.put("duration", field, duration(shapes, value));
            case "activity/note" ->
                body.put(
                        "note",
                        field,
                        Json.NODES.textNode(Marker.note(value == null ? null : shapes.text(value), record)));
            case "activity/person", "activity/participants" ->
                body.put("participants", field, participants(record, site));
            case "organization-relationship/type" -> body.put("type", field, relationship(site, shapes, value));
            default ->
                plain(body, shapes, StandardFields.of(Kind.of(record.kind())).get(field), value);
        }
    }

    private static void plain(
            Body body, Shapes shapes, StandardFields.@Nullable Column column, @Nullable Object value) {
        if (column == null) {
            throw new IllegalArgumentException("a field that Pipedrive does not have: " + shapes.field());
        }
        JsonNode none = CLEARED_BY_EMPTY_LIST.contains(column.type()) ? Json.array() : Json.NODES.nullNode();
        body.put(column.key(), shapes.field(), value == null ? none : shapes.of(column.type(), value));
    }

    private static void value(Body body, Shapes shapes, @Nullable Object value) {
        if (value == null) {
            body.put("value", shapes.field(), Json.NODES.numberNode(0));
            return;
        }
        Money money = shapes.as(Money.class, value, "money");
        body.put("value", shapes.field(), Json.NODES.numberNode(money.amount()));
        body.put("currency", shapes.field(), Json.NODES.textNode(money.currency()));
    }

    private static JsonNode leadValue(Shapes shapes, @Nullable Object value) {
        if (value == null) {
            return Json.NODES.nullNode();
        }
        Money money = shapes.as(Money.class, value, "money");
        return Json.object().put("amount", money.amount()).put("currency", money.currency());
    }

    private ArrayNode labels(Site site, Shapes shapes, @Nullable Object value) {
        if (value instanceof AsHeld held) {
            return Json.array().addAll((ArrayNode) Json.value(held.form()));
        }
        ArrayNode ids = Json.array();
        several(value).forEach(label -> ids.add(words.leadLabel(site, shapes.text(label))));
        return ids;
    }

    /** The pipeline goes along with every stage, because the same stage name means another stage there. */
    private void stage(Body body, TargetRecord record, Site site, String field) {
        Object pipeline = record.fields().get("pipeline");
        Object stage = record.fields().get("stage");
        if (pipeline == null) {
            throw site.problem(
                    "pipeline-missing", field, "A stage needs its pipeline. Give the mapping a row for the pipeline.");
        }
        String name = new Shapes(site, "pipeline").text(pipeline);
        body.put("pipeline_id", "pipeline", Json.NODES.numberNode(words.pipeline(site, name)));
        if (stage != null) {
            long id = words.stage(site, name, new Shapes(site, "stage").text(stage));
            body.put("stage_id", "stage", Json.NODES.numberNode(id));
        }
    }

    private static ArrayNode prices(Shapes shapes, @Nullable Object value) {
        ArrayNode prices = Json.array();
        for (Object one : several(value)) {
            Money money = shapes.as(Money.class, one, "money");
            prices.addObject().put("currency", money.currency()).put("price", money.amount());
        }
        return prices;
    }

    private JsonNode type(Site site, Shapes shapes, @Nullable Object value) {
        return Json.NODES.textNode(words.activityType(site, value == null ? "task" : shapes.text(value)));
    }

    private static void due(Body body, Shapes shapes, @Nullable Object value) {
        if (value == null) {
            body.put("due_date", shapes.field(), Json.NODES.nullNode());
            body.put("due_time", shapes.field(), Json.NODES.nullNode());
            return;
        }
        ZonedDateTime due = shapes.as(Instant.class, value, "date-time").atZone(ZoneOffset.UTC);
        body.put("due_date", shapes.field(), shapes.of("date", due.toLocalDate()));
        body.put("due_time", shapes.field(), shapes.of("time", due.toLocalTime()));
    }

    private static JsonNode duration(Shapes shapes, @Nullable Object value) {
        if (value == null) {
            return Json.NODES.nullNode();
        }
        BigDecimal minutes = shapes.number(value);
        return Json.NODES.textNode(
                String.format(Locale.ROOT, "%02d:%02d", minutes.intValue() / 60, minutes.intValue() % 60));
    }

    /** The person comes first and is the primary one; without a person, the first participant is. */
    private static ArrayNode participants(TargetRecord record, Site site) {
        Set<Long> people = new LinkedHashSet<>();
        for (String field : List.of("person", "participants")) {
            for (Object one : several(record.fields().get(field))) {
                people.add(Words.number(site, field, new Shapes(site, field).as(TargetId.class, one, "person")));
            }
        }
        ArrayNode participants = Json.array();
        people.forEach(
                person -> participants.addObject().put("person_id", person).put("primary", participants.size() == 1));
        return participants;
    }

    private static JsonNode relationship(Site site, Shapes shapes, @Nullable Object value) {
        String type = value == null ? "" : shapes.text(value);
        if (!type.equals("parent") && !type.equals("related")) {
            throw site.problem(
                    "relationship-unknown",
                    "type",
                    "Organizations are related as parent or related, and a word of " + type.length()
                            + " characters is neither. Translate it with values.");
        }
        return Json.NODES.textNode(type);
    }

    private static List<?> several(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> many ? many : List.of(value);
    }
}
