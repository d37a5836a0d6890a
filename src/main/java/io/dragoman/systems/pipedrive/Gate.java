package io.dragoman.systems.pipedrive;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.RunProblem.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where every request waits when the account asked one of them to slow down, and where all of them end after a ban, also one that an
 * earlier process met. Thread-safe.
 */
public final class Gate {
    private static final Duration BAN = Duration.ofHours(1);

    private final Ban ban;
    private final Clock clock;
    private final AtomicLong notBefore = new AtomicLong(System.nanoTime());
    private volatile @Nullable Shut shut;

    /** The wall's clock tells a person, the other one decides. */
    private record Shut(Instant told, long until) {}

    Gate(Ban ban, Clock clock) {
        this.ban = ban;
        this.clock = clock;
        Instant now = clock.instant();
        ban.until().filter(now::isBefore).ifPresent(until -> {
            // A clock that was set back must not make a ban of an hour one of a day.
            Instant believed = until.isAfter(now.plus(BAN)) ? now.plus(BAN) : until;
            shut = new Shut(
                    believed,
                    System.nanoTime() + Duration.between(now, believed).toNanos());
        });
    }

    /**
     * Waits until the account may be asked again.
     *
     * @throws RunProblem while a ban is young, or when this thread is told to stop
     */
    void pass() {
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

    /** Sends nothing for an hour: knocking again lengthens a ban. Gives the reason to throw. */
    RunProblem close() {
        Instant until = clock.instant().plus(BAN);
        shut = new Shut(until, System.nanoTime() + BAN.toNanos());
        ban.shut(until);
        return Stops.blocked(until);
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
            throw Stops.blocked(closed.told());
        }
        shut = null;
    }
}
