package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Fate;
import io.dragoman.run.Proposed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhaseResultTest {
    @Test
    void a_phase_that_waited_for_tokens_counts_every_record_once() {
        PhaseResult beforeTheWait =
                new PhaseResult(6, Map.of(Fate.CREATED, 5L, Fate.SET_ASIDE, 1L), Map.of("cut", 2L), Proposed.NOTHING);
        PhaseResult afterIt = new PhaseResult(
                10,
                Map.of(Fate.UNCHANGED, 5L, Fate.CREATED, 4L, Fate.SET_ASIDE, 1L),
                Map.of("cut", 1L),
                Proposed.NOTHING);
        PhaseResult whole = beforeTheWait.after(afterIt);
        assertThat(whole.records()).isEqualTo(10);
        assertThat(whole.fates()).isEqualTo(Map.of(Fate.CREATED, 9L, Fate.SET_ASIDE, 1L));
        assertThat(whole.notes()).isEqualTo(Map.of("cut", 3L));
    }
}
