package io.dragoman.staging;

import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What is set aside under one reading, in the order of the rows, read as it is asked for. For one thread. */
public final class StagedProblems extends Cursor<StagedProblem> {
    private final Prepared prepared;
    private final SourceObject object;

    StagedProblems(Prepared prepared, Runnable release) throws SQLException {
        super(query(prepared), () -> false, release);
        this.prepared = prepared;
        this.object = prepared.object();
    }

    private static PreparedStatement query(Prepared prepared) throws SQLException {
        String key = Sql.key("o", prepared.lineage());
        String otherKey = Sql.key("x", prepared.lineage());
        PreparedStatement statement = prepared.connection()
                .prepareStatement("SELECT row, key, code, object, line, NULL AS column, 0 AS length, NULL AS other"
                        + " FROM _problem WHERE object = ? UNION ALL SELECT a.row, coalesce(" + key
                        + ", ''), a.code, a.object, a.line, a.column, a.length, " + otherKey
                        + " FROM temp.aside a CROSS JOIN " + prepared.table() + " ON o._row = a.row LEFT JOIN "
                        + Sql.name(prepared.object().name()) + " x ON x._row = a.other ORDER BY 1");
        statement.setString(1, prepared.object().name());
        return statement;
    }

    @Override
    StagedProblem read(ResultSet row) throws SQLException {
        String key = row.getString(2);
        Problem problem = new Problem(row.getString(3), place(row, key), advice(row));
        return new StagedProblem(object.name(), key, row.getLong(1), problem);
    }

    /** The line in the file where there is one; a view has none, and is named by the record. */
    private String place(ResultSet row, String key) throws SQLException {
        SourceObject of = prepared.layout().object(row.getString(4));
        long line = row.getLong(5);
        String file = of.file();
        return file == null || line == 0
                ? prepared.layout().source().system() + "." + of.name() + " " + key
                : new Place(file, line, 0).toString();
    }

    private String advice(ResultSet row) throws SQLException {
        String code = row.getString(3);
        String column = row.getString(6);
        if (code.equals("possible-duplicate")) {
            List<String> agreed = prepared.identity().sameAs().get(Integer.parseInt(column));
            return "The record agrees with " + row.getString(8) + " on " + String.join(", ", agreed) + ", and also on "
                    + prepared.identity().askWithin()
                    + ". Name the one that survives in the source, or correct what they should not share.";
        }
        return column == null ? Advice.forRow(code) : Advice.forCell(column, row.getInt(7), code);
    }
}
