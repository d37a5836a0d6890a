package io.dragoman.systems.rest;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Keeps requests within what the API allows, all workers and the process before this one together. A place in the window is free again
 * only when the window's length has passed since the answer came, so that not even a slow line lets too many arrive at once. Thread-safe.
 */
public final class Pace {
    private static final long LOOK_MILLIS = 50;

    /** Who is told to wait longer is told so, instead of being kept waiting. */
    private static final long PATIENCE_MILLIS = 15 * 60_000;

    private static final long UNDER_WAY = Long.MAX_VALUE;

    private final RestSettings settings;
    private final BooleanSupplier stop;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final long window;
    private final Ring ring;
    private int next;

    /** @param stop asked while waiting; true ends it */
    Pace(RestSettings settings, BooleanSupplier stop) {
        this.settings = settings;
        this.stop = stop;
        this.window = settings.rate().window().toMillis() + 1; // a clock shows the millisecond that is not over yet
        this.ring = Ring.open(settings.folder().resolve("pace"), settings.rate().requests(), now() + window);
        this.next = ring.first();
    }

    private long now() {
        return settings.clock().millis();
    }

    /**
     * Waits until a request may leave.
     *
     * @return its place, to be left when the answer is here or will not come
     * @throws RunProblem {@code quota-spent}, {@code source-busy}, or {@code stopped}
     */
    public int enter() {
        lock.lock();
        try {
            while (true) {
                long until = Math.max(ring.heldUntil(), ring.freeAt(next) == UNDER_WAY ? 0 : freeAt(next));
                long now = now();
                if (until - now > PATIENCE_MILLIS && until == ring.heldUntil()) {
                    throw problem(
                            RunProblem.Ending.WAITING,
                            "source-busy",
                            "It asks for no request before " + Instant.ofEpochMilli(until)
                                    + ". Start the verb again then; what was read stays.");
                }
                if (until <= now && ring.freeAt(next) != UNDER_WAY) {
                    return take();
                }
                rest(Math.min(LOOK_MILLIS, Math.max(1, until - now)));
            }
        } finally {
            lock.unlock();
        }
    }

    /** A clock that was set back must not make anybody wait longer than the window. */
    private long freeAt(int place) {
        long latest = now() + window;
        if (ring.freeAt(place) > latest) {
            ring.free(place, latest);
        }
        return ring.freeAt(place);
    }

    private int take() {
        YearMonth month = YearMonth.from(settings.clock().instant().atOffset(ZoneOffset.UTC));
        long name = month.getYear() * 100L + month.getMonthValue();
        long used = ring.used(name);
        if (settings.quota() > 0 && used >= settings.quota()) {
            throw problem(
                    RunProblem.Ending.WAITING,
                    "quota-spent",
                    "The " + used + " requests of this month are spent. What was read stays; go on in "
                            + month.plusMonths(1) + ", or raise calls-a-month if the contract allows more.");
        }
        ring.use(name, used + 1);
        int place = next;
        ring.free(place, UNDER_WAY);
        next = (next + 1) % ring.places();
        return place;
    }

    private void rest(long millis) {
        try {
            if (stop.getAsBoolean()) {
                throw problem(
                        RunProblem.Ending.FAILED,
                        "stopped",
                        "Stopped while waiting for the source. What was read stays.");
            }
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem(RunProblem.Ending.FAILED, "stopped", "Stopped while waiting for the source.");
        }
    }

    /** The answer of a place is here, or will not come. */
    public void leave(int place) {
        ring.free(place, now() + window);
    }

    /** Nobody asks before this moment. */
    void hold(Instant until) {
        lock.lock();
        try {
            ring.hold(Math.max(ring.heldUntil(), until.toEpochMilli()));
        } finally {
            lock.unlock();
        }
    }

    private RunProblem problem(RunProblem.Ending ending, String code, String advice) {
        return new RunProblem(ending, new Problem(code, settings.name(), advice));
    }
}
