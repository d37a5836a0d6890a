package io.dragoman.ledger;

import io.dragoman.audit.LogCheck;
import io.dragoman.audit.LogExport;
import io.dragoman.audit.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures how many records a second get an intent and a receipt, at 1, 8 and 32 callers. Run by hand; arguments: the
 * name of a {@link Store} and the number of records for each measure. The chain, the exported log, a rollback's reading
 * and a delta's look-ups follow.
 */
final class LedgerSpeed {
    private LedgerSpeed() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ledger-speed");
        LedgerAddress address = Store.valueOf(args[0]).fresh(folder);
        try (Ledger ledger = Ledger.open(address, "speed", SealKey.at(folder.resolve("seal.key")))) {
            String run = ledger.runs().start(RunMode.RUN, "hash").id();
            AtomicInteger number = new AtomicInteger();
            for (int callers : new int[] {32, 1, 8, 32}) {
                int records = Integer.parseInt(args[1]) / (callers == 1 ? 10 : 1);
                long start = System.nanoTime();
                measure(ledger, run, number, callers, records);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf("%2d callers: %,8.0f records/s%n", callers, records / seconds);
            }
            long start = System.nanoTime();
            boolean holds = ledger.writes().chainHolds();
            System.out.printf(
                    "chain of %,d holds: %s, %.1f s%n", number.get(), holds, (System.nanoTime() - start) / 1e9);
            handOn(ledger, folder);
            long read = System.nanoTime();
            AtomicInteger seen = new AtomicInteger();
            ledger.lineages().forEach("patient-to-person", null, lineage -> seen.incrementAndGet());
            System.out.printf("lineage of %,d read backwards: %.1f s%n", seen.get(), (System.nanoTime() - read) / 1e9);
            long made = System.nanoTime();
            AtomicInteger creates = new AtomicInteger();
            ledger.writes().made(null, row -> creates.incrementAndGet());
            System.out.printf("sweep's reading of %,d: %.1f s%n", creates.get(), (System.nanoTime() - made) / 1e9);
            long look = System.nanoTime();
            for (int i = 1; i <= 20_000; i++) {
                ledger.lineages().settledUnchanged("patient-to-person", "p-" + i, "print");
            }
            System.out.printf("unchanged look-ups, 1 caller: %,.0f/s%n", 20_000 / ((System.nanoTime() - look) / 1e9));
        } finally {
            PostgresCluster.stopShared();
        }
    }

    private static void handOn(Ledger ledger, Path folder) throws IOException {
        SigningKey key = SigningKey.at(folder.resolve("sign.key"));
        for (LogFormat format : LogFormat.values()) {
            long start = System.nanoTime();
            LogExport.Result result =
                    new LogExport(ledger, key, false).to(folder, "log", Instant.EPOCH, List.of(format), done -> {});
            long written = System.nanoTime();
            Path file = result.files().get(0);
            boolean holds = LogCheck.of(file).holds();
            System.out.printf(
                    "log of %,d as %s: written in %.1f s, %,d bytes each, holds: %s, checked in %.1f s%n",
                    result.entries(),
                    format.word(),
                    (written - start) / 1e9,
                    Files.size(file) / result.entries(),
                    holds,
                    (System.nanoTime() - written) / 1e9);
        }
    }

    private static void measure(Ledger ledger, String run, AtomicInteger number, int callers, int records)
            throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(callers);
        for (int i = 0; i < records; i++) {
            workers.execute(() -> {
                String key = "p-" + number.incrementAndGet();
                Intent intent = ledger.writes().intend(run, Invented.create(key), "print", null);
                ledger.writes().settle(intent, Invented.receipt("" + intent.id()));
            });
        }
        workers.shutdown();
        if (!workers.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("too slow");
        }
    }
}
