package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Quarantine;
import io.dragoman.ledger.Quarantine.Entry;
import java.util.List;
import java.util.function.Function;
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
            @Option(names = "--code", description = "Only entries of this code.") @Nullable String code,
            @Option(names = "--mapping", paramLabel = "NAME", description = "Only records of this mapping.") @Nullable
                    String mapping) {
        return show(options, quarantine -> quarantine.open(SHOWN, code, mapping));
    }

    @Command(
            name = "show",
            description = "Shows every entry of one source key, or of one record as MAPPING/KEY, open or closed.",
            mixinStandardHelpOptions = true)
    int show(@Mixin VerbOptions options, @Parameters(paramLabel = "KEY") String key) {
        return show(options, quarantine -> {
            List<Entry> ofKey = quarantine.find(key);
            return ofKey.isEmpty() ? ofRecord(quarantine, key) : ofKey;
        });
    }

    /** A key may hold slashes itself; the first one parts it from its mapping. */
    private static List<Entry> ofRecord(Quarantine quarantine, String record) {
        String[] parts = record.split("/", 2);
        return parts.length < 2
                ? List.of()
                : quarantine.find(parts[1]).stream()
                        .filter(entry -> entry.mapping().equals(parts[0]))
                        .toList();
    }

    @Command(
            name = "replay",
            description = "Sends what was set aside through the mapping again.",
            mixinStandardHelpOptions = true)
    int replay(
            @Mixin VerbOptions options,
            @Option(names = "--code", description = "Only entries of this code; may be given several times.") @Nullable
                    List<String> codes,
            @Option(names = "--key", description = "Only this source key; may be given several times.") @Nullable
                    List<String> keys,
            @Option(names = "--mapping", paramLabel = "NAME", description = "Only records of this mapping.") @Nullable
                    String mapping) {
        MigrationFile file = options.migration();
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_WRITING)) {
            engine.gatekeeper().mustBeApproved();
            Replay replay = new Replay(engine, new Replay.Selection(orNone(codes), orNone(keys), mapping));
            long wanted = replay.records();
            QuarantineReport report = new QuarantineReport(engine.ledger().quarantine(), file.name());
            if (wanted == 0) {
                print(options, file, report.of(List.of()));
                return ExitCode.DONE;
            }
            JourneyResult result = replay.go(progress);
            progress.endStep();
            print(options, file, report.replayed(new JourneyReport(engine).of("replay", result), result, wanted));
            return result.exitCode();
        }
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    private int show(VerbOptions options, Function<Quarantine, List<Entry>> wanted) {
        MigrationFile file = options.migration();
        try (Ledger ledger = options.ledger(file)) {
            Quarantine quarantine = ledger.quarantine();
            print(options, file, new QuarantineReport(quarantine, file.name()).of(wanted.apply(quarantine)));
        }
        return ExitCode.DONE;
    }

    private void print(VerbOptions options, MigrationFile file, Report report) {
        new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
    }
}
