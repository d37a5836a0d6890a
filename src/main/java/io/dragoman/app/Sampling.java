package io.dragoman.app;

import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.Sample;
import io.dragoman.ledger.Sample.Ending;
import io.dragoman.ledger.Sample.Step;
import io.dragoman.ledger.Samples;
import io.dragoman.model.Fate;
import io.dragoman.run.UndoScope;
import io.dragoman.run.sample.Accuracy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sample from the choice of its records to its verdict. What was done last stands in the ledger, so that one that was
 * interrupted goes on with the same records, by the same verb. For one thread.
 */
final class Sampling {
    private final Engine engine;
    private final Progress progress;
    private final boolean waits;
    private final Samples samples;
    private final AccountPicture picture;
    private final List<Done> done = new ArrayList<>();
    private SampleReading.@Nullable Result read;
    private AccountPicture.@Nullable Comparison comparison;
    private @Nullable JourneyResult written;
    private @Nullable Sample sample;
    private long notBack;

    /** @param waits whether it waits when the day's tokens are spent */
    Sampling(Engine engine, Progress progress, boolean waits) {
        this.engine = engine;
        this.progress = progress;
        this.waits = waits;
        this.samples = engine.ledger().samples();
        this.picture = new AccountPicture(engine);
    }

    /**
     * What is asked for.
     *
     * @param size records there may be at most
     * @param ending what becomes of them; null where nobody said
     * @param decision asked when nobody said, after the records were read back
     */
    record Wish(int size, @Nullable Ending ending, Supplier<Ending> decision) {}

    /** A step that was done now. @param run in the ledger; empty for one that made none */
    record Done(Step step, String run, String what) {}

    /**
     * How it came out.
     *
     * @param written what became of the records; null when they were written before an interruption
     * @param read what came back the last time; null when it was stopped before
     * @param comparison of the account with what it was before; null without a rehearsal, or before it
     * @param notBack records that could not be taken back; why stands in the quarantine
     */
    record Result(
            Sample sample,
            List<Done> steps,
            @Nullable JourneyResult written,
            SampleReading.@Nullable Result read,
            AccountPicture.@Nullable Comparison comparison,
            long notBack) {
        int exitCode() {
            boolean aside = notBack > 0 || (written != null && written.exitCode() != ExitCode.DONE);
            return sample.hasPassed() && !aside ? ExitCode.DONE : ExitCode.LEFT_OVER;
        }
    }

    /** Begins a sample, or goes on with the one that was interrupted. */
    Result go(Wish wish) {
        sample = unfinished(wish).orElse(null);
        if (sample == null || !Step.WRITTEN.isDoneAfter(sample.step())) {
            write(wish);
        }
        if (isDue(Step.WRITTEN)) {
            readBack(Step.READ_BACK);
        }
        if (isDue(Step.READ_BACK) && wish.ending() == null && current().ending() == Ending.KEEP) {
            samples.ending(current(), wish.decision().get());
            sample = samples.again(current());
        }
        Ending ending = current().ending();
        if (ending != Ending.KEEP && isDue(Step.READ_BACK)) {
            takeBack();
        }
        if (ending == Ending.REHEARSE) {
            again();
        }
        if (isDue(last(ending))) {
            samples.end(current());
            picture.drop();
        }
        return new Result(samples.again(current()), List.copyOf(done), written, read, comparison, notBack);
    }

    private void again() {
        if (isDue(Step.TAKEN_BACK)) {
            compare();
        }
        if (isDue(Step.COMPARED)) {
            Map<String, Set<String>> keys = samples.keys(current());
            JourneyResult result = travel((run, preparation) -> takesPart(keys));
            written = result;
            did(Step.WRITTEN_AGAIN, result.run(), "the same records");
        }
        if (isDue(Step.WRITTEN_AGAIN)) {
            readBack(Step.READ_AGAIN);
        }
    }

    private static Step last(Ending ending) {
        return switch (ending) {
            case KEEP -> Step.READ_BACK;
            case ROLLBACK -> Step.TAKEN_BACK;
            case REHEARSE -> Step.READ_AGAIN;
        };
    }

    private Sample current() {
        return Objects.requireNonNull(sample, "begun by the journey");
    }

    /** Whether what comes after a step is due: it was done last, and nobody asked to stop. */
    private boolean isDue(Step after) {
        return current().step() == after && !engine.stop().asked();
    }

    private Optional<Sample> unfinished(Wish wish) {
        return samples.open()
                .filter(open -> open.basis().equals(engine.gatekeeper().sampleBasis()))
                .filter(open -> wish.ending() == null || open.ending() == wish.ending());
    }

    /** A step that was stopped in its middle is not done. */
    private void did(Step step, String run, String what) {
        if (!engine.stop().asked()) {
            samples.step(current(), step);
            done.add(new Done(step, run, what));
        }
        sample = samples.again(current());
    }

    private void write(Wish wish) {
        JourneyResult result = travel((run, preparation) -> {
            if (sample == null) {
                begin(run, wish);
            }
            Map<String, Set<String>> keys = samples.keys(current());
            if (current().step() == Step.CHOSEN && current().ending() == Ending.REHEARSE) {
                progress.step("Looking at the account as it is", 0, () -> 0);
                picture.take(kinds(keys));
                did(Step.PICTURED, "", "what the account shows before");
            }
            return takesPart(keys);
        });
        written = result;
        did(Step.WRITTEN, result.run(), written(result));
    }

    private static String written(JourneyResult result) {
        return result.count(Fate.CREATED) + " created, " + result.count(Fate.MATCHED) + " matched, "
                + result.count(Fate.SET_ASIDE) + " set aside";
    }

    private void begin(String run, Wish wish) {
        SampleChoice.Chosen chosen = new SampleChoice(engine, progress).choose(wish.size());
        sample = samples.begin(
                run,
                engine.gatekeeper().sampleBasis(),
                wish.ending() == null ? Ending.KEEP : wish.ending(),
                new Samples.Chosen(
                        chosen.keys(),
                        chosen.coverage().text(),
                        chosen.coverage().isEnough()));
        done.add(new Done(Step.CHOSEN, "", chosen.records() + " records"));
    }

    private JourneyResult travel(Journey.Selection selection) {
        return new Journey(engine, progress, RunMode.SAMPLE, waits).goWith(selection);
    }

    private static BiPredicate<String, String> takesPart(Map<String, Set<String>> keys) {
        return (mapping, key) -> keys.getOrDefault(mapping, Set.of()).contains(key);
    }

    private Set<String> kinds(Map<String, Set<String>> keys) {
        Set<String> kinds = new TreeSet<>();
        keys.keySet()
                .forEach(mapping ->
                        kinds.add(engine.blueprint().mappings().get(mapping).targetKind()));
        return kinds;
    }

    private void readBack(Step step) {
        new Account(engine, progress).stage();
        Map<String, Set<String>> keys = samples.keys(current());
        SampleReading.Result result = paid(run -> new SampleReading(engine, progress, run).read(keys));
        read = result;
        Accuracy.Count count = result.accuracy().all();
        String verdict = verdict(count);
        samples.judge(current(), count.compared(), count.equal(), verdict.isEmpty(), verdict);
        did(step, "", count.share() + " of the fields as expected");
    }

    /** Asks the account for the last run of this sample, and waits for tokens where it may. */
    private <T> T paid(Function<String, T> what) {
        List<String> runs = samples.runs(current());
        String run = runs.get(runs.size() - 1);
        engine.meter().book(run, "");
        return new Waiting(engine, progress, run, waits).paid(() -> what.apply(run));
    }

    /** What keeps the sample from passing; empty when nothing does. */
    private String verdict(Accuracy.Count count) {
        int gate = engine.file().sampling().gate();
        List<String> reasons = new ArrayList<>();
        if (count.hundredths() < gate) {
            reasons.add(count.share() + " of the fields came back as expected, the gate is "
                    + new Accuracy.Count(10_000, gate).share() + ".");
        }
        if (!current().enough()) {
            reasons.add("It does not show every line and code that occurs; take a larger one.");
        }
        if (Boolean.FALSE.equals(current().asBefore())) {
            reasons.add("When it was taken back, the account was not as before.");
        }
        return String.join(" ", reasons);
    }

    /** What an interruption spread over several runs goes back run by run, the last one first. */
    private void takeBack() {
        List<String> runs = new ArrayList<>(samples.runs(current()));
        Collections.reverse(runs);
        long records = 0;
        String last = "";
        for (String run : runs) {
            try (Rollback rollback = new Rollback(engine, progress, UndoScope.ofRun(run), false)) {
                Rollback.Result result = rollback.go(waits);
                records += result.shares().stream()
                        .mapToLong(Rollback.Share::records)
                        .sum();
                notBack += result.setAside() + result.kept().size();
                last = result.run();
            }
        }
        String left = notBack == 0 ? "" : ", " + notBack + " could not be taken back";
        did(Step.TAKEN_BACK, last, records + " records" + left);
    }

    private void compare() {
        progress.step("Comparing the account with what it was", 0, () -> 0);
        Set<String> kinds = kinds(samples.keys(current()));
        AccountPicture.Comparison found = paid(run -> picture.compare(kinds));
        comparison = found;
        samples.compared(current(), found.differing() == 0);
        did(
                Step.COMPARED,
                "",
                found.compared() + " records of the account compared, " + found.differing() + " not as before");
    }
}
