package io.dragoman.app;

import io.dragoman.ledger.Approval;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Sample;
import io.dragoman.run.sample.Accuracy;
import java.util.List;
import java.util.Optional;

/** What other reports tell of a sample, and of who went on without one. */
final class SampleNote {
    static final List<String> COLUMNS = List.of("Sample", "Accuracy", "State");

    private SampleNote() {}

    /** What a run rests on: its sample, or the name of who waived that. */
    static List<String> ofRun(Engine engine) {
        Gatekeeper gate = engine.gatekeeper();
        Optional<Sample> sample = engine.ledger().samples().finished(gate.sampleBasis());
        return gate.sampleProblem(engine.ledger().samples())
                .map(problem -> List.of(
                        sample.map(Sample::id).orElse("none"),
                        sample.map(SampleNote::share).orElse(""),
                        problem.code() + " waived by " + signer(engine.ledger())))
                .orElseGet(() -> row(sample.orElseThrow()));
    }

    /** The sample begun last. */
    static List<String> row(Sample sample) {
        String state = sample.ended() == null
                ? "not finished: " + sample.step().word() + " was done last"
                : sample.hasPassed() ? "passed" : "did not pass. " + sample.verdict();
        return List.of(sample.id(), sample.passed() == null ? "" : share(sample), state);
    }

    private static String share(Sample sample) {
        return new Accuracy.Count(sample.compared(), sample.asExpected()).share();
    }

    /** A waiver is part of what is signed with the mapping. */
    private static String signer(Ledger ledger) {
        return ledger.approvals()
                .latest(Approval.Kind.MAPPING)
                .map(Approval::by)
                .orElse("nobody");
    }
}
