package io.dragoman.staging;

import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The children of all records of a reading, in the order of the records, so that one walk serves them all: the join is
 * sorted on disk once, and no child is looked up by itself.
 */
final class GatherCursor implements AutoCloseable {
    private final List<String> columns;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private long owner;

    GatherCursor(Prepared prepared, Pass pass, Gather gather, Set<String> wanted) throws SQLException {
        this.columns = List.copyOf(wanted);
        this.statement = prepared.connection().prepareStatement(sql(prepared, pass, gather));
        int next = 1;
        for (Set<String> values : gather.where().values()) {
            for (String value : bound(values)) {
                statement.setString(next++, value);
            }
        }
        this.rows = statement.executeQuery();
        step();
    }

    private String sql(Prepared prepared, Pass pass, Gather gather) {
        SourceObject child = prepared.layout().object(Prepared.bare(gather.from()));
        String by = gather.by().entrySet().stream()
                .map(e -> Sql.column("o", e.getValue()) + " = " + Sql.column("c", e.getKey()))
                .collect(Collectors.joining(" AND "));
        StringBuilder sql = new StringBuilder("SELECT o._row");
        columns.forEach(c -> sql.append(", ").append(Sql.column("c", c)));
        sql.append(" FROM ").append(prepared.table()).append(" JOIN ").append(Sql.name(child.name()));
        sql.append(" c ON ").append(by);
        gather.where().forEach((column, values) -> sql.append(" AND ").append(condition("c", column, values)));
        if (pass == Pass.JOINED) {
            // The plus keeps SQLite from starting at the joined rows, with a walk over all children for each.
            sql.append(" AND +o._row IN (SELECT row FROM temp.joined)");
        }
        sql.append(" ORDER BY o._row");
        gather.order().forEach(c -> sql.append(", ").append(order(child, c)));
        return sql.append(", c._row").toString();
    }

    /** The column an entry of {@code order} names; a leading minus turns the order round. */
    static String ordering(String entry) {
        return entry.startsWith("-") ? entry.substring(1) : entry;
    }

    private static String order(SourceObject child, String entry) {
        String column = ordering(entry);
        String type = child.columns().stream()
                .filter(c -> c.name().equals(column))
                .map(Column::type)
                .findFirst()
                .orElse("");
        String name = Sql.column("c", column);
        String sorted = switch (type) {
            case "int" -> "CAST(" + name + " AS INTEGER)";
            case "dec" -> "CAST(" + name + " AS NUMERIC)";
            default -> name;
        };
        return sorted + (column.equals(entry) ? "" : " DESC") + " NULLS LAST";
    }

    /** What holds when a column has one of the values; an empty one stands for nothing. */
    static String condition(String alias, String column, Set<String> values) {
        String name = Sql.column(alias, column);
        int given = bound(values).size();
        String in = name + " IN (" + Sql.marks(given) + ")";
        if (!values.contains("")) {
            return in;
        }
        return given == 0 ? name + " IS NULL" : "(" + name + " IS NULL OR " + in + ")";
    }

    /** The values to bind for {@link #condition}, in its order. */
    static List<String> bound(Set<String> values) {
        return values.stream().filter(v -> !v.isEmpty()).sorted().toList();
    }

    private void step() throws SQLException {
        owner = rows.next() ? rows.getLong(1) : Long.MAX_VALUE;
    }

    /** Children of the record in this row; rows are asked for in rising order. */
    List<Map<String, Object>> of(long row) throws SQLException {
        while (owner < row) {
            step();
        }
        if (owner > row) {
            return List.of();
        }
        List<Map<String, Object>> children = new ArrayList<>();
        while (owner == row) {
            Map<String, Object> child = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                String text = rows.getString(i + 2);
                if (text != null) {
                    child.put(columns.get(i), text);
                }
            }
            children.add(child);
            step();
        }
        return children;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
