package io.dragoman.systems.pipedrive;

import io.dragoman.sandbox.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Measures which share of each plan's burst is used while work waits. Run by {@code bench/rate.sh}; arguments: bursts of requests to
 * send on each plan, then fastest and slowest answer in milliseconds, any number of pairs.
 */
final class RateShare {
    private static final int[] PLANS = {20, 40, 100, 120};

    private RateShare() {}

    public static void main(String[] args) throws InterruptedException {
        int bursts = Integer.parseInt(args[0]);
        for (int i = 1; i + 1 < args.length; i += 2) {
            for (int burst : PLANS) {
                measure(burst, bursts * burst, Long.parseLong(args[i]), Long.parseLong(args[i + 1]));
            }
        }
    }

    private static void measure(int burst, int requests, long fastest, long slowest) throws InterruptedException {
        int atOnce = PipedriveSettings.workersFor(burst);
        try (Account account = Account.open(
                plain -> plain.withBurstPer2s(burst).withLatencyMillis(fastest).withJitterMillis(slowest - fastest),
                plain -> plain.withBurst(burst).withWorkers(atOnce),
                Budget.unlimited())) {
            ExecutorService workers = Executors.newFixedThreadPool(atOnce);
            for (int i = 0; i < requests; i++) {
                String key = "v-" + i;
                workers.execute(() -> account.create(Records.visit(key)));
            }
            workers.shutdown();
            if (!workers.awaitTermination(1, TimeUnit.HOURS)) {
                throw new IllegalStateException("too slow");
            }
            System.out.printf(
                    "%3d in 2 s, answers after %3d to %3d ms: %5.1f %% used, %d answers 429, at most %d in any 2 s%n",
                    burst,
                    fastest,
                    slowest,
                    100 * share(account.sandbox().requests(), burst),
                    account.sandbox().stats().refused429(),
                    account.sandbox().stats().mostInTwoSeconds());
        }
    }

    /** From the end of the first burst, before which nothing had to wait, to the beginning of the last; so pauses between bursts count. */
    private static double share(List<RecordedRequest> seen, int burst) {
        List<Instant> at = seen.stream().map(RecordedRequest::at).sorted().toList();
        int last = at.size() - burst;
        return (last - burst)
                * 2e9
                / Duration.between(at.get(burst), at.get(last)).toNanos()
                / burst;
    }
}
