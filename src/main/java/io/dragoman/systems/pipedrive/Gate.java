package io.dragoman.systems.pipedrive;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.RunProblem.Ending;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where every request waits when the account asked one of them to slow down, or when its window is nearly full, and where all of them
 * end after a ban. Thread-safe.
 */
public final class Gate {
    private static final Duration BAN = Duration.ofHours(1);

    private final int leastRoom;
    private final Duration spacing;
    private final AtomicLong notBefore = new AtomicLong(System.nanoTime());
    private volatile @Nullable Shut shut;

    private record Shut(Problem problem, long until) {}

    /**
     * A new gate, open.
     *
     * @param leastRoom with less room than this in the target's window, requests hold back
     * @param spacing for so long for each missing place
     */
    Gate(int leastRoom, Duration spacing) {
        this.leastRoom = leastRoom;
        this.spacing = spacing;
    }

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

    /** Whether a request that has its turn must go back and wait. */
    public boolean paused() {
        return rest() > 0 || shut != null;
    }

    /** Nobody is sent before this much time has gone by. A shorter pause never takes back a longer one. */
    void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        notBefore.accumulateAndGet(until, (before, asked) -> asked - before > 0 ? asked : before);
    }

    /**
     * Holds back when an answer told little room. Requests that caught up with each other on the way, or another user of the same
     * token, would else fill the window.
     */
    void room(long left) {
        if (left <= leastRoom) {
            pause(spacing.multipliedBy(leastRoom - Math.max(0, left) + 1));
        }
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
