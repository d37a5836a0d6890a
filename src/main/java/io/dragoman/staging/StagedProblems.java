package io.dragoman.staging;

import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.SourceObject;
import java.io.Closeable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** What is set aside under one reading, in the order of the rows, read as it is asked for. For one thread; closes itself. */
public final class StagedProblems implements Iterator<StagedProblem>, Closeable {
    private final Prepared prepared;
    private final SourceObject object;
    private final Runnable release;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean ready;
    private boolean closed;

    StagedProblems(Prepared prepared, Runnable release) throws SQLException {
        this.prepared = prepared;
        this.object = prepared.object();
        this.release = release;
        String key = Sql.key("o", prepared.lineage());
        String otherKey = Sql.key("x", prepared.lineage());
        this.statement = prepared.connection()
                .prepareStatement("SELECT row, key, code, object, line, NULL AS column, 0 AS length, NULL AS other"
                        + " FROM _problem WHERE object = ? UNION ALL SELECT a.row, coalesce(" + key
                        + ", ''), a.code, a.object, a.line, a.column, a.length, " + otherKey
                        + " FROM temp.aside a CROSS JOIN " + prepared.table() + " ON o._row = a.row LEFT JOIN "
                        + Sql.name(object.name()) + " x ON x._row = a.other ORDER BY 1");
        statement.setString(1, object.name());
        this.rows = statement.executeQuery();
    }

    @Override
    public boolean hasNext() {
        if (closed) {
            return false;
        }
        try {
            if (!ready) {
                ready = rows.next();
            }
            if (!ready) {
                close();
            }
            return ready;
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    @Override
    public StagedProblem next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        try {
            String key = rows.getString(2);
            Problem problem = new Problem(rows.getString(3), place(key), advice());
            return new StagedProblem(object.name(), key, rows.getLong(1), problem);
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** The line in the file where there is one; a view has none, and is named by the record. */
    private String place(String key) throws SQLException {
        SourceObject of = prepared.layout().object(rows.getString(4));
        long line = rows.getLong(5);
        String file = of.file();
        return file == null || line == 0
                ? prepared.layout().source().system() + "." + of.name() + " " + key
                : new Place(file, line, 0).toString();
    }

    private String advice() throws SQLException {
        String code = rows.getString(3);
        String column = rows.getString(6);
        if (code.equals("possible-duplicate")) {
            List<String> agreed = prepared.identity().sameAs().get(Integer.parseInt(column));
            return "The record agrees with " + rows.getString(8) + " on " + String.join(", ", agreed) + ", and also on "
                    + prepared.identity().askWithin()
                    + ". Name the one that survives in the source, or correct what they should not share.";
        }
        return column == null ? Advice.forRow(code) : Advice.forCell(column, rows.getInt(7), code);
    }

    /** Ends the reading; closing twice does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            statement.close();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        } finally {
            release.run();
        }
    }
}
