package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place in a record that one row is made of.
 *
 * @param nodes the record first, then the elements of the arrays that lead here
 * @param position number of the row within its record, from 1
 * @param key of the row that the request was made for; null when it was made for none
 */
record Spot(List<JsonNode> nodes, int position, @Nullable String key) {
    /** What a way leads to; a missing node when it leads nowhere. */
    JsonNode at(Cell.Way way) {
        int index = nodes.size() - 1 - way.up();
        return index < 0 ? MissingNode.getInstance() : nodes.get(index).at(way.text());
    }
}
