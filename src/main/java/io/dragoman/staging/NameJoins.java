package io.dragoman.staging;

import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds by name what rows refer to without a key. Names are compared as a person would, without regard to case, blanks and
 * punctuation. A name that nobody has, or several have, is a fault of the cell: nothing is guessed.
 */
final class NameJoins {
    static final String UNKNOWN = "name-not-found";
    static final String AMBIGUOUS = "name-ambiguous";

    private final Connection connection;
    private final Layout layout;
    private final Set<String> loaded;

    NameJoins(Connection connection, Layout layout, Set<String> loaded) {
        this.connection = connection;
        this.layout = layout;
        this.loaded = loaded;
    }

    /** Fills the columns of the files. Without the file that is referred to there is nothing to find, and nothing is said of it. */
    void fill() throws SQLException {
        for (NameJoin join : layout.completion().joins()) {
            if (loaded.contains(join.column().object())
                    && loaded.contains(join.to().object())) {
                for (Map<String, List<String>> way : join.ways()) {
                    fill(join, way);
                }
                if (!join.leaveEmpty()) {
                    fault(
                            join,
                            UNKNOWN,
                            join.ways().stream().map(NameJoins::own).collect(Collectors.joining(", ")));
                }
            }
        }
    }

    private void fill(NameJoin join, Map<String, List<String>> way) throws SQLException {
        String key = Sql.name(join.to().column());
        String name = alike(way.values().stream().map(words -> words(words)).toList());
        Tables.run(
                connection,
                "CREATE TEMP TABLE named AS SELECT " + name + " AS name, min(" + key + ") AS key, count(*) AS n FROM "
                        + Sql.name(join.to().object()) + " GROUP BY 1 HAVING name IS NOT NULL");
        Tables.run(connection, "CREATE INDEX temp.by_name ON named (name)");
        String table = Sql.name(join.column().object());
        String column = Sql.name(join.column().column());
        String own = own(way);
        fault(join, AMBIGUOUS, "(SELECT n FROM temp.named WHERE n > 1 AND name = " + own + ")");
        Tables.run(
                connection,
                "UPDATE " + table + " AS o SET " + column + " = (SELECT key FROM temp.named WHERE name = " + own
                        + ") WHERE " + column + " IS NULL AND " + own
                        + " IN (SELECT name FROM temp.named WHERE n = 1) AND " + sound(join));
        Tables.run(connection, "DROP TABLE temp.named");
    }

    /** @param some expressions of which one has to be something for the cell to be at fault */
    private void fault(NameJoin join, String code, String some) throws SQLException {
        Tables.run(
                connection,
                "INSERT OR IGNORE INTO _cell (object, row, column, line, code, length) SELECT '"
                        + join.column().object() + "', o._row, '"
                        + join.column().column() + "', o._line, '" + code
                        + "', 0 FROM " + Sql.name(join.column().object()) + " o WHERE "
                        + Sql.column("o", join.column().column()) + " IS NULL AND coalesce(" + some
                        + ", NULL) IS NOT NULL");
    }

    private static String sound(NameJoin join) {
        return "NOT EXISTS (SELECT 1 FROM _cell b WHERE b.object = '"
                + join.column().object() + "' AND b.column = '" + join.column().column() + "' AND b.row = o._row)";
    }

    private static String own(Map<String, List<String>> way) {
        return alike(way.keySet().stream().map(Sql::name).toList());
    }

    private static String words(List<String> columns) {
        return columns.stream()
                .map(column -> "coalesce(" + Sql.name(column) + ", '')")
                .collect(Collectors.joining(" || ' ' || "));
    }

    private static String alike(List<String> texts) {
        List<String> plain = new ArrayList<>();
        texts.forEach(text -> plain.add("replace(" + text + ", ',', '')"));
        return "alike('" + "t".repeat(texts.size()) + "', " + String.join(", ", plain) + ")";
    }

    /** A view that shows the rows of a file with their keys has the faults of their joins, too. */
    void pass(SourceObject view) throws SQLException {
        SourceObject of = layout.object(String.valueOf(view.of()));
        if (!Layout.names(view).containsAll(of.key())) {
            return;
        }
        String same = of.key().stream()
                .map(column -> Sql.column("v", column) + " = " + Sql.column("o", column))
                .collect(Collectors.joining(" AND "));
        String columns = Layout.names(view).stream()
                .filter(column -> layout.completion().joins().stream()
                        .anyMatch(join -> join.column().equals(new Layout.ColumnName(of.name(), column))))
                .map(column -> "'" + column + "'")
                .collect(Collectors.joining(", "));
        Tables.run(
                connection,
                "INSERT OR IGNORE INTO _cell (object, row, column, line, code, length) SELECT '" + view.name()
                        + "', v._row, b.column, b.line, b.code, 0 FROM _cell b CROSS JOIN " + Sql.name(of.name())
                        + " o ON o._row = b.row CROSS JOIN " + Sql.name(view.name()) + " v ON " + same
                        + " WHERE b.object = '" + of.name() + "' AND b.code IN ('" + UNKNOWN + "', '" + AMBIGUOUS
                        + "') AND b.column IN (" + columns + ")");
    }
}
