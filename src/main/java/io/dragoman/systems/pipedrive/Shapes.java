package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.AsHeld;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of one value, by the type word of its field. A value that does not fit the type is a problem of the record, told by the names
 * of the two types and never by the value. Source: the migration guide to the second version of the API, 2026-04.
 */
record Shapes(Site site, String field) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter OLD_DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    JsonNode of(String type, Object value) {
        if (value instanceof AsHeld held) {
            return Json.value(held.form());
        }
        return switch (type) {
            case "text", "phone", "long-text" -> Json.NODES.textNode(text(value));
            case "number" -> Json.NODES.numberNode(number(value));
            case "date" -> Json.NODES.textNode(as(LocalDate.class, value, type).toString());
            case "time" -> Json.NODES.textNode(as(LocalTime.class, value, type).format(TIME));
            case "date-time" ->
                Json.NODES.textNode(as(Instant.class, value, type)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
            case "old-date-time" -> Json.NODES.textNode(OLD_DATE_TIME.format(as(Instant.class, value, "date-time")));
            case "yes-no" -> Json.NODES.booleanNode(as(Boolean.class, value, type));
            case "emails", "phones" -> contacts(value);
            case "address" -> address(value);
            case "person", "organization", "deal", "product", "user" ->
                Json.NODES.numberNode(Words.number(site, field, as(TargetId.class, value, type)));
            case "lead" -> Json.NODES.textNode(as(TargetId.class, value, type).value());
            default -> throw misfit(value, type);
        };
    }

    /** Text as it is; yes, no, numbers and days are written out. */
    String text(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "Yes" : "No";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof String || value instanceof LocalDate || value instanceof Instant) {
            return value.toString();
        }
        throw misfit(value, "text");
    }

    BigDecimal number(Object value) {
        return value instanceof Integer || value instanceof Long
                ? new BigDecimal(value.toString())
                : as(BigDecimal.class, value, "number");
    }

    <T> T as(Class<T> wanted, Object value, String type) {
        if (wanted.isInstance(value)) {
            return wanted.cast(value);
        }
        throw misfit(value, type);
    }

    /**
     * A text, a map of {@code value} and perhaps {@code label} and {@code primary}, or a list of these. The first one
     * becomes the primary one where none is said to be.
     */
    private ArrayNode contacts(Object value) {
        ArrayNode list = Json.array();
        List<?> all = value instanceof List<?> many ? many : List.of(value);
        Object primary = primary(all);
        for (Object one : all) {
            ObjectNode entry = list.addObject();
            if (one instanceof Map<?, ?> parts) {
                entry.put("value", text(part(parts, "value")));
                if (parts.get("label") != null) {
                    entry.put("label", text(part(parts, "label")));
                }
            } else {
                entry.put("value", text(one));
            }
            entry.put("primary", primary == null ? list.size() == 1 : one == primary);
        }
        return list;
    }

    /** The entry that is said to be the primary one; null when none is. */
    private static @Nullable Object primary(List<?> contacts) {
        for (Object one : contacts) {
            if (one instanceof Map<?, ?> parts && Boolean.TRUE.equals(parts.get("primary"))) {
                return one;
            }
        }
        return null;
    }

    private Object part(Map<?, ?> map, String name) {
        Object value = map.get(name);
        if (value == null) {
            throw misfit(map, "value with a label");
        }
        return value;
    }

    private ObjectNode address(Object value) {
        ObjectNode address = Json.object();
        if (value instanceof Map<?, ?> parts) {
            parts.forEach((name, part) -> address.put(name.toString(), text(part)));
            return address;
        }
        return address.put("value", text(value));
    }

    RecordProblem misfit(Object value, String type) {
        return site.problem(
                "value-misfit",
                field,
                "A value of the sort " + value.getClass().getSimpleName() + " does not fit the type " + type
                        + ". End the row with a transform that gives " + type + ".");
    }
}
