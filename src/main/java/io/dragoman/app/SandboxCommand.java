package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.run.Stop;
import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import io.dragoman.sandbox.SandboxUser;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sandbox}: a local stand-in of Pipedrive, until it is stopped. */
@Command(
        name = "sandbox",
        description =
                "Runs a local stand-in of Pipedrive on this machine, until it is stopped. What it holds is gone then.",
        mixinStandardHelpOptions = true,
        subcommands = ClinikoSandboxCommand.class)
final class SandboxCommand implements Callable<Integer> {
    @Option(names = "--port", description = "0 takes a free one (default: ${DEFAULT-VALUE}).", defaultValue = "8085")
    private int port;

    @Option(
            names = "--token",
            description = "The token it accepts (default: ${DEFAULT-VALUE}).",
            defaultValue = "sandbox")
    private String token = "sandbox";

    @Option(names = "--latency", paramLabel = "MS", description = "Before each answer.", defaultValue = "0")
    private long latency;

    @Option(names = "--jitter", paramLabel = "MS", description = "More or less of it.", defaultValue = "0")
    private long jitter;

    @Option(names = "--burst", description = "Requests in two seconds; 0 for no limit.", defaultValue = "0")
    private int burst;

    @Option(names = "--deal-cap", description = "Deals the account takes; 0 for no limit.", defaultValue = "0")
    private int dealCap;

    @Option(names = "--field-cap", description = "Custom fields of all kinds; 0 for no limit.", defaultValue = "0")
    private int fieldCap;

    @Option(names = "--user", paramLabel = "EMAIL", description = "A user of the account; may be given several times.")
    private @Nullable List<String> users;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        SandboxSettings settings = SandboxSettings.defaults()
                .withPort(port)
                .withToken(token)
                .withLatencyMillis(latency)
                .withJitterMillis(jitter)
                .withBurstPer2s(burst)
                .withDealCap(dealCap)
                .withCustomFieldCap(fieldCap);
        SandboxSettings wanted = users == null ? settings : settings.withUsers(named(users));
        try (Sandbox sandbox = listening(port, () -> Sandbox.start(wanted))) {
            spec.commandLine()
                    .getOut()
                    .println("Sandbox at " + sandbox.baseUrl() + ", token in --token. Stop it with Ctrl-C.");
            spec.commandLine().getOut().flush();
            untilStopped(Dragoman.launch(spec).stop());
        }
        return ExitCode.DONE;
    }

    /** What a start gives; a port that is taken is told as such. */
    static <T> T listening(int port, Supplier<T> start) {
        try {
            return start.get();
        } catch (UncheckedIOException e) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "port-taken",
                            "port " + port,
                            "something else listens there. Give --port another, or 0 for a free one."),
                    e);
        }
    }

    /** Returns when the launch has to end. */
    static void untilStopped(Stop stop) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!stop.asked()) {
            never.await(200, TimeUnit.MILLISECONDS);
        }
    }

    static List<SandboxUser> named(List<String> emails) {
        List<SandboxUser> users = new ArrayList<>();
        for (int i = 0; i < emails.size(); i++) {
            users.add(new SandboxUser(i + 1, emails.get(i).replaceAll("@.*", ""), emails.get(i), true));
        }
        return users;
    }
}
