package io.dragoman.staging;

import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Looks at all staged rows together, once, in the order in which the answers build on each other. */
final class Finish {
    private final Connection connection;
    private final Layout layout;
    private final Set<String> loaded;
    private final Consumer<Finding> findings;

    Finish(Connection connection, Layout layout, Set<String> loaded, Consumer<Finding> findings) {
        this.connection = connection;
        this.layout = layout;
        this.loaded = loaded;
        this.findings = findings;
    }

    void run() throws SQLException {
        Keys keys = new Keys(connection);
        for (SourceObject object : layout.source().objects().values()) {
            if (object.of() == null) {
                keys.settle(object);
            }
        }
        for (SourceObject object : layout.source().objects().values()) {
            if (object.of() == null) {
                forgetKnownCodes(object);
            }
        }
        NameJoins joins = new NameJoins(connection, layout, loaded);
        joins.fill();
        new References(connection, layout, loaded, findings).report();
        new Circles(connection, layout, findings).report();
        ViewTables views = new ViewTables(connection, layout);
        for (Map.Entry<String, String> view : layout.views().entrySet()) {
            SourceObject object = layout.object(view.getKey());
            views.compute(object, view.getValue());
            forgetKnownCodes(object);
            keys.settle(object);
            joins.pass(object);
        }
        new Summary(connection, layout, findings).report();
    }

    /** A code that the export's own list names is known, whatever the layout says: mappings translate it. */
    private void forgetKnownCodes(SourceObject object) throws SQLException {
        Layout.ColumnName known = layout.knownCodes();
        if (known == null) {
            return;
        }
        for (var column : object.columns()) {
            if (column.type().equals("code")) {
                Tables.run(connection, forget(object, column.name(), known));
            }
        }
    }

    private static String forget(SourceObject object, String column, Layout.ColumnName known) {
        return """
                DELETE FROM _cell
                WHERE object = '%1$s' AND column = '%2$s' AND code = 'unknown-code' AND row IN (
                  SELECT b.row
                  FROM _cell b
                  CROSS JOIN %3$s o ON o._row = b.row
                  WHERE b.object = '%1$s' AND b.column = '%2$s' AND %4$s IN (SELECT %5$s FROM %6$s)
                )""".formatted(
                        object.name(),
                        column,
                        Sql.name(object.name()),
                        Sql.column("o", column),
                        Sql.name(known.column()),
                        Sql.name(known.object()));
    }
}
