package io.dragoman.staging;

import io.dragoman.model.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Readings that are prepared, each on a connection of its own. One waits for its next use: the passes of a mapping follow each other. */
final class PreparedReadings {
    private final StagingFile file;
    private final Layout layout;
    private final BooleanSupplier stop;
    private final Set<Connection> open = new HashSet<>();
    private @Nullable Prepared idle;

    PreparedReadings(StagingFile file, Layout layout, BooleanSupplier stop) {
        this.file = file;
        this.layout = layout;
        this.stop = stop;
    }

    /** A reading to be used; it is released afterwards. */
    synchronized Prepared take(Reading reading) {
        Prepared waiting = idle;
        idle = null;
        if (waiting != null && waiting.reading().equals(reading)) {
            return waiting;
        }
        try {
            if (waiting != null) {
                open.remove(waiting.connection());
                waiting.connection().close();
            }
            Connection connection = file.reader(stop);
            open.add(connection);
            Prepared prepared = Prepared.of(connection, layout, reading);
            StagingFile.uninterruptible(connection); // a pass that is stopped ends between two records
            return prepared;
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** Nobody uses it any more. */
    synchronized void release(Prepared prepared) {
        if (!open.contains(prepared.connection())) {
            return;
        }
        if (idle == null) {
            idle = prepared;
            return;
        }
        open.remove(prepared.connection());
        try {
            prepared.connection().close();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** Ends all of them, those in use too. */
    synchronized void close() throws SQLException {
        idle = null;
        for (Connection connection : open) {
            connection.close();
        }
        open.clear();
    }
}
