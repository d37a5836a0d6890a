package io.dragoman.app;

import io.dragoman.ledger.Approval;
import io.dragoman.ledger.RunMode;
import io.dragoman.mapping.Mappings;
import io.dragoman.model.Fate;
import io.dragoman.model.Policy;
import io.dragoman.run.UndoScope;
import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole cycle on an invented practice, against a sandbox on this machine. */
@Command(
        name = "demo",
        description = "Moves an invented dental practice into a local sandbox and takes it back again.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String SIGNED_BY = "Demo Signature";

    @Option(names = "--keep", description = "Leave the records in the sandbox, and the sandbox running until Ctrl-C.")
    private boolean keep;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        out().println("An invented dental practice moves into a sandbox on this machine, and back.");
        out().flush();
        Launch launch = Dragoman.launch(spec);
        Home home = launch.home();
        DemoFolder folder = DemoFolder.fresh(home);
        try (Sandbox sandbox =
                Sandbox.start(SandboxSettings.defaults().withUsers(SandboxCommand.named(DemoFolder.USERS)))) {
            MigrationFile file = folder.migration(sandbox.baseUrl(), sandbox.token(), home);
            int code = cycle(launch, file, sandbox);
            if (keep && !launch.stop().asked()) {
                out().println("\nThe sandbox stays at " + sandbox.baseUrl() + "/_sandbox/dump until Ctrl-C.");
                out().flush();
                SandboxCommand.untilStopped(launch.stop());
            }
            return code;
        }
    }

    private int cycle(Launch launch, MigrationFile file, Sandbox sandbox) {
        ReportPrinter printer = new ReportPrinter(out(), false);
        try (Progress progress = Progress.onStandardError(false);
                Engine engine = Engine.open(file, launch, Engine.Workers.FOR_WRITING)) {
            say(progress, "1. Plan: what would happen");
            JourneyResult plan = new Journey(engine, progress, RunMode.PLAN, false).go((mapping, key) -> true);
            printer.headline(new JourneyReport(engine).of("plan", plan), file.reports());
            say(progress, "2. Approve: the mapping, and the privacy policy");
            Gatekeeper gate = engine.gatekeeper();
            engine.ledger().approvals().approve(Approval.Kind.MAPPING, SIGNED_BY, gate.mappingHash(), Instant.now());
            engine.ledger()
                    .approvals()
                    .approve(Approval.Kind.COMPLIANCE, SIGNED_BY, gate.complianceHash(), Instant.now());
            say(progress, "3. Prepare: fields, pipelines and activity types");
            printer.headline(PrepareCommand.prepare(engine, progress, false), file.reports());
            say(progress, "4. Run: every record, once");
            JourneyResult run = new Journey(engine, progress, RunMode.RUN, false).go((mapping, key) -> true);
            printer.headline(new JourneyReport(engine).of("run", run), file.reports());
            List<List<String>> rows = new DemoRows(sandbox.dump()).rows();
            say(progress, "5. Run again: nothing is written twice");
            JourneyResult again = new Journey(engine, progress, RunMode.RUN, false).go((mapping, key) -> true);
            progress.endStep();
            printer.headline(new JourneyReport(engine).of("run", again), file.reports());
            Rollback.@Nullable Result back = null;
            if (!keep) {
                say(progress, "6. Roll back: the account as it was before");
                try (Rollback rollback = new Rollback(engine, progress, UndoScope.MIGRATION, false)) {
                    back = rollback.go(false);
                }
            }
            progress.endStep();
            printer.print(summary(file, engine.blueprint().mappings(), rows, run, again, back), file.reports());
            return Math.max(run.exitCode(), again.exitCode());
        }
    }

    private Report summary(
            MigrationFile file,
            Mappings mappings,
            List<List<String>> rows,
            JourneyResult run,
            JourneyResult again,
            Rollback.@Nullable Result back) {
        Report.Draft draft = new Report.Draft("demo", file.name())
                .section(
                        "What arrived in Pipedrive",
                        "The invented Maple Street Dental, counted in the sandbox after the run.",
                        List.of("Row", "In Dentrix", "In Pipedrive", "Arrived"),
                        rows)
                .section(
                        "What the default policy would have kept back",
                        "The demo runs under an invented agreement. Without one, contact-only, these stay in Dentrix.",
                        WithheldTable.COLUMNS,
                        WithheldTable.of(mappings, Policy.contactOnly()))
                .next("Look at a report in a browser: " + file.reports().resolve("plan-r1.html"))
                .next("Move your own export: copy demo/migration.yaml, then `plan --migration FILE`.");
        String rolled = back == null
                ? "The records stay in the sandbox."
                : back.shares().stream().mapToLong(Rollback.Share::records).sum()
                        + " things were taken back; the account is as it was.";
        return draft.end(run.count(Fate.CREATED) + " records written once, " + run.count(Fate.SET_ASIDE)
                + " set aside. The second run wrote " + (again.count(Fate.CREATED) + again.count(Fate.UPDATED)) + ". "
                + rolled);
    }

    private void say(Progress progress, String step) {
        progress.endStep();
        out().println(step);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
