package io.dragoman.staging;

import io.dragoman.model.Identity;
import io.dragoman.model.Reading;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A reading whose questions are answered once for all its passes, in temporary tables of its own connection:
 * {@code aside} holds the rows that cannot be used, {@code joined} those that are the same as another one.
 *
 * @param columns of the object that are read: those the reading wants, and the key
 */
record Prepared(Connection connection, Layout layout, Reading reading, SourceObject object, List<String> columns) {

    static Prepared of(Connection connection, Layout layout, Reading reading) throws SQLException {
        Set<String> columns = new LinkedHashSet<>(reading.columns());
        columns.addAll(reading.mapping().identity().lineage());
        SourceObject object = layout.object(reading.mapping().sourceObject());
        Prepared prepared = new Prepared(connection, layout, reading, object, new ArrayList<>(columns));
        Tables.run(
                connection,
                "CREATE TEMP TABLE aside (row INTEGER PRIMARY KEY, code TEXT, object TEXT, line INTEGER, column TEXT,"
                        + " length INTEGER, other INTEGER)");
        Tables.run(connection, "CREATE TEMP TABLE joined (row INTEGER PRIMARY KEY, leader INTEGER)");
        new Asides(prepared).fill();
        new Sameness(prepared).fill();
        return prepared;
    }

    Identity identity() {
        return reading.mapping().identity();
    }

    List<String> lineage() {
        return identity().lineage();
    }

    /** The object's table, by the alias the other questions use. */
    String table() {
        return Sql.name(object.name()) + " o";
    }

    static String bare(String systemObject) {
        return systemObject.substring(systemObject.indexOf('.') + 1);
    }
}
