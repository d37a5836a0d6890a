package io.dragoman.staging;

import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Questions about a finished staging that count, for those who look at a source as a whole. What is asked is worked out on
 * disk, so that memory stays flat whatever the number of rows; only lists of codes and names are as long as there are
 * different ones. For one thread. Throws {@link io.dragoman.model.RunProblem} when the staging fails, or the verb is stopped.
 */
public final class Census implements AutoCloseable {
    private final Connection connection;
    private final Layout layout;
    private final Set<String> loaded;
    private final BooleanSupplier stop;

    Census(Connection connection, Layout layout, Set<String> loaded, BooleanSupplier stop) {
        this.connection = connection;
        this.layout = layout;
        this.loaded = loaded;
        this.stop = stop;
    }

    /** A text and how many rows have it. */
    public record Count(String text, long rows) {}

    /** How much of a column is there. @param longest characters of its longest cell; 0 when it is empty */
    public record Filled(Column column, long cells, long longest) {}

    /** What is wrong with how many rows of an object. @param column empty when the whole row is set aside */
    public record Wrong(String object, String column, String code, long rows) {}

    /** First and last text of a column, in the order of the alphabet. */
    public record Range(String first, String last) {}

    /** The layout that says what there could be. */
    public Layout layout() {
        return layout;
    }

    /** Whether the source had the object at all; views are always there. */
    public boolean isHere(String object) {
        return layout.object(object).of() != null || loaded.contains(object);
    }

    /** Rows that can be used. */
    public long rows(String object) {
        return number("SELECT count(*) FROM " + table(object));
    }

    /** How much of each column is there, in the order of the layout; one walk over the rows. */
    public List<Filled> filled(String object) {
        List<Column> columns = layout.object(object).columns();
        String sql = columns.stream()
                .map(c -> "count(" + Sql.name(c.name()) + "), coalesce(max(length(" + Sql.name(c.name()) + ")), 0)")
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + table(object)));
        return first(sql, row -> {
                    List<Filled> filled = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        filled.add(new Filled(columns.get(i), row.getLong(2 * i + 1), row.getLong(2 * i + 2)));
                    }
                    return filled;
                })
                .orElseThrow();
    }

    /** The texts of a column with their rows, most frequent first, at most this many. */
    public List<Count> counts(String object, String column, int most) {
        String name = Sql.name(column);
        return all(
                "SELECT " + name + ", count(*) FROM " + table(object) + " WHERE " + name + " IS NOT NULL GROUP BY 1"
                        + " ORDER BY 2 DESC, 1 LIMIT " + most,
                row -> new Count(row.getString(1), row.getLong(2)));
    }

    /** How many different texts a column has. */
    public long distinct(String object, String column) {
        return number("SELECT count(DISTINCT " + Sql.name(column) + ") FROM " + table(object));
    }

    /** How many different texts of a column go with each text of another one, and how many rows that have both. */
    public List<Varied> varied(String object, String column, String of, int most) {
        String name = Sql.name(column);
        String value = Sql.name(of);
        return all(
                "SELECT " + name + ", count(" + value + "), count(DISTINCT " + value + ") FROM " + table(object)
                        + " WHERE " + name + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT " + most,
                row -> new Varied(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    /** A text of one column, how many rows have a text in the other, and how many different ones. */
    public record Varied(String text, long filled, long distinct) {}

    /** Rows that share the text of a column with another row, whatever the case. */
    public long sharing(String object, String column) {
        String name = Sql.name(column);
        return number("SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM " + table(object) + " WHERE " + name
                + " IS NOT NULL GROUP BY lower(" + name + ") HAVING n > 1)");
    }

    /** Rows whose date comes before this one; texts that are no dates do not count. */
    public long before(String object, String column, String date) {
        return number("SELECT count(*) FROM " + table(object) + " WHERE " + isDated(column) + " < '" + date + "'");
    }

    /** Rows whose date comes after this one; texts that are no dates do not count. */
    public long after(String object, String column, String date) {
        return number("SELECT count(*) FROM " + table(object) + " WHERE " + isDated(column) + " > '" + date + "~'");
    }

    private static String isDated(String column) {
        String name = Sql.name(column);
        return name + " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND " + name;
    }

    /** From where to where a column goes; empty when it is empty. */
    public Optional<Range> range(String object, String column) {
        String name = Sql.name(column);
        return first(
                "SELECT min(" + name + "), max(" + name + ") FROM " + table(object) + " HAVING count(" + name + ") > 0",
                row -> new Range(row.getString(1), row.getString(2)));
    }

    /** What is wrong with rows and cells, by object, column and code. */
    public List<Wrong> wrong() {
        return all(
                "SELECT object, '', code, count(*) FROM _problem GROUP BY 1, 3 UNION ALL"
                        + " SELECT object, column, code, count(*) FROM _cell GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                row -> new Wrong(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    /** Rows whose reference leads to no row of an object that is there. */
    public long dangling(String object, Column column) {
        return number("SELECT count(*) FROM " + table(object) + " o WHERE " + References.dangles(column));
    }

    /** Whether a column refers to rows of an object that the source had. */
    public boolean isChecked(Column column) {
        String to = column.refersTo();
        return to != null && isHere(Layout.ColumnName.of(to).object());
    }

    /** All rows of an object in their order, with these columns; the caller closes it, or reads it to its end. */
    public Walk walk(String object, List<String> columns) {
        SourceObject of = layout.object(object);
        String sql = "SELECT " + Sql.key("o", of.key()) + ", o._row, coalesce(o._line, 0)"
                + columns.stream().map(c -> ", " + Sql.column("o", c)).collect(Collectors.joining()) + " FROM "
                + table(object) + " o ORDER BY o._row";
        return asked(sql, statement -> new Walk(statement, columns.size(), stop));
    }

    /** Everything wrong that has a place in a file: rows, cells and references, object by object. */
    public Troubles troubles() {
        return asked(Troubles.sql(this, layout), statement -> new Troubles(statement, layout, stop));
    }

    private String table(String object) {
        return Sql.name(layout.object(object).name());
    }

    private long number(String sql) {
        return first(sql, row -> row.getLong(1)).orElse(0L);
    }

    private <T> Optional<T> first(String sql, Reader<T> reader) {
        return all(sql, reader).stream().findFirst();
    }

    private <T> List<T> all(String sql, Reader<T> reader) {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    private <T> T asked(String sql, Opener<T> opener) {
        try {
            return opener.open(connection.prepareStatement(sql));
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** What a row says. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Begins to read what a statement gives. */
    private interface Opener<T> {
        T open(PreparedStatement statement) throws SQLException;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }
}
