package io.dragoman.app;

import io.dragoman.ledger.Sample;
import io.dragoman.model.Fate;
import io.dragoman.model.Mapping;
import io.dragoman.model.Price;
import io.dragoman.model.Problem;
import io.dragoman.run.sample.Accuracy;
import io.dragoman.run.sample.Coverage;
import io.dragoman.run.sample.FieldCheck;
import io.dragoman.run.sample.Trait;
import io.dragoman.run.sample.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a sample, or its preview, tells at its end. */
final class SampleReport {
    private static final int LISTED = 25;
    private static final String COVERAGE = "What it shows of the source";

    private final Engine engine;

    SampleReport(Engine engine) {
        this.engine = engine;
    }

    /** What would be written. @param obstacles what stands in the way of writing */
    Report preview(SampleChoice.Chosen chosen, int size, List<Problem> obstacles) {
        Report.Draft draft = new Report.Draft("sample-preview", engine.file().name());
        draft.section(
                "In the way of a sample",
                "Nothing can be written before these are mended; a finding can be waived by name under overrides.waive.",
                List.of("Code", "Where", "What to do"),
                obstacles.stream()
                        .map(problem -> List.of(problem.code(), problem.place(), problem.advice()))
                        .toList());
        List<List<String>> rows = new ArrayList<>();
        chosen.keys().forEach((mapping, keys) -> rows.add(List.of(title(mapping), String.valueOf(keys.size()))));
        draft.section("What would be written", "Chosen by what they show.", List.of("What", "Records"), rows);
        coverage(draft, chosen.coverage());
        notShown(draft, chosen.coverage(), size);
        PlanTime time = PlanTime.own(engine, Instant.now());
        Price writing = chosen.price();
        return draft.next("Write them: `sample`; `--then rollback` takes them back, `--rehearse` also proves it.")
                .end(chosen.records() + " records would be written for " + writing.tokens() + " tokens, in "
                        + time.takes(writing) + "; reading them back costs about "
                        + readingBack(chosen).tokens() + " tokens more, and taking them back "
                        + chosen.undo().tokens() + ".");
    }

    private Price readingBack(SampleChoice.Chosen chosen) {
        Price price = Price.NOTHING;
        for (Map.Entry<String, Set<String>> keys : chosen.keys().entrySet()) {
            String kind = engine.blueprint().mappings().get(keys.getKey()).targetKind();
            price = price.plus(engine.prices().readBack(kind, keys.getValue().size()));
        }
        return price;
    }

    Report of(Sampling.Result result) {
        Sample sample = result.sample();
        Report.Draft draft = new Report.Draft("sample", engine.file().name()).run(sample.id());
        List<List<String>> steps = new ArrayList<>();
        result.steps().forEach(step -> steps.add(List.of(step.step().word(), step.run(), step.what())));
        draft.section(
                "Steps", "What was done now; the ledger keeps how far it came.", List.of("Step", "Run", "What"), steps);
        coverage(draft, Coverage.read(sample.coverage()));
        SampleReading.Result read = result.read();
        if (read != null) {
            accuracy(draft, read);
            otherwise(draft, read.checks());
            Path page = new SampleFiles(engine.file().reports(), sample.id())
                    .write(engine.file().name(), headline(sample), read.checks());
            draft.next("Look at every field, masked by class: " + page
                    + "; the same for spreadsheets and as JSON beside it.");
        }
        comparison(draft, result.comparison());
        next(draft, result);
        return draft.end(headline(sample));
    }

    private static String headline(Sample sample) {
        if (sample.passed() == null) {
            return "Sample " + sample.id() + " is not finished.";
        }
        Accuracy.Count count = new Accuracy.Count(sample.compared(), sample.asExpected());
        String fields = count.equal() + " of " + count.compared() + " fields came back as expected, " + count.share();
        if (sample.ended() == null) {
            return "Sample " + sample.id() + " is not finished: " + fields + " so far.";
        }
        return sample.hasPassed()
                ? "Sample " + sample.id() + " passed: " + fields + "."
                : "Sample " + sample.id() + " did not pass. " + sample.verdict();
    }

    private String title(String mapping) {
        return engine.blueprint().mappings().get(mapping).title();
    }

    private void coverage(Report.Draft draft, Coverage coverage) {
        List<List<String>> rows = new ArrayList<>();
        for (Trait.Sort sort : Trait.Sort.values()) {
            Coverage.Count count = coverage.of(sort);
            rows.add(List.of(
                    word(sort),
                    String.valueOf(count.shown()),
                    String.valueOf(count.occurring()),
                    new Accuracy.Count(count.occurring(), count.shown()).share(),
                    String.valueOf(count.outOfReach())));
        }
        draft.section(
                COVERAGE,
                "Lines and codes come first. What only records have that will be set aside cannot be shown.",
                List.of("What", "Shown", "Occurs", "Share", "Only set aside"),
                rows);
        List<List<String>> details = new ArrayList<>();
        coverage.counts()
                .forEach((line, count) -> details.add(List.of(
                        title(line.mapping()),
                        word(line.sort()),
                        String.valueOf(count.shown()),
                        String.valueOf(count.occurring()),
                        String.valueOf(count.outOfReach()))));
        draft.detail(
                COVERAGE + ", by mapping",
                "",
                List.of("Mapping", "What", "Shown", "Occurs", "Only set aside"),
                details);
    }

    private static String word(Trait.Sort sort) {
        return switch (sort) {
            case LINE -> "mapping lines that give a value";
            case CODE -> "codes and labels";
            case RECORD -> "records of their own, and joined ones";
            case EMPTY -> "lines that give nothing";
            case SHAPE -> "shapes: empty columns, children";
            case EXTREME -> "longest, earliest, greatest";
            case ODD -> "odd texts";
        };
    }

    private void notShown(Report.Draft draft, Coverage coverage, int size) {
        Map<List<String>, Long> counts =
                new TreeMap<>((a, b) -> String.join(" ", a).compareTo(String.join(" ", b)));
        coverage.notShown()
                .forEach(trait ->
                        counts.merge(List.of(trait.mapping(), trait.row(), word(trait.sort())), 1L, Long::sum));
        List<List<String>> rows = new ArrayList<>();
        counts.forEach(
                (what, count) -> rows.add(List.of(what.get(0), what.get(1), what.get(2), String.valueOf(count))));
        draft.detail(
                "Not shown",
                "In a sample of at most " + size + " records.",
                List.of("Mapping", "Line", "What", "How many"),
                rows);
    }

    private void accuracy(Report.Draft draft, SampleReading.Result read) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> fields = new ArrayList<>();
        for (SampleReading.Arrived arrived : read.arrived()) {
            Mapping mapping = arrived.mapping();
            Accuracy.Count count = read.accuracy().byMapping().getOrDefault(mapping.name(), new Accuracy.Count(0, 0));
            rows.add(List.of(
                    mapping.title(),
                    String.valueOf(arrived.there()),
                    String.valueOf(arrived.joined()),
                    String.valueOf(arrived.absent()),
                    String.valueOf(count.compared()),
                    String.valueOf(count.equal()),
                    count.share()));
            read.accuracy()
                    .byField(mapping.name())
                    .forEach((field, one) -> fields.add(List.of(
                            mapping.title(),
                            field,
                            String.valueOf(one.compared()),
                            String.valueOf(one.equal()),
                            one.share())));
        }
        draft.chart(
                Chart.share("Accuracy"),
                "Accuracy",
                "Every field of every record, as it was read back from the account.",
                List.of("What", "Records", "Joined", "Not there", "Fields", "As expected", "Accuracy"),
                rows);
        draft.detail(
                "Accuracy by field", "", List.of("Mapping", "Field", "Compared", "As expected", "Accuracy"), fields);
    }

    private static void otherwise(Report.Draft draft, List<FieldCheck> checks) {
        List<FieldCheck> wrong = checks.stream()
                .filter(check -> check.verdict().counts() && check.verdict() != Verdict.EQUAL)
                .toList();
        draft.section(
                "Not as expected",
                wrong.size() > LISTED ? "The first " + LISTED + " of " + wrong.size() + "." : "",
                List.of("Mapping line", "Field", "Key", "Expected", "Read back", "Verdict"),
                wrong.stream()
                        .limit(LISTED)
                        .map(check -> List.of(
                                check.place().toString(),
                                check.field(),
                                check.key(),
                                check.expected(),
                                check.got(),
                                check.verdict().word()))
                        .toList());
    }

    private static void comparison(Report.Draft draft, AccountPicture.@Nullable Comparison comparison) {
        if (comparison != null) {
            draft.section(
                    "Not as before",
                    String.format(
                            Locale.ROOT,
                            "%d of %d records the account lists.",
                            comparison.differing(),
                            comparison.compared()),
                    List.of("Kind", "Id", "What"),
                    comparison.first());
        }
    }

    private static void next(Report.Draft draft, Sampling.Result result) {
        Sample sample = result.sample();
        if (sample.ended() == null) {
            draft.next("Go on with the same verb: it takes up the same records where it stopped.");
        } else if (sample.hasPassed()) {
            draft.next("Move everything: `run`. The sample's records are part of it and are not written twice.");
        } else {
            draft.next("Mend what is not as expected, approve the mapping again, and take another sample.");
        }
        if (result.written() != null && result.written().count(Fate.SET_ASIDE) > 0) {
            draft.next("See why records were set aside: `quarantine list`.");
        }
    }
}
