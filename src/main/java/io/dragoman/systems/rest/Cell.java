package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the text of one column is in a record: a JSON pointer with a form, a constant, or a number the reader counts. Immutable.
 *
 * @param ways tried in order; the first that holds something counts
 * @param values what stands in for a text; an empty one means that the way holds nothing
 */
record Cell(List<Way> ways, Map<String, String> values) {
    private static final Pattern WAY = Pattern.compile("(?:(id|json|list|date|time) )?(\\^*)((?:/[^/\\s]+)*)");

    /** What becomes of the value that a pointer leads to. */
    enum Form {
        /** A scalar, as it is written. */
        SCALAR,
        /** The last segment of an address. */
        ID,
        /** Any value, as compact JSON. */
        JSON,
        /** The scalars of an array, one after the other. */
        LIST,
        /** The day of a moment, where the practice is. */
        DATE,
        /** The time of day of a moment, where the practice is. */
        TIME,
        /** A text of its own. */
        CONSTANT,
        /** Number of the row within its record, from 1. */
        POSITION,
        /** Key of the row that the request was made for. */
        KEY
    }

    /**
     * One way to a text.
     *
     * @param up how many arrays further out the pointer begins
     * @param text JSON pointer, or the constant
     */
    record Way(Form form, int up, String text) {}

    /** Thrown where a scalar is wanted and something else stands. */
    static final class NotScalar extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Reads what {@code rest.yaml} says of a column; empty when it says nothing that can be understood. */
    static Optional<Cell> of(String text, Map<String, String> values) {
        if (text.startsWith("= ")) {
            return Optional.of(new Cell(List.of(new Way(Form.CONSTANT, 0, text.substring(2))), values));
        }
        List<Way> ways = new ArrayList<>();
        for (String part : text.split(" or ", -1)) {
            Optional<Way> way = way(part.strip());
            if (way.isEmpty()) {
                return Optional.empty();
            }
            ways.add(way.get());
        }
        return Optional.of(new Cell(List.copyOf(ways), values));
    }

    private static Optional<Way> way(String text) {
        if (text.equals("position") || text.equals("key")) {
            return Optional.of(new Way(Form.valueOf(text.toUpperCase(Locale.ROOT)), 0, ""));
        }
        Matcher matcher = WAY.matcher(text);
        if (!matcher.matches() || text.isEmpty()) {
            return Optional.empty();
        }
        Form form = matcher.group(1) == null
                ? Form.SCALAR
                : Form.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        return Optional.of(new Way(form, matcher.group(2).length(), matcher.group(3)));
    }

    /** How many arrays further out the column looks at most. */
    int up() {
        return ways.stream().mapToInt(Way::up).max().orElse(0);
    }

    /** The column's text; null when there is none. */
    @Nullable
    String text(Spot spot) throws NotScalar {
        for (Way way : ways) {
            String text = text(way, spot);
            String meant = text == null ? "" : values.getOrDefault(text, text);
            if (!meant.isEmpty()) {
                return meant;
            }
        }
        return null;
    }

    private static @Nullable String text(Way way, Spot spot) throws NotScalar {
        return switch (way.form()) {
            case CONSTANT -> way.text();
            case POSITION -> Integer.toString(spot.position());
            case KEY -> spot.key();
            case JSON -> json(spot.at(way));
            case LIST -> list(spot.at(way));
            case ID -> id(scalar(spot.at(way)));
            case DATE -> Moments.date(scalar(spot.at(way)), spot.zone());
            case TIME -> Moments.time(scalar(spot.at(way)), spot.zone());
            case SCALAR -> scalar(spot.at(way));
        };
    }

    private static @Nullable String json(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.toString();
    }

    private static @Nullable String scalar(JsonNode node) throws NotScalar {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            throw new NotScalar();
        }
        return node.isBigDecimal() ? node.decimalValue().toPlainString() : node.asText();
    }

    private static @Nullable String list(JsonNode node) throws NotScalar {
        if (!node.isArray()) {
            return scalar(node);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : node) {
            String text = scalar(element);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.stream().collect(Collectors.joining(", "));
    }

    private static @Nullable String id(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
