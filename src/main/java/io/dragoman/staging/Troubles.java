package io.dragoman.staging;

import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Everything wrong in a source that has a place, read as it is asked for: rows, cells and references. For one thread. */
public final class Troubles extends Cursor<Troubles.Trouble> {
    private final Layout layout;

    Troubles(PreparedStatement statement, Layout layout, BooleanSupplier stop) throws SQLException {
        super(statement, stop, () -> {});
        this.layout = layout;
    }

    /**
     * One thing that is wrong.
     *
     * @param file as the layout calls it; the object for a view
     * @param line 0 when the source has no lines
     * @param column empty when it is the row as a whole
     * @param key of the row; empty when it has none
     */
    public record Trouble(String file, long line, String column, String key, Problem problem) {}

    static String sql(Census census, Layout layout) {
        List<String> parts = new ArrayList<>();
        parts.add("SELECT object, row, line, '' AS column, key, code, 0 AS length FROM _problem");
        for (SourceObject object : layout.source().objects().values()) {
            String name = object.name();
            String of = Sql.name(name);
            parts.add("SELECT '" + name + "', c.row, coalesce(c.line, 0), c.column, " + Sql.key("o", object.key())
                    + ", c.code, c.length FROM _cell c CROSS JOIN " + of + " o ON o._row = c.row WHERE c.object = '"
                    + name + "'");
            if (object.of() == null && census.isHere(name)) {
                object.columns().stream()
                        .filter(census::isChecked)
                        .map(column -> dangling(object, column))
                        .forEach(parts::add);
            }
        }
        return String.join(" UNION ALL ", parts);
    }

    private static String dangling(SourceObject object, Column column) {
        return "SELECT '" + object.name() + "', o._row, coalesce(o._line, 0), '" + column.name() + "', "
                + Sql.key("o", object.key()) + ", 'dangling-reference', 0 FROM " + Sql.name(object.name())
                + " o WHERE " + References.dangles(column);
    }

    @Override
    Trouble read(ResultSet row) throws SQLException {
        SourceObject of = layout.object(row.getString(1));
        String column = row.getString(4);
        String code = row.getString(6);
        String file = of.file() == null ? of.name() : of.file();
        String advice = column.isEmpty() ? Advice.forRow(code) : Advice.forCell(column, row.getInt(7), code);
        String key = row.getString(5);
        return new Trouble(file, row.getLong(3), column, key == null ? "" : key, new Problem(code, file, advice));
    }
}
