package io.dragoman.app;

import io.dragoman.ledger.Approval;
import io.dragoman.ledger.Approvals;
import io.dragoman.ledger.Sample;
import io.dragoman.ledger.Samples;
import io.dragoman.mapping.Mappings;
import io.dragoman.mapping.SchemaNeeds;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Lets a verb write only what people signed: the mapping by someone of the practice, and for a real account the privacy
 * policy by the compliance officer. Any change of mapping or policy voids the signature.
 */
final class Gatekeeper {
    private final Approvals approvals;
    private final MigrationFile file;
    private final String mappingHash;
    private final String sampleBasis;

    /** Beside the mappings, what they need of the account is signed: the policy has a say in that too. */
    Gatekeeper(Approvals approvals, MigrationFile file, Mappings mappings) {
        this.approvals = approvals;
        this.file = file;
        String mapped = mappings.hash() + "\n" + file.mappingOverrides();
        this.mappingHash = sha256(mapped + new TreeSet<>(file.waived()) + "\n" + file.sampling() + "\n"
                + SchemaNeeds.of(mappings, file.policy())
                + (file.deleted().equals(DeletedPolicy.REPORT) ? "" : "\n" + file.deleted()));
        this.sampleBasis = sha256(mapped + "\n" + policy(file.policy()));
    }

    /** What a signature under the mapping binds. */
    String mappingHash() {
        return mappingHash;
    }

    /** What a signature under the policy binds: mode, agreement, classes, and the mapping they apply to. */
    String complianceHash() {
        return sha256(mappingHash + "\n" + policy(file.policy()));
    }

    private static String policy(Policy policy) {
        return policy.mode() + "\n" + policy.agreement() + "\n" + new TreeSet<>(policy.allow());
    }

    /** What a sample speaks for: mapping, overrides and policy; not what was waived, or it could not be waived itself. */
    String sampleBasis() {
        return sampleBasis;
    }

    /** What a forecast rests on: everything that was signed, and the source's content. */
    String forecastBasis(String contents) {
        return sha256(complianceHash() + "\n" + contents);
    }

    /** @throws RunProblem refused, when a signature is missing or void */
    void mustBeApproved() {
        demand(Approval.Kind.MAPPING, mappingHash, "the mapping, or its overrides");
        if (!file.target().loopback()) {
            demand(Approval.Kind.COMPLIANCE, complianceHash(), "the privacy policy");
        }
    }

    /**
     * Lets nothing be written as a whole that was not seen in small first, unless who signed the mapping waived that.
     *
     * @throws RunProblem refused, when there is no sample of this mapping and policy, or it did not pass
     */
    void mustBeSampled(Samples samples) {
        sampleProblem(samples)
                .filter(problem -> !file.waived().contains(problem.code()))
                .ifPresent(problem -> {
                    throw new RunProblem(RunProblem.Ending.REFUSED, problem);
                });
    }

    /** What the last sample on this basis leaves to wish for; empty when it passed. */
    Optional<Problem> sampleProblem(Samples samples) {
        Optional<Sample> sample = samples.finished(sampleBasis);
        if (sample.isEmpty()) {
            return Optional.of(new Problem(
                    "sample-missing",
                    file.name(),
                    "no sample of this mapping and policy was written and read back yet. Write one with `sample`,"
                            + " or waive it by name."));
        }
        return sample.filter(one -> !one.hasPassed())
                .map(one -> new Problem(
                        "sample-failed",
                        file.name(),
                        "sample " + one.id() + " did not pass: " + one.verdict()
                                + " Read its report, mend the mapping, and take another; or waive it by name."));
    }

    private void demand(Approval.Kind kind, String hash, String what) {
        Optional<Approval> approval = approvals.latest(kind);
        if (approval.isPresent() && approval.get().hash().equals(hash)) {
            return;
        }
        String code = approval.isPresent() ? "approval-void" : "approval-missing";
        String why = approval.isPresent()
                ? what + " changed since " + approval.get().by() + " approved it."
                : "nobody approved " + what + " yet.";
        throw new RunProblem(
                RunProblem.Ending.REFUSED,
                new Problem(
                        code,
                        file.name(),
                        why + " Read the report of `plan`, then `approve --as "
                                + kind.name().toLowerCase(Locale.ROOT) + " --by NAME`."));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
