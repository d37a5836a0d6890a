package io.dragoman.staging;

import io.dragoman.model.Mapping.Gather;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets aside the records that would carry a bad cell of a gathered child. */
final class BadChildren {
    private final Prepared prepared;
    private final Gather gather;
    private final String child;
    private final List<String> by;
    private final Set<String> used;

    BadChildren(Prepared prepared, Gather gather, Set<String> columns) {
        this.prepared = prepared;
        this.gather = gather;
        this.child = Prepared.bare(gather.from());
        this.by = List.copyOf(gather.by().keySet());
        this.used = new LinkedHashSet<>(columns);
        used.addAll(by);
        gather.order().forEach(entry -> used.add(GatherCursor.ordering(entry)));
        used.addAll(gather.where().keySet());
    }

    void fill() throws SQLException {
        collect();
        String same = by.stream()
                .map(c -> Sql.column("b", by(c)) + " = "
                        + Sql.column("o", String.valueOf(gather.by().get(c))))
                .collect(Collectors.joining(" AND "));
        // Walks the records and not the bad cells: these may be many, and the records need not be indexed by this
        // column.
        Tables.run(
                prepared.connection(),
                Asides.INTO + "SELECT o._row, b.code, b.object, b.line, b.column, b.length FROM " + prepared.table()
                        + " CROSS JOIN temp.bad b ON " + same);
        Tables.run(prepared.connection(), "DROP TABLE temp.bad");
    }

    /** One bad cell for each key by which children are gathered. A row whose very condition is bad counts as gathered. */
    private void collect() throws SQLException {
        String keys = by.stream().map(c -> Sql.name(by(c))).collect(Collectors.joining(", "));
        String typed = by.stream().map(c -> Sql.name(by(c)) + " TEXT").collect(Collectors.joining(", "));
        Tables.run(
                prepared.connection(),
                "CREATE TEMP TABLE bad (" + typed
                        + ", code TEXT, object TEXT, line INTEGER, column TEXT, length INTEGER," + " PRIMARY KEY ("
                        + keys + ")) WITHOUT ROWID");
        StringBuilder sql = new StringBuilder("INSERT OR IGNORE INTO temp.bad SELECT ")
                .append(Sql.columns("c", by))
                .append(", b.code, b.object, b.line, b.column, b.length FROM _cell b CROSS JOIN ")
                .append(Sql.name(child))
                .append(" c ON c._row = b.row WHERE b.object = ? AND b.column IN (")
                .append(Sql.marks(used.size()))
                .append(") AND ")
                .append(Sql.allSet("c", by));
        List<String> values = new ArrayList<>(List.of(child));
        values.addAll(used);
        gather.where().forEach((column, allowed) -> {
            sql.append(" AND (b.column = ? OR ")
                    .append(GatherCursor.condition("c", column, allowed))
                    .append(')');
            values.add(column);
            values.addAll(GatherCursor.bound(allowed));
        });
        Asides.run(prepared, sql.append(" ORDER BY b.row, b.column").toString(), values);
    }

    private static String by(String column) {
        return "by " + column;
    }
}
