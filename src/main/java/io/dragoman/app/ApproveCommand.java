package io.dragoman.app;

import io.dragoman.ledger.Approval;
import io.dragoman.ledger.Ledger;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code approve}: a person's consent, bound to exactly what it covers. */
@Command(
        name = "approve",
        description = "Binds a person's consent to the mapping, or to the privacy policy; any change voids it.",
        mixinStandardHelpOptions = true)
final class ApproveCommand implements Callable<Integer> {
    private static final int LONGEST_NAME = 200;
    private static final String NONE = "none";

    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Option(names = "--as", required = true, paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Approval.Kind as;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who consents.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String by;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        by = PlainText.of(by).strip();
        if (by.isEmpty() || by.length() > LONGEST_NAME) {
            throw new ParameterException(spec.commandLine(), "Name who consents with --by, in at most 200 letters.");
        }
        MigrationFile file = options.migration();
        Home home = options.home();
        Blueprint blueprint = Blueprint.read(home, file);
        try (Ledger ledger = options.ledger(file)) {
            Gatekeeper gate = new Gatekeeper(ledger.approvals(), file, blueprint.mappings());
            String hash = as == Approval.Kind.MAPPING ? gate.mappingHash() : gate.complianceHash();
            ledger.approvals().approve(as, by, hash, Instant.now());
            if (as == Approval.Kind.MAPPING) {
                UnlistedValues.sign(ledger, gate.complianceHash());
            }
            new ReportPrinter(spec.commandLine().getOut(), options.json())
                    .print(report(file, blueprint, hash), file.reports());
        }
        return ExitCode.DONE;
    }

    private static String agreement(Policy.@Nullable Agreement agreement) {
        return agreement == null ? NONE : agreement.reference() + ", " + agreement.date();
    }

    private static String classes(Set<PhiClass> allowed) {
        return allowed.isEmpty()
                ? NONE
                : allowed.stream().sorted().map(PhiClass::word).collect(Collectors.joining(", "));
    }

    private Report report(MigrationFile file, Blueprint blueprint, String hash) {
        Report.Draft draft = new Report.Draft("approve-" + as.word(), file.name());
        if (as == Approval.Kind.MAPPING) {
            MappingTable.addTo(draft, blueprint.mappings(), file.policy());
            draft.next("Make what the account lacks: `prepare`.");
        } else {
            draft.section(
                    "What was signed",
                    "Mode, agreement and classes, bound to the mapping as it is now.",
                    List.of("", ""),
                    List.of(
                            List.of(
                                    "mode",
                                    file.policy()
                                            .mode()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-')),
                            List.of("agreement", agreement(file.policy().agreement())),
                            List.of("further classes", classes(file.policy().allow()))));
            draft.next("Approve the mapping too, if nobody has: `approve --as mapping --by NAME`.");
        }
        return draft.end(by + " approved the " + (as == Approval.Kind.MAPPING ? "mapping" : "privacy policy")
                + ", hash " + hash.substring(0, 12) + ".");
    }
}
