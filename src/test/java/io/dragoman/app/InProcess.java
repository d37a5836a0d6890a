package io.dragoman.app;

import io.dragoman.run.Stop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;

/**
 * A launch of the program within the tests' own process, which costs no start of Java: the same command line, with an
 * environment, a home and a stop of its own. Standard streams belong to the process, so launches follow each other.
 */
public final class InProcess {
    private static final long MINUTES = 5;

    private InProcess() {}

    /** What a launch left; the log stands where the program's own configuration puts it, on standard error. */
    public record Left(int code, String out, String err) {}

    /**
     * Runs one verb to its end.
     *
     * @param environment added to this process's own
     * @param home where routes and mappings are
     */
    public static synchronized Left launch(Map<String, String> environment, Path home, String... arguments)
            throws InterruptedException {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(environment);
        Launch launch = new Launch(all, home, new Stop());
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = ended(launch, command(launch), arguments);
            return new Left(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    private static CommandLine command(Launch launch) {
        return Dragoman.commandLine(launch)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    private static int ended(Launch launch, CommandLine command, String... arguments) throws InterruptedException {
        FutureTask<Integer> verb = new FutureTask<>(() -> command.execute(arguments));
        Thread main = new Thread(verb, "verb");
        main.setDaemon(true);
        main.start();
        try {
            return verb.get(MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            launch.stop().ask();
            AssertionError endless = new AssertionError(List.of(arguments) + " does not end", e);
            endless.setStackTrace(main.getStackTrace());
            throw endless;
        } catch (ExecutionException e) {
            throw new AssertionError(List.of(arguments) + " let a fault out", e.getCause());
        }
    }
}
