package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Brings accepted values to the form in which they are kept and shown. */
final class Tidy {
    private static final Set<String> TIMES = Set.of("add_time", "archive_time", "close_time", "won_time", "lost_time");
    private static final DateTimeFormatter OLD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Tidy() {}

    static JsonNode value(Kind kind, String name, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        if (TIMES.contains(name)) {
            return TextNode.valueOf(time(second(value.textValue())));
        }
        return switch (name) {
            case "emails", "phones" -> contacts((ArrayNode) value);
            case "participants" -> primaryFirst((ArrayNode) value);
            case "due_time", "duration" ->
                TextNode.valueOf(value.textValue().length() == 5 ? value.textValue() + ":00" : value.textValue());
            case "label_ids" -> value;
            default ->
                value.isTextual() && value.textValue().isEmpty() && kind != Kind.PRODUCT ? Json.nothing() : value;
        };
    }

    static String time(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }

    static String oldTime(long epochSecond) {
        return OLD.format(Instant.ofEpochSecond(epochSecond));
    }

    /** The epoch second of a checked time, in either of the two forms. */
    static long second(String time) {
        if (time.charAt(10) == ' ') {
            return LocalDateTime.parse(time.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
        }
        return OffsetDateTime.parse(time).truncatedTo(ChronoUnit.SECONDS).toEpochSecond();
    }

    private static ArrayNode contacts(ArrayNode given) {
        ArrayNode tidy = primaryFirst(given);
        for (JsonNode item : tidy) {
            ObjectNode contact = (ObjectNode) item;
            contact.put("label", contact.path("label").asText("work"));
        }
        return tidy;
    }

    /** Every item says whether it is the primary one; the first is, where none says so. */
    private static ArrayNode primaryFirst(ArrayNode given) {
        ArrayNode tidy = given.deepCopy();
        boolean anyPrimary = false;
        for (JsonNode item : tidy) {
            anyPrimary = anyPrimary || item.path("primary").asBoolean(false);
        }
        for (int i = 0; i < tidy.size(); i++) {
            ObjectNode item = (ObjectNode) tidy.get(i);
            item.put("primary", anyPrimary ? item.path("primary").asBoolean(false) : i == 0);
        }
        return tidy;
    }
}
