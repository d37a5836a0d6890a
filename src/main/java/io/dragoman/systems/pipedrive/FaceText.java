package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * One text for every form in which Pipedrive may show the same value. Empty for null, for an empty list and for an amount of nothing
 * inside of an object.
 */
final class FaceText {
    private static final String BETWEEN = "\u001f";
    /** Options of a field, as the first version of the API joins them. */
    private static final Pattern ID_LIST = Pattern.compile("[0-9]+(,[0-9]+)+");

    /** Keys that tell a value's place in the account, not the value. */
    private static final Set<String> PLACES = Set.of("id", "timezone_id", "timezone_name");

    private FaceText() {}

    static String of(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "0";
        }
        if (value.isNumber()) {
            return number(value.decimalValue());
        }
        if (value.isArray()) {
            List<String> members = new ArrayList<>();
            value.forEach(one -> members.add(of(one)));
            members.removeIf(String::isEmpty);
            members.sort(null);
            return String.join(",", members);
        }
        return value.isObject() ? object(value) : text(value.asText());
    }

    /** The words of HTML and where its links and pictures lead. */
    static String html(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        Set<String> links = new TreeSet<>();
        page.select("[href]").forEach(link -> links.add(link.attr("href")));
        page.select("[src]").forEach(picture -> links.add(picture.attr("src")));
        return (page.text() + " " + String.join(" ", links)).strip().replaceAll("\\s+", " ");
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** What an address or a linked record shows is its value; the parts are found by Pipedrive. */
    private static String object(JsonNode object) {
        if (object.has("value")) {
            String value = of(object.path("value"));
            StringBuilder whole = new StringBuilder(value);
            if (!value.isEmpty() && !value.equals("0")) {
                add(whole, of(object.path("currency")));
                add(whole, of(object.path("until")));
            }
            if (object.has("primary") || object.has("label")) {
                add(whole, object.path("label").asText("work"));
                add(whole, object.path("primary").asBoolean(false) ? "1" : "");
            }
            return value.equals("0") && whole.length() == 1 ? "" : whole.toString();
        }
        if (object.has("email")) {
            return of(object.path("email")); // whether an invitation was accepted is no change of the activity
        }
        List<String> parts = new ArrayList<>();
        object.properties().forEach(part -> {
            String text = of(part.getValue());
            if (!text.isEmpty() && !text.equals("0") && !PLACES.contains(part.getKey())) {
                parts.add(part.getKey() + "=" + text);
            }
        });
        parts.sort(null);
        return String.join(BETWEEN, parts);
    }

    private static void add(StringBuilder whole, String part) {
        if (!part.isEmpty()) {
            whole.append(BETWEEN).append(part);
        }
    }

    private static String text(String text) {
        if (text.matches("\\d\\d:\\d\\d")) {
            return text + ":00";
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
            return instant(text);
        }
        if (ID_LIST.matcher(text).matches()) {
            return String.join(",", new TreeSet<>(List.of(text.split(",", -1))));
        }
        return text.contains("<") ? html(text) : text.strip().replaceAll("\\s+", " ");
    }

    private static String instant(String text) {
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
