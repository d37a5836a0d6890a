package io.dragoman.app;

import io.dragoman.ledger.DeltaWindows.Round;
import io.dragoman.ledger.DeltaWindows.Window;
import io.dragoman.ledger.Ledger;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import io.dragoman.run.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hours around the switch, in which deltas follow each other by themselves. Begin, rhythm and end stand in the ledger, so a
 * process that is started again goes on to the same end; between two deltas the ledger is closed, and other verbs can open it.
 */
final class DeltaWindow {
    private static final Logger LOG = LoggerFactory.getLogger(DeltaWindow.class);
    private static final long LOOK_MILLIS = 100;

    private final Supplier<Ledger> ledgers;
    private final Stop stop;
    private final Delta delta;
    private final Consumer<String> told;

    /**
     * @param ledgers opens the ledger; it is closed again at once
     * @param delta one delta, with an engine of its own
     * @param told hears one line for each delta
     */
    DeltaWindow(Supplier<Ledger> ledgers, Stop stop, Delta delta, Consumer<String> told) {
        this.ledgers = ledgers;
        this.stop = stop;
        this.delta = delta;
        this.told = told;
    }

    /** Carries out one delta. */
    @FunctionalInterface
    interface Delta {
        Done go();
    }

    /** How a delta ended. @param run empty when it did not come to one */
    record Done(String run, String headline, int exitCode) {}

    /** How a window ended. @param over whether its time is up; else the same verb goes on */
    record Result(Window window, List<Round> rounds, boolean over, int exitCode) {}

    /**
     * Goes on with the window that is open, or opens one.
     *
     * @throws RunProblem when the account blocks us; the window stays open
     */
    Result go(Duration length, Duration every) {
        Window window = opened(length, every);
        told.accept("Deltas every " + every(window) + " until " + Moments.text(window.ends()) + ".");
        Instant next = window.next();
        int code = ExitCode.DONE;
        while (await(next, window.ends())) {
            Instant began = Instant.now();
            Done done = round();
            code = done.exitCode();
            next = after(next, window.every());
            Round round = new Round(done.run(), began, done.headline());
            try (Ledger ledger = ledgers.get()) {
                ledger.deltaWindows().round(window, round, next);
            }
            told.accept(Moments.text(began) + " " + done.run() + " " + done.headline());
        }
        return ended(window, code);
    }

    private Window opened(Duration length, Duration every) {
        try (Ledger ledger = ledgers.get()) {
            return ledger.deltaWindows()
                    .open()
                    .orElseGet(() -> ledger.deltaWindows().open(length, every));
        }
    }

    private static String every(Window window) {
        return window.every().toString().substring(2).toLowerCase(Locale.ROOT);
    }

    /** What keeps one delta from its end, such as an export that is just being copied, need not be there at the next. */
    private Done round() {
        try {
            return delta.go();
        } catch (RunProblem problem) {
            if (problem.ending() == RunProblem.Ending.BLOCKED) {
                throw problem;
            }
            LOG.warn("{}", problem.problem());
            return new Done("", problem.problem().toString(), Failures.codeOf(problem));
        } catch (UserProblems problems) {
            problems.problems().forEach(problem -> LOG.warn("{}", problem));
            return new Done("", problems.problems().get(0).toString(), ExitCode.FAILED);
        }
    }

    /** A delta that took longer than the rhythm lets those pass that were due meanwhile. */
    private static Instant after(Instant due, Duration every) {
        Instant next = due.plus(every);
        Instant now = Instant.now();
        while (next.isBefore(now)) {
            next = next.plus(every);
        }
        return next;
    }

    /** Returns true when a delta of the window is due, if late; false when there is none left, or a stop is asked for. */
    private boolean await(Instant next, Instant ends) {
        if (!next.isBefore(ends)) {
            return false;
        }
        try {
            while (!stop.asked() && Instant.now().isBefore(next)) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !stop.asked();
    }

    private Result ended(Window window, int code) {
        boolean over = !stop.asked();
        try (Ledger ledger = ledgers.get()) {
            if (over) {
                ledger.deltaWindows().close(window);
            }
            return new Result(window, ledger.deltaWindows().rounds(window), over, over ? code : ExitCode.LEFT_OVER);
        }
    }
}
