package io.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DoubtTest {
    @Test
    void a_doubt_is_never_taken_for_the_problem_that_caused_it() {
        RunProblem stop = new RunProblem(RunProblem.Ending.BLOCKED, new Problem("account-not-open", "there", "Pay."));
        assertThat(new InDoubt("half written", stop)).cause().isInstanceOf(IOException.class);
        IOException lost = new IOException("lost");
        assertThat(new InDoubt("no answer", lost)).cause().isSameAs(lost);
    }
}
