package io.dragoman.staging;

import io.dragoman.model.Place;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds one record of a reading by its key. */
final class Origins {
    private Origins() {}

    static Optional<Origin> find(Prepared prepared, String key) throws SQLException {
        String sql = "SELECT o._row, coalesce(o._line, 0) FROM " + prepared.table() + " WHERE "
                + Sql.key("o", prepared.lineage()) + " = ?";
        try (PreparedStatement statement = prepared.connection().prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? at(prepared, row.getLong(1), row.getLong(2)) : Optional.empty();
            }
        }
    }

    private static Optional<Origin> at(Prepared prepared, long row, long line) throws SQLException {
        for (Pass pass : Pass.values()) {
            try (Records records = Records.ofRow(prepared, pass, row)) {
                if (records.hasNext()) {
                    return Optional.of(new Origin(records.next(), place(prepared, line)));
                }
            }
        }
        return Optional.empty();
    }

    private static Place place(Prepared prepared, long line) {
        SourceObject object = prepared.object();
        String file = object.file();
        return file == null
                ? Place.of(prepared.layout().source().system() + "." + object.name())
                : new Place(file, line, 0);
    }
}
