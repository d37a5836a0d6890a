package io.dragoman.app;

import io.dragoman.sandbox.cliniko.Clinic;
import io.dragoman.sandbox.cliniko.ClinikoSandbox;
import io.dragoman.sandbox.cliniko.ClinikoSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sandbox cliniko}: a local stand-in of Cliniko's API, until it is stopped. */
@Command(
        name = "cliniko",
        description = "Runs a local stand-in of Cliniko's API on this machine, until it is stopped. It is read-only.",
        mixinStandardHelpOptions = true)
final class ClinikoSandboxCommand implements Callable<Integer> {
    private static final int APPOINTMENTS = 4;
    private static final int NOTES = 4;

    @Option(names = "--port", description = "0 takes a free one (default: ${DEFAULT-VALUE}).", defaultValue = "8086")
    private int port;

    @Option(
            names = "--key",
            description = "The API key it accepts (default: ${DEFAULT-VALUE}).",
            defaultValue = "sandbox-key-ca1")
    private String key = "";

    @Option(
            names = "--clinic",
            paramLabel = "FOLDER",
            description =
                    "What it holds: a folder with a file for each list (default: the invented clinic of the demo).")
    private @Nullable Path clinic;

    @Option(
            names = "--patients",
            paramLabel = "N",
            description = "Instead of a folder: so many invented patients, with four appointments and four notes each.")
    private int patients;

    @Option(
            names = "--rate",
            description = "Requests a minute; 0 for no limit (default: ${DEFAULT-VALUE}).",
            defaultValue = "200")
    private int rate;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Launch launch = Dragoman.launch(spec);
        ClinikoSettings settings =
                ClinikoSettings.defaults().withPort(port).withKey(key).withRate(rate, Duration.ofMinutes(1));
        try (ClinikoSandbox sandbox =
                SandboxCommand.listening(port, () -> ClinikoSandbox.start(holding(launch), settings))) {
            spec.commandLine()
                    .getOut()
                    .println("Cliniko at " + sandbox.baseUrl() + ", key in --key. Stop it with Ctrl-C.");
            spec.commandLine().getOut().flush();
            SandboxCommand.untilStopped(launch.stop());
        }
        return ExitCode.DONE;
    }

    private Clinic holding(Launch launch) {
        if (patients > 0) {
            return Clinic.generated(patients, APPOINTMENTS * patients, NOTES * patients);
        }
        return Clinic.in(clinic == null ? launch.home().folder().resolve("demo").resolve("lakeshore-physio") : clinic);
    }
}
