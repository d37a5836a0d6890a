package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** What came back other than it was sent, by the mapping's names. A key that was not sent is never a difference. */
final class Differences {
    /** Options of a field, as the first version of the API joins them. */
    private static final Pattern ID_LIST = Pattern.compile("[0-9]+(,[0-9]+)+");

    private Differences() {}

    static Set<String> between(JsonNode sent, JsonNode got, Map<String, String> names) {
        Set<String> differing = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : sent.properties()) {
            if (entry.getKey().equals("custom_fields")) {
                differing.addAll(between(entry.getValue(), got.path("custom_fields"), names));
            } else if (!same(entry.getValue(), got.path(entry.getKey()))) {
                differing.add(names.getOrDefault(entry.getKey(), entry.getKey()));
            }
        }
        return differing;
    }

    private static boolean same(JsonNode sent, JsonNode got) {
        if (sent.isNull() || sent.isArray() && sent.isEmpty()) {
            return got.isNull() || got.isMissingNode() || got.isEmpty() && !got.isValueNode();
        }
        if (sent instanceof ObjectNode object) {
            return object.properties().stream().allMatch(part -> same(part.getValue(), got.path(part.getKey())));
        }
        if (sent.isArray()) {
            return sent.size() == got.size() && sameMembers(sent, got);
        }
        if (sent.isNumber()) {
            if (got.path("value").isNumber()) {
                return same(sent, got.path("value"));
            }
            if (got.isBoolean()) {
                return sent.intValue() == (got.booleanValue() ? 1 : 0);
            }
            return got.isNumber() && sent.decimalValue().compareTo(got.decimalValue()) == 0;
        }
        if (ID_LIST.matcher(sent.asText()).matches()) {
            return new TreeSet<>(List.of(sent.asText().split(",", -1)))
                    .equals(new TreeSet<>(List.of(got.asText().split(",", -1))));
        }
        return text(sent.asText()).equals(text(got.asText()));
    }

    /** Order is not compared: options come back in the order of the field. */
    private static boolean sameMembers(JsonNode sent, JsonNode got) {
        List<JsonNode> left = new ArrayList<>();
        got.forEach(left::add);
        for (JsonNode one : sent) {
            JsonNode match =
                    left.stream().filter(other -> same(one, other)).findFirst().orElse(null);
            if (match == null) {
                return false;
            }
            left.remove(match);
        }
        return true;
    }

    /** Times may come back with seconds, and HTML tidied. */
    private static String text(String text) {
        if (text.matches("\\d\\d:\\d\\d")) {
            return text + ":00";
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
            return instant(text);
        }
        return (text.contains("<") ? Jsoup.parse(text).text() : text).strip().replaceAll("\\s+", " ");
    }

    private static String instant(String text) {
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
