package io.dragoman.app;

import io.dragoman.audit.LogCheck;
import io.dragoman.audit.LogExport;
import io.dragoman.audit.LogFormat;
import io.dragoman.audit.LogVerdict;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.SigningKey;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit}: what the source holds and how good it is; below it the log of all that changed, handed on and checked. */
@Command(
        name = "audit",
        description = {
            "Counts what the source holds, says how good it is, what is protected and what to do first. Reads the source"
                    + " and nothing else, and writes nowhere but to its reports.",
            "Its subcommands hand on and check the log of all that was written."
        },
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The forms of the file that can be asked for. */
    enum Format {
        JSONL(List.of(LogFormat.JSONL)),
        CSV(List.of(LogFormat.CSV)),
        BOTH(List.of(LogFormat.JSONL, LogFormat.CSV));

        private final List<LogFormat> formats;

        Format(List<LogFormat> formats) {
            this.formats = formats;
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final VerbOptions own = new VerbOptions();

    @Override
    public Integer call() {
        MigrationFile file = own.migration();
        try (Progress progress = own.progress();
                Engine engine = own.engineOfSource(file)) {
            SourceAudit.Result found = new SourceAudit(engine, progress).go();
            progress.endStep();
            new RebuildReference(engine).keep();
            print(own, file, new InventoryReport(engine, found).report());
            return found.isClean() ? ExitCode.DONE : ExitCode.LEFT_OVER;
        }
    }

    @Command(
            name = "export",
            description = "Writes the log to a signed file. It holds keys, ids, names and digests, and no value.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin VerbOptions options,
            @Option(
                            names = "--format",
                            paramLabel = "FORM",
                            defaultValue = "both",
                            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
                    Format format,
            @Option(
                            names = "--to",
                            paramLabel = "FOLDER",
                            description = "Where to (default: the folder audit beside the ledger's keys).")
                    @Nullable
                    Path folder,
            @Option(names = "--sealed", description = "With what was sent, as only the seal key opens it.")
                    boolean sealed) {
        MigrationFile file = options.migration();
        try (Progress progress = options.progress();
                Ledger ledger = options.ledger(file)) {
            SigningKey key = file.signingKey();
            AtomicLong done = new AtomicLong();
            progress.step("Audit log", ledger.log().end().entries(), done::get);
            Instant now = Instant.now();
            LogExport.Result result = new LogExport(ledger, key, sealed)
                    .to(
                            folder == null ? file.workFolder().resolve("audit") : folder,
                            "audit-" + file.name() + "-" + IN_NAMES.format(now),
                            now,
                            format.formats,
                            done::set);
            progress.endStep();
            print(options, file, AuditReport.exported(file.name(), result, key.publicKey()));
            return result.wrong() == 0 ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    @Command(
            name = "verify",
            description =
                    "Finds whatever is changed, missing, added or moved in an exported log; without a FILE, in the"
                            + " ledger itself. A FILE needs neither ledger nor key.",
            mixinStandardHelpOptions = true)
    int verify(
            @Mixin VerbOptions options,
            @Parameters(paramLabel = "FILE", arity = "0..1") @Nullable Path log,
            @Option(
                            names = "--signer",
                            paramLabel = "KEY",
                            description = "The public key, or its short name, that must have signed the file.")
                    @Nullable
                    String signer) {
        if (log == null) {
            return verifyLedger(options);
        }
        LogVerdict verdict = LogCheck.of(log);
        boolean other = signer != null && !AuditReport.isSigner(signer, verdict.signer());
        new ReportPrinter(spec.commandLine().getOut(), options.json()).show(AuditReport.checked(log, verdict, other));
        return verdict.holds() && !other ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int verifyLedger(VerbOptions options) {
        MigrationFile file = options.migration();
        try (Ledger ledger = options.ledger(file)) {
            long wrong = ledger.log().firstWrong().orElse(0);
            long strays = ledger.log().strays();
            print(options, file, AuditReport.ledger(file.name(), ledger.log().end(), wrong, strays));
            return wrong == 0 && strays == 0 ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private void print(VerbOptions options, MigrationFile file, Report report) {
        new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
    }
}
