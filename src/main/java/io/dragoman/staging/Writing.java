package io.dragoman.staging;

import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the batches of one object on a thread of its own, so that reading goes on meanwhile; a few may wait, no more. */
final class Writing {
    private static final int WAITING = 4;

    private final Connection connection;
    private final String object;
    private final String insert;
    private final BooleanSupplier stop;
    private final Consumer<Finding> findings;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "staging");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore room = new Semaphore(WAITING);
    private final AtomicReference<@Nullable SQLException> failure = new AtomicReference<>();
    private @Nullable PreparedStatement statement;

    Writing(
            Connection connection,
            SourceObject object,
            List<Column> columns,
            BooleanSupplier stop,
            Consumer<Finding> findings) {
        this.connection = connection;
        this.object = object.name();
        this.stop = stop;
        this.findings = findings;
        StringBuilder names = new StringBuilder("_row, _line");
        columns.forEach(c -> names.append(", ").append(Sql.name(c.name())));
        this.insert = "INSERT INTO " + Sql.name(object.name()) + " (" + names + ") VALUES ("
                + Sql.marks(columns.size() + 2) + ")";
    }

    void write(Batch batch) {
        check();
        room.acquireUninterruptibly();
        thread.execute(() -> {
            try {
                if (failure.get() == null) {
                    insert(batch);
                }
            } catch (SQLException e) {
                failure.set(e);
            } finally {
                room.release();
            }
        });
    }

    private void check() {
        SQLException failed = failure.get();
        if (failed != null) {
            throw StagingFile.failed(failed);
        }
        if (stop.getAsBoolean()) {
            throw StagingFile.stopped(null);
        }
    }

    private void insert(Batch batch) throws SQLException {
        PreparedStatement into = statement;
        if (into == null) {
            into = connection.prepareStatement(insert);
            statement = into;
        }
        for (Batch.Row row : batch.rows) {
            into.setLong(1, row.number());
            into.setLong(2, row.line());
            @Nullable String[] cells = row.cells();
            for (int i = 0; i < cells.length; i++) {
                into.setString(i + 3, cells[i]);
            }
            into.executeUpdate();
        }
        if (!batch.badRows.isEmpty()) {
            insertBadRows(batch.badRows);
        }
        if (!batch.badCells.isEmpty()) {
            insertBadCells(batch.badCells);
        }
    }

    private void insertBadRows(List<Batch.BadRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO _problem (object, row, line, key, code) VALUES (?, ?, ?, ?, ?)")) {
            for (Batch.BadRow row : rows) {
                statement.setString(1, object);
                statement.setLong(2, row.number());
                statement.setLong(3, row.line());
                statement.setString(4, row.key());
                statement.setString(5, row.code());
                statement.executeUpdate();
            }
        }
    }

    private void insertBadCells(List<Batch.BadCell> cells) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO _cell (object, row, column, line, code, length) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Batch.BadCell cell : cells) {
                statement.setString(1, object);
                statement.setLong(2, cell.row());
                statement.setString(3, cell.column());
                statement.setLong(4, cell.line());
                statement.setString(5, cell.code());
                statement.setInt(6, cell.length());
                statement.executeUpdate();
            }
        }
    }

    void emptied(SourceObject of, String column, long count) {
        findings.accept(new Finding(
                Finding.Severity.NOTE,
                new Problem(
                        "sentinel-date",
                        of.file() + " " + column,
                        "The source writes no date as a date. These cells are read as empty."),
                count,
                List.of()));
    }

    private void release() {
        try {
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException e) {
            failure.compareAndSet(null, e);
        }
    }

    void close() {
        thread.execute(this::release);
        thread.shutdown();
        try {
            while (!thread.awaitTermination(1, TimeUnit.HOURS)) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        check();
    }
}
