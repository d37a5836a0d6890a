package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Policy;
import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole cycle on an invented practice, verb by verb as a user calls them, against a sandbox on this machine. */
@Command(
        name = "demo",
        description = "Moves an invented practice into a local sandbox and takes it back again.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String SIGNED_BY = "Demo Signature";

    @Option(names = "--keep", description = "Leave the records in the sandbox, and the sandbox running until Ctrl-C.")
    private boolean keep;

    @Option(
            names = "--source",
            paramLabel = "SYSTEM",
            defaultValue = "dentrix",
            description = "Whose move is shown: a file of demo/ (default: ${DEFAULT-VALUE}).")
    private String source = "dentrix";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Launch launch = Dragoman.launch(spec);
        DemoScene scene = DemoScene.of(source, launch.home());
        out.println(scene.opening() + " moves into a sandbox on this machine, and back.");
        out.flush();
        DemoFolder folder = DemoFolder.fresh(launch.home(), scene);
        try (DemoApi api = DemoApi.start(scene.api(), folder.export());
                Sandbox sandbox =
                        Sandbox.start(SandboxSettings.defaults().withUsers(SandboxCommand.named(scene.users())))) {
            MigrationFile file = folder.migration(scene, api, sandbox.baseUrl(), sandbox.token(), launch.home());
            DemoVerbs verbs = new DemoVerbs(launch, file, out);
            boolean good = cycle(verbs, launch, file, folder, sandbox, scene);
            if (keep && !launch.stop().asked()) {
                out.println("\nThe sandbox stays at " + sandbox.baseUrl() + "/_sandbox/dump until Ctrl-C.");
                out.flush();
                SandboxCommand.untilStopped(launch.stop());
            }
            return good ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private boolean cycle(
            DemoVerbs verbs, Launch launch, MigrationFile file, DemoFolder folder, Sandbox sandbox, DemoScene scene)
            throws InterruptedException {
        JsonNode before = sandbox.dump();
        verbs.say("First the audit: what the source holds, how good it is, what is protected")
                .does("audit");
        verbs.say("1. Plan: what would happen, and what it costs").does("plan");
        verbs.say("2. Approve: the mapping, and the privacy policy")
                .does("approve", "--as", "mapping", "--by", SIGNED_BY)
                .does("approve", "--as", "compliance", "--by", SIGNED_BY);
        verbs.say("3. Prepare: fields, pipelines and activity types").does("prepare");
        verbs.say("4. Sample: a few records that show everything, written and read back")
                .does("sample", "--size", String.valueOf(scene.sample()), "--then", "keep");
        verbs.say("5. Run: every record, once").does("run");
        List<List<String>> rows = new DemoRows(sandbox.dump()).rows(scene);
        JsonNode moved = sandbox.dump();
        verbs.say("6. Run again: nothing is written twice").does("run");
        boolean once = moved.equals(sandbox.dump());
        verbs.say("7. A day passes: " + scene.day().told());
        new DemoDay(sandbox, folder.export(), scene.day()).passes();
        verbs.say("8. Delta: what changed in " + scene.system() + ", without touching what people did in Pipedrive")
                .does("delta");
        verbs.say("9. Reconcile: ledger, export and account against each other").does("reconcile");
        verbs.say("10. Certify: what holds, signed").does("certify", "--by", SIGNED_BY);
        boolean back = keep;
        if (!keep) {
            verbs.say("11. Roll back: the account as it was, except for what people worked on")
                    .does("rollback", "--yes");
            verbs.say("12. Roll back all the same, their work included").does("rollback", "--yes", "--force");
            back = before.equals(sandbox.dump());
        }
        verbs.say("Audit: every write is in the log, and the log is whole").does("audit", "verify");
        new ReportPrinter(spec.commandLine().getOut(), false)
                .print(summary(file, launch, scene, rows, once, back), file.reports());
        return verbs.allWell() && once && back;
    }

    private Report summary(
            MigrationFile file, Launch launch, DemoScene scene, List<List<String>> rows, boolean once, boolean back) {
        String taken = back ? "the account is as it was before." : "the account is NOT as it was before.";
        return new Report.Draft("demo", file.name())
                .section(
                        "What arrived in Pipedrive",
                        "The invented " + scene.name() + ", counted in the sandbox after the run.",
                        List.of("Row", "In " + scene.system(), "In Pipedrive", "Arrived"),
                        rows)
                .section(
                        "What the default policy would have kept back",
                        "The demo runs under an invented agreement. Without one, contact-only, these stay in "
                                + scene.system() + ".",
                        WithheldTable.COLUMNS,
                        WithheldTable.of(Blueprint.read(launch.home(), file).mappings(), Policy.contactOnly()))
                .next("Look at the reports in a browser: " + file.reports().resolve("index.html"))
                .next("Move your own: README.md and docs/" + source
                        + ".md have a migration file to copy, then `audit`.")
                .end((once ? "The second run wrote 0. " : "The second run CHANGED the account. ")
                        + (keep ? "The records stay in the sandbox." : "After the rollback " + taken));
    }
}
