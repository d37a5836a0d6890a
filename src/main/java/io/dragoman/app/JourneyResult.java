package io.dragoman.app;

import io.dragoman.ledger.RunMode;
import io.dragoman.model.Fate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How all phases of a run ended.
 *
 * @param phases by mapping, in the order they ran
 * @param swept what was mended at the end
 * @param deletions what of the source was deleted since
 * @param stopped whether a signal ended it early
 * @param tokens spent by this run, reading included
 * @param forecast what a plan says its run will cost; null for all others
 */
record JourneyResult(
        String run,
        RunMode mode,
        Map<String, PhaseResult> phases,
        Preparation preparation,
        Sweeping.Result swept,
        Deletions deletions,
        boolean stopped,
        long tokens,
        @Nullable RunForecast forecast) {

    long count(Fate fate) {
        return phases.values().stream().mapToLong(phase -> phase.count(fate)).sum();
    }

    int exitCode() {
        boolean leftOver = stopped
                || count(Fate.SET_ASIDE) + swept.notListed() > 0
                || !preparation.obstacles().isEmpty();
        return leftOver ? ExitCode.LEFT_OVER : ExitCode.DONE;
    }
}
