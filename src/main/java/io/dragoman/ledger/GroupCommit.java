package io.dragoman.ledger;

import io.dragoman.model.RunProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes a ledger. Whatever waits when it looks shares one commit, up to 256 callers, because the
 * disk's answer to a commit costs more than all its rows. A caller goes on only when its commit is on disk. Once the
 * database fails this stays failed: every later caller is refused, and only a new opening reads what is truly there.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int GROUP = 256;

    private final Connection connection;
    private final Pen pen;
    private final Disk disk;
    private final BlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile @Nullable RunProblem ended;

    GroupCommit(Connection connection, Disk disk, String name) throws SQLException {
        this.connection = connection;
        this.disk = disk;
        connection.setAutoCommit(false);
        pen = new Pen(connection);
        thread = new Thread(this::work, "ledger-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands a change to the writing thread; the future completes when it is on disk, or with why it is not. */
    <T> CompletableFuture<T> submit(Stroke<T> stroke) {
        Waiting<T> waiting = new Waiting<>(stroke, new CompletableFuture<>(), false);
        queue.add(waiting);
        RunProblem over = ended;
        if (over != null) {
            refuseAll(over);
        }
        return waiting.done();
    }

    /**
     * Writes and waits until it is on disk. An interrupt does not end the wait, because the change would still happen.
     *
     * @throws RunProblem {@code ledger-not-writable}
     */
    <T> T write(Stroke<T> stroke) {
        try {
            return writeUnlessTaken(stroke);
        } catch (Taken e) {
            throw LedgerProblems.notWritable("a row was there already that nobody else should have made");
        }
    }

    /** As {@link #write}, for a row that another caller may make at the same time. */
    <T> T writeUnlessTaken(Stroke<T> stroke) throws Taken {
        try {
            return submit(stroke).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /** Whether the ledger can be written. */
    boolean isAlive() {
        return ended == null;
    }

    /** Fails when the ledger cannot be written any more. */
    void mustBeAlive() {
        RunProblem over = ended;
        if (over != null) {
            throw over;
        }
    }

    /** Writes what waits, then ends the thread; the connection stays its owner's. */
    @Override
    public void close() {
        queue.add(new Waiting<>(ignored -> true, new CompletableFuture<>(), true));
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        List<Waiting<?>> group = new ArrayList<>(GROUP);
        try {
            boolean last = false;
            while (!last && ended == null) {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, GROUP - 1);
                last = group.removeIf(Waiting::last);
                if (!group.isEmpty()) {
                    commit(group);
                }
            }
            end(LedgerProblems.notWritable("it is closed"));
        } catch (Throwable e) {
            RunProblem problem = LedgerProblems.notWritable(e.getClass().getSimpleName());
            end(problem);
            group.forEach(waiting -> waiting.done().completeExceptionally(problem));
        }
        RunProblem over = ended;
        if (over != null) {
            refuseAll(over);
        }
    }

    private void commit(List<Waiting<?>> group) throws SQLException {
        List<Runnable> answers = new ArrayList<>(group.size());
        try {
            for (Waiting<?> waiting : group) {
                answers.add(waiting.write(pen));
            }
            pen.finish();
        } catch (SQLException | RuntimeException e) {
            undo();
            if (e instanceof SQLException database && !concernsOneRow(database)) {
                breakDown(LedgerProblems.notWritable(database), group);
            } else if (group.size() == 1) {
                group.get(0).done().completeExceptionally(asProblem(e));
            } else {
                oneByOne(group);
            }
            return;
        }
        try {
            disk.commit(connection, pen.changed());
        } catch (SQLException e) {
            breakDown(LedgerProblems.notWritable(e), group);
            return;
        }
        pen.committed();
        answers.forEach(Runnable::run);
    }

    /** Finds out which of a group is at fault: the others get their commit. */
    private void oneByOne(List<Waiting<?>> group) throws SQLException {
        for (Waiting<?> waiting : group) {
            RunProblem over = ended;
            if (over == null) {
                commit(List.of(waiting));
            } else {
                waiting.done().completeExceptionally(over);
            }
        }
    }

    private void undo() throws SQLException {
        try {
            connection.rollback();
            pen.undone();
        } catch (SQLException e) {
            LOG.warn("The ledger's database did not take back an unfinished commit ({})", LedgerProblems.codes(e));
            throw e;
        }
    }

    private void breakDown(RunProblem problem, List<Waiting<?>> group) {
        end(problem);
        group.forEach(waiting -> waiting.done().completeExceptionally(problem));
    }

    private void end(RunProblem problem) {
        if (ended == null) {
            ended = problem;
        }
    }

    private void refuseAll(RunProblem problem) {
        Waiting<?> waiting = queue.poll();
        while (waiting != null) {
            waiting.done().completeExceptionally(problem);
            waiting = queue.poll();
        }
    }

    /** Bad values, broken constraints and lost races are of one row; everything else is of the database. */
    private static boolean concernsOneRow(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("40"));
    }

    private static RuntimeException asProblem(Exception e) {
        if (e instanceof RuntimeException known) {
            return known;
        }
        SQLException database = (SQLException) e;
        String state = database.getSQLState();
        return state != null && state.startsWith("23") ? new Taken() : LedgerProblems.notWritable(database);
    }

    /** Another caller made the same row first. */
    static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken() {
            super("the row is there already", null, false, false);
        }
    }

    private record Waiting<T>(Stroke<T> stroke, CompletableFuture<T> done, boolean last) {
        /** Writes the stroke, and returns what tells its caller once that is on disk. */
        Runnable write(Pen pen) throws SQLException {
            T answer = stroke.write(pen);
            return () -> done.complete(answer);
        }
    }
}
