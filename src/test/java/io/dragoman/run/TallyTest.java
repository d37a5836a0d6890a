package io.dragoman.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Fate;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void a_record_without_a_fate_is_missed() {
        Tally tally = new Tally();
        tally.read();
        tally.read();
        tally.count(Fate.CREATED);
        assertThat(tally.unaccounted()).isEqualTo(1);
        tally.count(Fate.SET_ASIDE);
        assertThat(tally.unaccounted()).isZero();
    }

    @Test
    void a_record_with_two_fates_is_missed_too() {
        Tally tally = new Tally();
        tally.read();
        tally.count(Fate.CREATED);
        tally.count(Fate.UPDATED);
        assertThat(tally.unaccounted()).isEqualTo(-1);
    }
}
