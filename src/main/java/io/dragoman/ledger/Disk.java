package io.dragoman.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** How a commit reaches the disk. */
@FunctionalInterface
interface Disk {
    /** A database that fails a commit which its disk did not take. */
    Disk OF_THE_SERVER = (connection, changed) -> connection.commit();

    /**
     * Commits, and returns when it is on disk.
     *
     * @param changed whether this commit changed any row
     * @throws SQLException when it is not known to be on disk
     */
    void commit(Connection connection, boolean changed) throws SQLException;
}
