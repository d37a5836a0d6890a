package io.dragoman.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a JSON value looks like: its keys and types, and of texts the pattern. Two values of one shape are judged alike. */
final class Shape {
    private static final Pattern CODE = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,20}");

    private Shape() {}

    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> {
                TreeSet<String> elements = new TreeSet<>();
                value.forEach(element -> elements.add(of(element)));
                yield elements.toString();
            }
            case STRING -> text(value.textValue());
            case NUMBER -> value.isIntegralNumber() ? "1" : "1.5";
            default -> value.getNodeType().name();
        };
    }

    /** Words of a code stay as they are, because a description may list the ones that are allowed. */
    static String text(String text) {
        if (WORD.matcher(text).matches()) {
            return text;
        }
        String masked = text.replaceAll("\\p{L}+", "a").replaceAll("[0-9]+", "9");
        return masked.length() > 25 ? "long" : "'" + masked + "'";
    }

    private static String object(JsonNode value) {
        Map<String, String> keys = new TreeMap<>();
        value.properties()
                .forEach(entry -> keys.merge(
                        CODE.matcher(entry.getKey()).replaceAll("#"), of(entry.getValue()), (a, b) -> a + "|" + b));
        return keys.toString();
    }
}
