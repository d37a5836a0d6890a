package io.dragoman.app;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that carry records. Callers run what the queue cannot hold, so that reading never runs ahead of writing. A split that
 * is stopped ends before the records that are under way, so whoever goes on after one waits for them here.
 */
final class Workers extends ThreadPoolExecutor {
    private final Phaser underWay = new Phaser(1);

    /** @param workers records under way at once */
    Workers(int workers) {
        super(workers, workers, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(2 * workers), new CallerRunsPolicy());
    }

    @Override
    public void execute(Runnable task) {
        underWay.register();
        try {
            super.execute(() -> {
                try {
                    task.run();
                } finally {
                    underWay.arriveAndDeregister();
                }
            });
        } catch (RuntimeException notTaken) {
            underWay.arriveAndDeregister();
            throw notTaken;
        }
    }

    /** Returns when nothing is under way any more; not to be called by one of the workers. */
    void awaitLast() {
        underWay.arriveAndAwaitAdvance();
    }
}
