package io.dragoman.staging;

import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Computes each view once, into a table like any other, and looks at its cells as at those of a file. */
final class ViewTables {
    private final Connection connection;
    private final Layout layout;

    ViewTables(Connection connection, Layout layout) {
        this.connection = connection;
        this.layout = layout;
    }

    void compute(SourceObject view, String sql) throws SQLException {
        Tables.create(connection, view);
        String names =
                String.join(", ", Layout.names(view).stream().map(Sql::name).toList());
        Tables.run(
                connection,
                "INSERT INTO " + Sql.name(view.name()) + " (" + names + ") SELECT " + names + " FROM (" + sql + ")");
        check(view);
    }

    private void check(SourceObject view) throws SQLException {
        List<Column> asking = view.columns().stream()
                .filter(c -> new CellRule(c, layout.emptyDates()).asks())
                .toList();
        if (asking.isEmpty()) {
            return;
        }
        List<CellRule> rules =
                asking.stream().map(c -> new CellRule(c, layout.emptyDates())).toList();
        String select = "SELECT v._row, "
                + Sql.columns("v", asking.stream().map(Column::name).toList()) + " FROM " + Sql.name(view.name())
                + " v";
        try (PreparedStatement rows = connection.prepareStatement(select);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO _cell (object, row, column, line, code, length) VALUES (?, ?, ?, 0, ?, ?)");
                ResultSet row = rows.executeQuery()) {
            while (row.next()) {
                for (int i = 0; i < asking.size(); i++) {
                    String text = row.getString(i + 2);
                    String fault = text == null ? null : rules.get(i).fault(text);
                    if (text != null && fault != null) {
                        insert.setString(1, view.name());
                        insert.setLong(2, row.getLong(1));
                        insert.setString(3, asking.get(i).name());
                        insert.setString(4, fault);
                        insert.setInt(5, text.length());
                        insert.executeUpdate();
                    }
                }
            }
        }
    }
}
