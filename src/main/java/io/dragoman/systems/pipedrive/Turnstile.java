package io.dragoman.systems.pipedrive;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets workers through one by one, in the order they came, whenever the window has room. Thread-safe. */
final class Turnstile {
    /** The gate may close while the first one waits; it looks again after this long. */
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

    private final Window window;
    private final Gate gate;
    private final ReentrantLock queue = new ReentrantLock(true);
    private final ReentrantLock counting = new ReentrantLock();
    private final Condition freed = counting.newCondition();

    Turnstile(Window window, Gate gate) {
        this.window = window;
        this.gate = gate;
    }

    /** Blocks until the gate is open and the window has room. */
    Window.Turn enter() throws InterruptedException {
        queue.lockInterruptibly();
        try {
            while (true) {
                gate.pass();
                counting.lockInterruptibly();
                try {
                    long rest = window.rest(System.nanoTime());
                    if (rest <= 0) {
                        return window.take(System.nanoTime());
                    }
                    long unused = freed.awaitNanos(Math.min(rest, LOOK));
                } finally {
                    counting.unlock();
                }
            }
        } finally {
            queue.unlock();
        }
    }

    /** The request of this turn is over. @param learn whether its time says how long a round trip takes */
    void leave(Window.Turn turn, RateHeaders told, boolean learn) {
        counting.lock();
        try {
            long now = System.nanoTime();
            if (learn) {
                window.answeredAfter(turn, now);
            }
            if (told.room().isPresent()) {
                window.told(
                        turn, told.allowed().orElse(Long.MAX_VALUE), told.room().getAsLong(), now);
            }
            window.left(turn, now);
            freed.signal();
        } finally {
            counting.unlock();
        }
    }

    /** The target said it was too much. */
    void refused() {
        counting.lock();
        try {
            window.refused(System.nanoTime());
        } finally {
            counting.unlock();
        }
    }
}
