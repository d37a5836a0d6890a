package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;
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
    List<Row> rows(JsonNode record, @Nullable String key) {
        List<Row> rows = new ArrayList<>();
        walk(List.of(record), record, 0, key, rows);
        return rows;
    }

    private void walk(List<JsonNode> above, JsonNode node, int segment, @Nullable String key, List<Row> rows) {
        if (segment == each.size()) {
            rows.add(row(new Spot(above, rows.size() + 1, key)));
        } else if (!each.get(segment).equals(ALL)) {
            walk(above, node.path(each.get(segment)), segment + 1, key, rows);
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                List<JsonNode> further = new ArrayList<>(above);
                further.add(element);
                walk(further, element, segment + 1, key, rows);
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
