package io.dragoman.systems.pipedrive;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.RunProblem.Ending;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where every request waits when the account asked one of them to slow down, and where all of them end after a ban. Thread-safe.
 */
public final class Gate {
    private static final Duration BAN = Duration.ofHours(1);

    private final AtomicLong notBefore = new AtomicLong(System.nanoTime());
    private volatile @Nullable Shut shut;

    private record Shut(Problem problem, long until) {}

    /**
     * Waits until the account may be asked again.
     *
     * @throws RunProblem while a ban is young, or when this thread is told to stop
     */
    public void pass() {
        refuseIfShut();
        try {
            for (long rest = rest(); rest > 0; rest = rest()) {
                TimeUnit.NANOSECONDS.sleep(rest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunProblem(
                    Ending.FAILED, new Problem("stopped", "pipedrive", "Stopped while waiting for Pipedrive."), e);
        }
        refuseIfShut();
    }

    /** Nobody is sent before this much time has gone by. A shorter pause never takes back a longer one. */
    void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        notBefore.accumulateAndGet(until, (before, asked) -> asked - before > 0 ? asked : before);
    }

    /** Sends nothing for an hour: knocking again lengthens a ban. */
    void close(Problem problem) {
        shut = new Shut(problem, System.nanoTime() + BAN.toNanos());
    }

    private long rest() {
        return notBefore.get() - System.nanoTime();
    }

    private void refuseIfShut() {
        Shut closed = shut;
        if (closed == null) {
            return;
        }
        if (closed.until() - System.nanoTime() > 0) {
            throw new RunProblem(Ending.BLOCKED, closed.problem());
        }
        shut = null;
    }
}
