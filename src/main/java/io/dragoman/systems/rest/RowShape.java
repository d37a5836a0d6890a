package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one layout object are made out of a record. Immutable.
 *
 * @param object of the layout
 * @param each segments of a pointer in which {@code *} walks an array; empty when the record itself is the row
 * @param columns of the object that are filled, its key among them
 * @param cells where their texts are, in the same order
 * @param key indexes of the key columns
 */
record RowShape(String object, List<String> each, List<String> columns, List<Cell> cells, List<Integer> key) {
    private static final int CELL_CHARS = 1 << 20;
    private static final String ALL = "*";

    /**
     * One row.
     *
     * @param fault why it cannot be used, as a code; empty when it can
     * @param cells one for each column; none when there is a fault
     */
    record Row(String fault, @Nullable String[] cells) {
        static Row unusable(String fault) {
            return new Row(fault, new String[0]);
        }
    }

    /** The rows that a record has of this object. */
    List<Row> rows(JsonNode record, @Nullable String key, ZoneId zone) {
        List<Row> rows = new ArrayList<>();
        walk(new Spot(List.of(record), 0, key, zone), record, 0, rows);
        return rows;
    }

    private void walk(Spot spot, JsonNode node, int segment, List<Row> rows) {
        if (segment == each.size()) {
            rows.add(row(new Spot(spot.nodes(), rows.size() + 1, spot.key(), spot.zone())));
        } else if (!each.get(segment).equals(ALL)) {
            walk(spot, node.path(each.get(segment)), segment + 1, rows);
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                List<JsonNode> further = new ArrayList<>(spot.nodes());
                further.add(element);
                walk(new Spot(further, 0, spot.key(), spot.zone()), element, segment + 1, rows);
            }
        }
    }

    private Row row(Spot spot) {
        @Nullable String[] texts = new String[cells.size()];
        try {
            for (int i = 0; i < texts.length; i++) {
                String text = cells.get(i).text(spot);
                if (text != null && text.length() > CELL_CHARS) {
                    return Row.unusable("cell-too-large");
                }
                if (text != null && text.indexOf('\0') >= 0) {
                    return Row.unusable("nul-byte");
                }
                texts[i] = text;
            }
            return new Row("", texts);
        } catch (Cell.NotScalar e) {
            return Row.unusable("value-not-scalar");
        }
    }

    /** The key of a row; empty when a part of it is missing. */
    String key(Row row) {
        StringBuilder text = new StringBuilder();
        for (int index : key) {
            String part = index < row.cells().length ? row.cells()[index] : null;
            if (part == null || part.isBlank()) {
                return "";
            }
            text.append(text.length() == 0 ? "" : "/").append(part.strip());
        }
        return text.toString();
    }
}
