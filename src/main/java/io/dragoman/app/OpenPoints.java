package io.dragoman.app;

import io.dragoman.ledger.Approval;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.RunState;
import io.dragoman.run.Mismatch.Sort;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keeps a migration from being called complete. */
final class OpenPoints {
    static final String DISAGREEMENTS = "Where they do not agree";

    /** What people did in the account is theirs, and what is set aside is counted by the ledger. */
    private static final Set<String> NOT_OPEN = Set.of(Sort.EDITED.word(), Sort.DELETED.word(), Sort.SET_ASIDE.word());

    private static final Set<RunMode> WRITING =
            EnumSet.of(RunMode.SAMPLE, RunMode.RUN, RunMode.DELTA, RunMode.REPLAY, RunMode.REASSIGN, RunMode.ROLLBACK);

    private final MigrationFile file;
    private final Ledger ledger;
    private final Gatekeeper gate;
    private final List<String> points = new ArrayList<>();

    private OpenPoints(MigrationFile file, Ledger ledger, Gatekeeper gate) {
        this.file = file;
        this.ledger = ledger;
        this.gate = gate;
    }

    /** All of them, each in a sentence; empty when the migration is complete. */
    static List<String> of(MigrationFile file, Ledger ledger, Gatekeeper gate) {
        OpenPoints open = new OpenPoints(file, ledger, gate);
        open.ledger();
        open.approvals();
        open.sample();
        open.reconciliation();
        return List.copyOf(open.points);
    }

    private void ledger() {
        if (ledger.log().firstWrong().isPresent()) {
            points.add("The ledger was changed behind Dragoman's back; `audit verify` says where.");
        }
        int intents = ledger.writes().open(null).size();
        if (intents > 0) {
            points.add(intents + " writes have no receipt; the next `run` asks the account about them.");
        }
        ledger.quarantine()
                .countsByCode()
                .forEach((code, count) -> points.add(count + " records are set aside as " + code + "."));
        lastWriting()
                .filter(run -> run.state() != RunState.DONE)
                .ifPresent(run -> points.add("The last run that wrote, " + run.id() + " ("
                        + run.mode().word() + "), ended as " + run.state().word() + "."));
        lastWriting()
                .filter(run -> run.mode() == RunMode.ROLLBACK)
                .ifPresent(run -> points.add("Records were taken back by " + run.id() + " and nothing ran since."));
    }

    private Optional<Run> lastWriting() {
        return ledger.runs().all().stream()
                .filter(run -> WRITING.contains(run.mode()))
                .reduce((before, after) -> after);
    }

    private void approvals() {
        holds(Approval.Kind.MAPPING, gate.mappingHash());
        if (!file.target().loopback()) {
            holds(Approval.Kind.COMPLIANCE, gate.complianceHash());
        }
    }

    private void holds(Approval.Kind kind, String hash) {
        Optional<Approval> given = ledger.approvals().latest(kind);
        if (given.isEmpty()) {
            points.add("Nobody approved as " + kind.word() + ".");
        } else if (!given.get().hash().equals(hash)) {
            points.add("What " + given.get().by() + " approved as " + kind.word() + " changed since.");
        }
    }

    private void sample() {
        gate.sampleProblem(ledger.samples())
                .ifPresent(problem -> points.add(
                        problem.code() + (file.waived().contains(problem.code()) ? ", waived by name." : ".")));
    }

    private void reconciliation() {
        Optional<Run> compared = ledger.runs().latest(RunMode.RECONCILE);
        if (compared.isEmpty() || compared.get().state() != RunState.DONE) {
            points.add("Source, ledger and account were not compared to the end; do that with `reconcile`.");
            return;
        }
        String id = compared.get().id();
        if (lastWriting().filter(run -> number(run.id()) > number(id)).isPresent()) {
            points.add("Something was written after " + id + " had compared source, ledger and account.");
        }
        Optional<KeptReport> report = KeptReport.read(file.reports(), "reconcile-" + id);
        if (report.isEmpty()) {
            points.add("The report of " + id + " is missing, so nobody knows what it found.");
        } else {
            report.get().rows(DISAGREEMENTS).stream()
                    .filter(row -> !NOT_OPEN.contains(row.get(0)))
                    .forEach(row -> points.add(id + " found " + row.get(1) + " records: " + row.get(0) + "."));
        }
    }

    private static int number(String run) {
        return Integer.parseInt(run.substring(1));
    }
}
