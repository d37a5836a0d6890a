package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.SandboxStats;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole route against a sandbox that counts: many workers, answers that differ, and not one 429. More windows with {@code -Drate.windows}. */
class RateTest {
    private static final int WINDOWS = Integer.getInteger("rate.windows", 2);

    private static SandboxStats send(int burst, int atOnce, int requests, long fastest, long slowest) throws Exception {
        try (Account account = Account.open(
                plain -> plain.withBurstPer2s(burst).withLatencyMillis(fastest).withJitterMillis(slowest - fastest),
                plain -> plain.withBurst(burst).withWorkers(atOnce),
                Budget.unlimited())) {
            ExecutorService workers = Executors.newFixedThreadPool(atOnce);
            try {
                List<Future<?>> sent = new ArrayList<>();
                for (int i = 0; i < requests; i++) {
                    String key = "v-" + i;
                    sent.add(workers.submit(() -> account.create(Records.visit(key))));
                }
                for (Future<?> one : sent) {
                    one.get();
                }
            } finally {
                workers.shutdownNow();
            }
            return account.sandbox().stats();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 100, 120})
    void no_plan_is_told_to_slow_down_with_its_window_full(int burst) throws Exception {
        SandboxStats stats = send(burst, PipedriveSettings.workersFor(burst), WINDOWS * burst, 130, 170);

        assertThat(stats.refused429()).isZero();
        assertThat(stats.mostInTwoSeconds()).isLessThanOrEqualTo(burst);
    }

    @Test
    void answers_that_differ_tenfold_cost_time_and_no_429() throws Exception {
        SandboxStats stats = send(100, PipedriveSettings.workersFor(100), WINDOWS * 100, 50, 500);

        assertThat(stats.refused429()).isZero();
        assertThat(stats.mostInTwoSeconds()).isLessThanOrEqualTo(100);
    }
}
