package io.dragoman.staging;

import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports references to records that the export does not hold. What becomes of such a record, its mapping's link says. */
final class References {
    private final Connection connection;
    private final Layout layout;
    private final Set<String> loaded;
    private final Consumer<Finding> findings;

    References(Connection connection, Layout layout, Set<String> loaded, Consumer<Finding> findings) {
        this.connection = connection;
        this.layout = layout;
        this.loaded = loaded;
        this.findings = findings;
    }

    void report() throws SQLException {
        for (SourceObject object : layout.source().objects().values()) {
            List<Column> columns =
                    object.columns().stream().filter(this::isChecked).toList();
            if (object.of() == null && loaded.contains(object.name()) && !columns.isEmpty()) {
                report(object, columns);
            }
        }
    }

    /** References into a file that is missing as a whole are told by the note about the file. */
    private boolean isChecked(Column column) {
        String to = column.refersTo();
        return to != null && loaded.contains(Layout.ColumnName.of(to).object());
    }

    /** Counts all columns in one walk over the rows; only a column that has any is asked for its keys. */
    private void report(SourceObject object, List<Column> columns) throws SQLException {
        String counts = columns.stream().map(c -> "sum(" + dangles(c) + ")").collect(Collectors.joining(", "));
        List<Long> found = new ArrayList<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT " + counts + " FROM " + Sql.name(object.name()) + " o");
                ResultSet row = statement.executeQuery()) {
            row.next();
            for (int i = 1; i <= columns.size(); i++) {
                found.add(row.getLong(i));
            }
        }
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) > 0) {
                report(object, columns.get(i), found.get(i));
            }
        }
    }

    /** Whether the reference of a row, by the alias {@code o}, leads nowhere. */
    static String dangles(Column column) {
        Layout.ColumnName to = Layout.ColumnName.of(String.valueOf(column.refersTo()));
        return Sql.column("o", column.name()) + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + Sql.name(to.object())
                + " r WHERE " + Sql.column("r", to.column()) + " = " + Sql.column("o", column.name()) + ")";
    }

    private void report(SourceObject object, Column column, long count) throws SQLException {
        String sql = "SELECT " + Sql.key("o", object.key()) + " FROM " + Sql.name(object.name()) + " o WHERE "
                + dangles(column) + " ORDER BY o._row LIMIT " + Finding.KEYS;
        findings.accept(new Finding(
                Finding.Severity.NOTE,
                new Problem(
                        "dangling-reference",
                        object.file() + " " + column.name(),
                        "Of what these records name, the export does not hold: "
                                + Layout.ColumnName.of(String.valueOf(column.refersTo()))
                                        .object()
                                + ". Export it too, or let the link's mapping decide."),
                count,
                Summary.keys(connection, sql)));
    }
}
