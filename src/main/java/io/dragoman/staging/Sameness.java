package io.dragoman.staging;

import io.dragoman.model.Identity;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that are one and the same: those the source itself names as duplicates, and those that agree on a set of
 * columns. The first row leads. Rows that agree and also share the column to ask within are set aside instead: two members
 * of one family may well have one name and one address.
 */
final class Sameness {
    private final Prepared prepared;
    private final Connection connection;
    private final Identity identity;

    Sameness(Prepared prepared) {
        this.prepared = prepared;
        this.connection = prepared.connection();
        this.identity = prepared.identity();
    }

    void fill() throws SQLException {
        String survivor = identity.survivor();
        boolean survivors = survivor != null;
        if (survivor != null) {
            followSurvivors(survivor);
        }
        if (!identity.sameAs().isEmpty()) {
            run("CREATE TEMP TABLE agree (number INTEGER, grp INTEGER, row INTEGER)");
            for (int i = 0; i < identity.sameAs().size(); i++) {
                agree(i, identity.sameAs().get(i), survivors);
            }
            setAsideWithin(identity.askWithin());
            spreadLeaders();
            run("INSERT INTO temp.joined SELECT row, leader FROM temp.label WHERE row <> leader");
        }
        if (survivors) {
            String leader = identity.sameAs().isEmpty()
                    ? "dest"
                    : "coalesce((SELECT l.leader FROM temp.label l WHERE l.row = hop.dest), dest)";
            run("INSERT INTO temp.joined SELECT row, " + leader + " FROM temp.hop");
            run("DROP TABLE temp.hop");
        }
    }

    /** A row in a circle of duplicates, or leading into one, or to a row without a key, stands for itself. */
    private void followSurvivors(String column) throws SQLException {
        SourceObject object = prepared.object();
        String leadsTo = object.columns().stream()
                .filter(c -> c.name().equals(column) && c.refersTo() != null)
                .map(c -> Layout.ColumnName.of(String.valueOf(c.refersTo())).column())
                .findFirst()
                .orElse(object.key().get(0));
        Chains.follow(connection, object.name(), column, leadsTo);
        run("DELETE FROM temp.hop WHERE dest IN (SELECT row FROM temp.hop)");
        run("DELETE FROM temp.hop WHERE dest IN (SELECT row FROM temp.aside WHERE code = 'key-missing')");
    }

    /** Groups of more than one row that agree on all columns of a set; a group is named by its first row. */
    private void agree(int number, List<String> set, boolean survivors) throws SQLException {
        String shape = set.stream().map(this::isPhone).collect(Collectors.joining());
        String rows = "SELECT o._row AS row, alike('" + shape + "', " + Sql.columns("o", set) + ") AS same FROM "
                + prepared.table() + " WHERE " + Sql.allSet("o", set) + " AND " + Sql.allSet("o", prepared.lineage())
                + (survivors ? " AND o._row NOT IN (SELECT row FROM temp.hop)" : "");
        run("INSERT INTO temp.agree SELECT " + number + ", first, row FROM (SELECT row, min(row) OVER w AS first,"
                + " count(*) OVER w AS n FROM (" + rows + ") WHERE same IS NOT NULL WINDOW w AS (PARTITION BY same))"
                + " WHERE n > 1");
    }

    private String isPhone(String column) {
        return prepared.object().columns().stream()
                        .filter(c -> c.name().equals(column))
                        .map(Column::type)
                        .anyMatch("phone"::equals)
                ? "p"
                : "t";
    }

    private void setAsideWithin(@Nullable String column) throws SQLException {
        if (column == null) {
            return;
        }
        run("INSERT OR IGNORE INTO temp.aside (row, code, object, line, column, length, other)"
                + " SELECT row, 'possible-duplicate', '" + prepared.object().name() + "', line, number, 0, first"
                + " FROM (SELECT a.row, o._line AS line, a.number,"
                + " first_value(a.row) OVER (PARTITION BY a.number, a.grp, " + Sql.column("o", column)
                + " ORDER BY a.row) AS first FROM temp.agree a JOIN " + prepared.table() + " ON o._row = a.row WHERE "
                + Sql.column("o", column) + " IS NOT NULL) WHERE row <> first ORDER BY row, number");
        run("DELETE FROM temp.agree WHERE row IN (SELECT row FROM temp.aside WHERE code = 'possible-duplicate')");
    }

    /** Rows that agree on one set with one row and on another set with a second all get the first of them as leader. */
    private void spreadLeaders() throws SQLException {
        run("CREATE INDEX temp.agree_row ON agree (row)");
        run("CREATE TEMP TABLE label (row INTEGER PRIMARY KEY, leader INTEGER)");
        run("INSERT INTO temp.label SELECT row, min(row) FROM temp.agree GROUP BY row");
        run(
                "CREATE TEMP TABLE first (number INTEGER, grp INTEGER, leader INTEGER, PRIMARY KEY (number, grp)) WITHOUT ROWID");
        int changed;
        do {
            run("DELETE FROM temp.first");
            run("INSERT INTO temp.first SELECT a.number, a.grp, min(l.leader) FROM temp.agree a JOIN temp.label l"
                    + " ON l.row = a.row GROUP BY a.number, a.grp");
            changed = run("UPDATE temp.label SET leader = least.leader FROM (SELECT a.row, min(f.leader) AS leader"
                    + " FROM temp.agree a JOIN temp.first f ON f.number = a.number AND f.grp = a.grp GROUP BY a.row) least"
                    + " WHERE least.row = label.row AND least.leader < label.leader");
            changed += run("UPDATE temp.label SET leader = ahead.leader FROM temp.label ahead"
                    + " WHERE ahead.row = label.leader AND ahead.leader < label.leader");
        } while (changed > 0);
    }

    private int run(String sql) throws SQLException {
        return Tables.run(connection, sql);
    }
}
