package io.dragoman.app;

import io.dragoman.run.Stop;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: one verb each for everything Dragoman does. */
@Command(
        name = "dragoman",
        description = "Moves a practice's records into Pipedrive: mapped, checked, once each, reversible.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "VERB",
        sortOptions = false,
        subcommands = {
            DemoCommand.class,
            CheckCommand.class,
            PlanCommand.class,
            ApproveCommand.class,
            PrepareCommand.class,
            OwnersCommand.class,
            SampleCommand.class,
            RunCommand.class,
            DeltaCommand.class,
            ReconcileCommand.class,
            CertifyCommand.class,
            StatusCommand.class,
            RollbackCommand.class,
            QuarantineCommand.class,
            AuditCommand.class,
            ExplainCommand.class,
            SandboxCommand.class,
            ServeCommand.class,
            UserCommand.class
        })
public final class Dragoman implements Runnable {
    private final Launch launch;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Dragoman(Launch launch) {
        this.launch = launch;
    }

    /** The launch that a verb, or a verb's verb, is part of. */
    static Launch launch(CommandSpec verb) {
        return ((Dragoman) verb.root().userObject()).launch;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a verb.");
    }

    /** Exit codes are those of {@link ExitCode}. */
    public static void main(String[] arguments) {
        CountDownLatch ended = new CountDownLatch(1);
        Launch launch = Launch.ofProcess();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(launch.stop(), ended), "stop"));
        int code = commandLine(launch).execute(arguments);
        ended.countDown();
        if (!launch.stop().asked()) {
            System.exit(code);
        }
    }

    static CommandLine commandLine(Launch launch) {
        return new CommandLine(new Dragoman(launch))
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler(new Failures())
                .setExitCodeExceptionMapper(Failures::codeOf)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, arguments) -> {
                    problem.getCommandLine().getErr().println(problem.getMessage());
                    problem.getCommandLine().usage(problem.getCommandLine().getErr());
                    return ExitCode.USAGE;
                });
    }

    private static void awaitEnd(Stop stop, CountDownLatch ended) {
        stop.ask();
        try {
            if (!ended.await(30, TimeUnit.SECONDS)) {
                System.err.println(
                        "It did not end within 30 seconds. What is open stays in the ledger; start the verb again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
