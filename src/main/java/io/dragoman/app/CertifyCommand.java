package io.dragoman.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.ledger.Certificates.Certificate;
import io.dragoman.ledger.SigningKey;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code certify}: a signed account of the whole migration, and the check of one. */
@Command(
        name = "certify",
        description =
                "Says under a signature what was moved and what was not; while something is open, with exceptions.",
        mixinStandardHelpOptions = true)
final class CertifyCommand implements Callable<Integer> {
    private static final int LONGEST_NAME = 200;

    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Option(names = "--by", paramLabel = "NAME", description = "Who certifies.")
    private @Nullable String by;

    @Option(names = "--as", paramLabel = "ROLE", description = "As what (default: ${DEFAULT-VALUE}).")
    private String as = "lead of the migration";

    @Option(
            names = "--verify",
            paramLabel = "FILE",
            description = "Find any change of a certificate; needs neither ledger nor key.")
    private @Nullable Path verify;

    @Option(
            names = "--signer",
            paramLabel = "KEY",
            description = "With --verify: the public key, or its short name, that must have signed it.")
    private @Nullable String signer;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (verify != null) {
            return check(verify);
        }
        String name = by == null ? "" : PlainText.of(by).strip();
        as = PlainText.of(as).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || as.length() > LONGEST_NAME) {
            throw new ParameterException(spec.commandLine(), "Name who certifies with --by, in at most 200 letters.");
        }
        MigrationFile file = options.migration();
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_READING)) {
            if (engine.unknown().size() == engine.blueprint().mappings().all().size()) {
                throw new RunProblem(
                        RunProblem.Ending.REFUSED,
                        new Problem(
                                "nothing-to-certify", file.name(), "no record is in the account. Begin with `plan`."));
            }
            new Account(engine, progress).stage();
            progress.step("Certificate", 0, () -> 0);
            List<String> open = OpenPoints.of(file, engine.ledger(), engine.gatekeeper());
            Report report = certified(engine, name, open);
            progress.endStep();
            print(file, report);
            return open.isEmpty() ? ExitCode.DONE : ExitCode.LEFT_OVER;
        }
    }

    private Report certified(Engine engine, String name, List<String> open) {
        MigrationFile file = engine.file();
        int number = engine.ledger().certificates().next();
        SigningKey key = file.signingKey();
        Path target = file.workFolder().resolve("certificates").resolve("certificate-" + number + ".json");
        Report report = report(engine, name, open, number, key, target);
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ObjectNode content = new ObjectMapper().createObjectNode();
        content.put("format", CertificateFile.FORMAT)
                .put("migration", file.name())
                .put("company", file.target().company())
                .put("number", number)
                .put("by", name)
                .put("as", as)
                .put("made-at", at.toString())
                .put("program", new Version().getVersion()[0])
                .put("verdict", verdict(open))
                .put("headline", report.headline());
        report.sections()
                .forEach(section -> content.withArray("sections")
                        .addObject()
                        .put("title", section.title())
                        .set("table", new ObjectMapper().valueToTree(List.of(section.columns(), section.rows()))));
        try {
            String hash = CertificateFile.write(target, content, ReportPage.of(report), key);
            engine.ledger().certificates().add(new Certificate(number, name, at, open.isEmpty(), hash));
            return report;
        } catch (IOException e) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "report-not-writable",
                            target.toString(),
                            "the certificate cannot be kept there. Free the disk or mend the rights."),
                    e);
        }
    }

    private static String verdict(List<String> open) {
        return open.isEmpty() ? "complete" : "with exceptions";
    }

    private Report report(Engine engine, String name, List<String> open, int number, SigningKey key, Path target) {
        MigrationFile file = engine.file();
        Report.Draft draft = new Report.Draft("certify", file.name())
                .run("c" + number)
                .section(
                        "Certificate",
                        "",
                        List.of("", ""),
                        List.of(
                                List.of("Migration", file.name()),
                                List.of(
                                        "From and to",
                                        file.source().system() + " to "
                                                + file.target().system() + ", account "
                                                + file.target().company()),
                                List.of("Certified by", name + ", " + as),
                                List.of("Verdict", verdict(open)),
                                List.of("Signed with", SigningKey.fingerprint(key.publicKey()))));
        new CertificateText(engine).addTo(draft, open);
        draft.next(
                "The signed form is " + target.getFileName() + "; hand it on with this page, and tell the short name "
                        + SigningKey.fingerprint(key.publicKey()) + " on another way.");
        draft.next("Check it anywhere: `certify --verify " + target.getFileName() + " --signer "
                + SigningKey.fingerprint(key.publicKey()) + "`.");
        return draft.end(
                open.isEmpty()
                        ? name + " certifies that the migration is complete."
                        : name + " certifies the migration with exceptions: " + open.size()
                                + (open.size() == 1 ? " point is open." : " points are open."));
    }

    private int check(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(spec.commandLine(), "No file " + file + ".");
            }
            CertificateFile.Checked checked = CertificateFile.check(file);
            boolean other = checked.holds() && signer != null && !AuditReport.isSigner(signer, checked.signer());
            new ReportPrinter(spec.commandLine().getOut(), options.json()).show(verdict(file, checked, other));
            return checked.holds() && !other ? ExitCode.DONE : ExitCode.FAILED;
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "The file " + file + " cannot be read.");
        }
    }

    private static Report verdict(Path file, CertificateFile.Checked checked, boolean other) {
        Report.Draft draft = new Report.Draft(
                "certify-verify", checked.content().path("migration").asText());
        if (!checked.holds()) {
            return draft.next("Do not rely on it. Ask whoever gave it to you for another copy.")
                    .end(file.getFileName() + " does not hold: " + checked.wrong() + ".");
        }
        draft.section(
                "Certificate",
                "The short name is to be the one you were told.",
                List.of("", ""),
                List.of(
                        List.of("Says", checked.content().path("headline").asText()),
                        List.of("Made", checked.content().path("made-at").asText()),
                        List.of("Signed with", SigningKey.fingerprint(checked.signer()))));
        if (other) {
            return draft.next("Ask whoever gave it to you for the short name of their key.")
                    .end(file.getFileName() + " is unchanged, but signed by another key than the one named.");
        }
        return draft.next("Compare the short name of the key with the one you were told, if you did not give it.")
                .end(file.getFileName() + " is as it was signed: "
                        + checked.content().path("verdict").asText() + ".");
    }

    private void print(MigrationFile file, Report report) {
        new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
    }
}
