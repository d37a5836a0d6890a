package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place in a record that one row is made of.
 *
 * @param nodes the record first, then the elements of the arrays that lead here
 * @param position number of the row within its record, from 1
 * @param key of the row that the request was made for; null when it was made for none
 * @param zone where the practice is
 */
record Spot(List<JsonNode> nodes, int position, @Nullable String key, ZoneId zone) {
    private static final Pattern CHOICE = Pattern.compile("\\[([^=\\]]+)=([^\\]]*)]");

    /** What a way leads to; a missing node when it leads nowhere. */
    JsonNode at(Cell.Way way) {
        int index = nodes.size() - 1 - way.up();
        if (index < 0) {
            return MissingNode.getInstance();
        }
        return way.text().indexOf('[') < 0 ? nodes.get(index).at(way.text()) : chosen(nodes.get(index), way.text());
    }

    /** Walks a pointer in which {@code [name=value]} stands for the first element of an array that has this value. */
    private static JsonNode chosen(JsonNode from, String pointer) {
        JsonNode node = from;
        for (String segment : pointer.substring(1).split("/")) {
            Matcher choice = CHOICE.matcher(segment);
            node = choice.matches() ? first(node, choice.group(1), choice.group(2)) : node.at("/" + segment);
        }
        return node;
    }

    private static JsonNode first(JsonNode array, String name, String value) {
        for (JsonNode element : array) {
            if (element.path(name).asText("").equals(value)) {
                return element;
            }
        }
        return MissingNode.getInstance();
    }
}
