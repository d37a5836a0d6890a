package io.dragoman.app;

import io.dragoman.model.Mapping;
import io.dragoman.run.Follower;
import io.dragoman.run.Tally;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a verb is: a bar on a terminal, a plain line every ten seconds when piped, nothing for JSON output. One
 * step at a time; not thread-safe.
 */
final class Progress implements AutoCloseable {
    private final PrintStream out;
    private final boolean terminal;
    private final boolean quiet;
    private final Follower follower;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Step step;

    Progress(PrintStream out, boolean terminal, boolean quiet) {
        this(out, terminal, quiet, Follower.NOBODY);
    }

    private Progress(PrintStream out, boolean terminal, boolean quiet, Follower follower) {
        this.follower = follower;
        this.out = out;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** For a person at a terminal or a log: standard error, so that results can be piped. */
    static Progress onStandardError(boolean quiet) {
        return new Progress(System.err, Terminal.isThere(), quiet);
    }

    /** For somebody who asks how far it is when they want to know. */
    static Progress followedBy(Follower follower) {
        return new Progress(System.err, false, true, follower);
    }

    /** Says what all phases of a run have before them. @param records by mapping */
    void phases(String run, Map<String, Long> records) {
        follower.phases(run, records);
    }

    /** Begins the step of a phase. */
    void phase(String run, Mapping mapping, long total, Tally tally) {
        step(mapping.title(), total, tally::records);
        follower.phase(run, mapping.name(), tally);
    }

    /**
     * Begins a step and ends the one before.
     *
     * @param total how many records it has; 0 when nobody knows
     * @param done how many are done, asked now and then from another thread
     */
    void step(String title, long total, LongSupplier done) {
        endStep();
        follower.step(title, total, done);
        if (!quiet) {
            step = terminal ? new Bar(title, total, done) : new Lines(title, total, done);
        }
    }

    void endStep() {
        if (step != null) {
            step.close();
            step = null;
        }
    }

    @Override
    public void close() {
        endStep();
        clock.shutdownNow();
    }

    private interface Step extends AutoCloseable {
        @Override
        void close();
    }

    private final class Bar implements Step {
        private final ProgressBar bar;
        private final LongSupplier done;
        private final java.util.concurrent.ScheduledFuture<?> ticking;

        Bar(String title, long total, LongSupplier done) {
            this.done = done;
            bar = new ProgressBarBuilder()
                    .setTaskName(String.format("%-34s", title))
                    .setInitialMax(total == 0 ? -1 : total)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .build();
            ticking = clock.scheduleAtFixedRate(() -> bar.stepTo(done.getAsLong()), 100, 200, TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            ticking.cancel(false);
            bar.stepTo(done.getAsLong());
            bar.close();
        }
    }

    private final class Lines implements Step {
        private final String title;
        private final long total;
        private final LongSupplier done;
        private final java.util.concurrent.ScheduledFuture<?> ticking;

        Lines(String title, long total, LongSupplier done) {
            this.title = title;
            this.total = total;
            this.done = done;
            ticking = clock.scheduleAtFixedRate(this::print, 10, 10, TimeUnit.SECONDS);
        }

        private void print() {
            out.println(title + ": " + done.getAsLong() + (total == 0 ? "" : " of " + total));
        }

        @Override
        public void close() {
            ticking.cancel(false);
            print();
        }
    }
}
