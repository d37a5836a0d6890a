package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Quarantine.Entry;
import io.dragoman.ledger.RunMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quarantine}: what was set aside, why, and another try once it is mended. */
@Command(
        name = "quarantine",
        description = "Lists what was set aside, shows one entry, or sends entries through the mapping again.",
        mixinStandardHelpOptions = true)
final class QuarantineCommand implements Runnable {
    private static final int SHOWN = 200;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say list, show KEY, or replay.");
    }

    @Command(name = "list", description = "Lists open entries.", mixinStandardHelpOptions = true)
    int list(
            @Mixin VerbOptions options,
            @Option(names = "--code", description = "Only entries of this code.") @Nullable String code) {
        return show(options, code, null);
    }

    @Command(name = "show", description = "Shows what is open for one source key.", mixinStandardHelpOptions = true)
    int show(@Mixin VerbOptions options, @Parameters(paramLabel = "KEY") String key) {
        return show(options, null, key);
    }

    @Command(
            name = "replay",
            description = "Sends what was set aside through the mapping again.",
            mixinStandardHelpOptions = true)
    int replay(
            @Mixin VerbOptions options,
            @Option(names = "--code", description = "Only entries of this code.") @Nullable String code) {
        MigrationFile file = options.migration();
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_WRITING)) {
            engine.gatekeeper().mustBeApproved();
            Set<String> keys = new HashSet<>();
            engine.ledger()
                    .quarantine()
                    .open(Integer.MAX_VALUE, code)
                    .forEach(entry -> keys.add(entry.mapping() + " " + entry.key()));
            JourneyResult result = new Journey(engine, progress, RunMode.REPLAY, true)
                    .go((mapping, key) -> keys.contains(mapping + " " + key));
            progress.endStep();
            print(options, file, new JourneyReport(engine).of("replay", result));
            return result.exitCode();
        }
    }

    private int show(VerbOptions options, @Nullable String code, @Nullable String key) {
        MigrationFile file = options.migration();
        try (Ledger ledger = options.ledger(file)) {
            List<Entry> entries = key == null
                    ? ledger.quarantine().open(SHOWN, code)
                    : ledger.quarantine().find(key);
            long open = ledger.quarantine().countsByCode().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            Report.Draft draft = new Report.Draft("quarantine", file.name())
                    .chart(
                            Chart.bars("Records"),
                            "By code",
                            "All that is open.",
                            List.of("Code", "Records"),
                            ledger.quarantine().countsByCode().entrySet().stream()
                                    .map(count -> List.of(count.getKey(), String.valueOf(count.getValue())))
                                    .toList())
                    .section(
                            "Set aside",
                            open > entries.size() ? "The first " + entries.size() + "." : "",
                            List.of("Mapping", "Key", "Code", "Place", "What to do", "Run", "Times"),
                            entries.stream().map(QuarantineCommand::row).toList());
            draft.next(entries.isEmpty() ? "Nothing to do." : "Mend what the advice says, then `quarantine replay`.");
            print(options, file, draft.end(open + " entries are open."));
        }
        return ExitCode.DONE;
    }

    private static List<String> row(Entry entry) {
        return List.of(
                entry.mapping(),
                entry.key(),
                entry.problem().code(),
                entry.problem().place(),
                entry.problem().advice(),
                entry.run(),
                String.valueOf(entry.times()));
    }

    private void print(VerbOptions options, MigrationFile file, Report report) {
        new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
    }
}
