package io.dragoman.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every fault at every pass until a cycle meets none, then random plans from seeds; what it prints can be given back to it.
 * Started by {@code bench/faults.sh}, which says what it takes.
 */
public final class FaultHunt {
    private final FaultCycle cycle;
    private final PrintStream out;
    private final int threads;
    private final Map<FaultKind, Long> met = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long cycles;
    private boolean givesUp;

    FaultHunt(FaultCycle cycle, PrintStream out, int threads) {
        this.cycle = cycle;
        this.out = out;
        this.threads = threads;
    }

    /**
     * Hunts.
     *
     * @param arguments kinds of faults, seeds such as {@code 1-500}, and plans; in any order, several at once. After {@code give-up}
     *     the cycles are those of somebody who gives up: no verb is started again before the next one
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("faults");
        FaultHunt hunt = new FaultHunt(
                new FaultCycle(FaultOffice.open(folder.resolve("office")), folder),
                System.out,
                Integer.getInteger("faults.threads", 2));
        long begun = System.nanoTime();
        hunt.out.println("passes: " + hunt.cycle.passes());
        for (String argument : arguments) {
            hunt.follow(argument);
        }
        hunt.end(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
        System.exit(hunt.failures.isEmpty() ? 0 : 1);
    }

    private void follow(String argument) throws InterruptedException {
        if (argument.equals("give-up")) {
            givesUp = true;
        } else if (argument.contains("=")) {
            carryOut(argument, FaultPlan.of(argument));
        } else if (argument.matches("\\d+(-\\d+)?")) {
            String[] ends = argument.split("-");
            seeds(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
        } else if (argument.equals("every")) {
            for (FaultKind kind : FaultKind.values()) {
                every(kind);
            }
        } else {
            every(FaultKind.valueOf(argument));
        }
    }

    /** Pass after pass, in all verbs that come so far, until none does. */
    void every(FaultKind kind) throws InterruptedException {
        AtomicLong pass = new AtomicLong();
        Map<FaultVerb, Long> beyond = new EnumMap<>(FaultVerb.class);
        together(() -> {
            while (true) {
                long next = pass.incrementAndGet();
                Set<FaultVerb> verbs = EnumSet.allOf(FaultVerb.class);
                synchronized (beyond) {
                    verbs.removeIf(verb -> beyond.getOrDefault(verb, Long.MAX_VALUE) < next);
                }
                if (verbs.isEmpty()) {
                    return;
                }
                Fault fault = new Fault(kind, next);
                Map<FaultVerb, List<Fault>> reached =
                        carryOut(fault.toString(), FaultPlan.each(fault, List.copyOf(verbs)));
                synchronized (beyond) {
                    verbs.stream()
                            .filter(verb ->
                                    reached.getOrDefault(verb, List.of(fault)).isEmpty())
                            .forEach(verb -> beyond.merge(verb, next, Math::min));
                }
            }
        });
        out.println(kind + " until pass " + pass + ", untouched from " + beyond);
    }

    void seeds(long first, long last) throws InterruptedException {
        AtomicLong seed = new AtomicLong(first);
        together(() -> {
            for (long next = seed.getAndIncrement(); next <= last; next = seed.getAndIncrement()) {
                carryOut("seed " + next, FaultPlan.random(next));
            }
        });
    }

    private void together(Runnable work) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        for (int worker = 0; worker < threads; worker++) {
            workers.execute(work);
        }
        workers.shutdown();
        while (!workers.awaitTermination(1, TimeUnit.HOURS)) {
            out.println(cycles + " cycles so far");
        }
    }

    private Map<FaultVerb, List<Fault>> carryOut(String name, FaultPlan plan) {
        long begun = System.nanoTime();
        Map<FaultVerb, List<Fault>> reached = Map.of();
        String end = "good";
        try {
            reached = givesUp ? cycle.giveUp(plan) : cycle.go(plan);
        } catch (AssertionError | RuntimeException e) {
            end = "FAILED " + e + " " + Arrays.toString(Arrays.copyOf(e.getStackTrace(), 6));
        }
        synchronized (this) {
            cycles++;
            reached.values().forEach(faults -> faults.forEach(fault -> met.merge(fault.kind(), 1L, Long::sum)));
            out.println(name + " " + end + " in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) + " ms: "
                    + plan);
            if (!end.equals("good")) {
                failures.add(name);
            }
        }
        return reached;
    }

    private void end(long seconds) {
        out.println(cycles + " cycles in " + seconds + " s, faults met: " + met);
        out.println(failures.isEmpty() ? "all good" : failures.size() + " FAILED: " + failures);
    }
}
