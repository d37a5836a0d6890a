package io.dragoman.staging;

import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.SQLException;

/** Makes a key name one row: indexes it, and sets aside every row but the first that has it. */
final class Keys {
    private final Connection connection;

    Keys(Connection connection) {
        this.connection = connection;
    }

    void settle(SourceObject object) throws SQLException {
        String table = Sql.name(object.name());
        String key = Sql.columns("o", object.key());
        Tables.run(
                connection,
                "CREATE INDEX " + Sql.name("key of " + object.name()) + " ON " + table + " ("
                        + String.join(", ", object.key().stream().map(Sql::name).toList()) + ")");
        if (object.of() != null) {
            setAside(
                    object,
                    "SELECT _row FROM " + table + " o WHERE " + Sql.anyMissing("o", object.key()),
                    "key-missing");
        }
        setAside(
                object,
                "SELECT _row FROM (SELECT _row, row_number() OVER (PARTITION BY " + key + " ORDER BY _row) AS n FROM "
                        + table + " o) WHERE n > 1",
                "duplicate-key");
    }

    private void setAside(SourceObject object, String rows, String code) throws SQLException {
        String table = Sql.name(object.name());
        int found = Tables.run(
                connection,
                "INSERT INTO _problem (object, row, line, key, code) SELECT '" + object.name()
                        + "', o._row, coalesce(o._line, 0), coalesce(" + Sql.key("o", object.key()) + ", ''), '" + code
                        + "' FROM " + table + " o WHERE o._row IN (" + rows + ")");
        if (found > 0) {
            String gone = "(SELECT row FROM _problem WHERE object = '" + object.name() + "' AND code = '" + code + "')";
            Tables.run(connection, "DELETE FROM " + table + " WHERE _row IN " + gone);
            Tables.run(connection, "DELETE FROM _cell WHERE object = '" + object.name() + "' AND row IN " + gone);
        }
    }
}
