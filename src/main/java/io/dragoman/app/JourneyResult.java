package io.dragoman.app;

import io.dragoman.ledger.RunMode;
import io.dragoman.model.Fate;
import java.util.Map;

/**
 * How all phases of a run ended.
 *
 * @param phases by mapping, in the order they ran
 * @param lookedBack what was mended at the end
 * @param stopped whether a signal ended it early
 * @param tokens spent by this run, reading included
 */
record JourneyResult(
        String run,
        RunMode mode,
        Map<String, PhaseResult> phases,
        Preparation preparation,
        LookBack.Result lookedBack,
        boolean stopped,
        long tokens) {

    long count(Fate fate) {
        return phases.values().stream().mapToLong(phase -> phase.count(fate)).sum();
    }

    int exitCode() {
        boolean leftOver = stopped
                || count(Fate.SET_ASIDE) + lookedBack.notListed() > 0
                || !preparation.obstacles().isEmpty();
        return leftOver ? ExitCode.LEFT_OVER : ExitCode.DONE;
    }
}
