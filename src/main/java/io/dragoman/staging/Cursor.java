package io.dragoman.staging;

import java.io.Closeable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;

/**
 * The rows of a query as something else, read as they are asked for, one in memory at a time. For one thread. Closes
 * itself at the end, and ends early when the verb is to stop.
 */
abstract class Cursor<T> implements Iterator<T>, Closeable {
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final BooleanSupplier stop;
    private final Runnable release;
    private boolean ready;
    private boolean closed;

    /** @param release called once, when the last row is read or nobody wants more */
    Cursor(PreparedStatement statement, BooleanSupplier stop, Runnable release) throws SQLException {
        this.statement = statement;
        this.rows = statement.executeQuery();
        this.stop = stop;
        this.release = release;
    }

    /** What the row the cursor stands on says. */
    abstract T read(ResultSet row) throws SQLException;

    /** Closes what was opened beside the query; nothing here. */
    void closeMore() throws SQLException {}

    @Override
    public final boolean hasNext() {
        if (closed) {
            return false;
        }
        try {
            if (!ready) {
                ready = !stop.getAsBoolean() && rows.next();
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
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        try {
            return read(rows);
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** Ends the reading; closing twice does nothing. */
    @Override
    public final void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            closeMore();
            statement.close();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        } finally {
            release.run();
        }
    }
}
