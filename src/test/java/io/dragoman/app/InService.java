package io.dragoman.app;

import io.dragoman.run.Stop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import picocli.CommandLine;

/** The service within the tests' own process: {@code serve}, as a person starts it, until it is closed. */
public final class InService implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private final Stop stop = new Stop();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Thread thread;
    private volatile int code = -1;

    private InService(Map<String, String> environment, Path home, List<String> arguments) {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(environment);
        CommandLine line = Dragoman.commandLine(new Launch(all, home, stop))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        String[] words = Stream.concat(Stream.of("serve", "--port", "0"), arguments.stream())
                .toArray(String[]::new);
        this.thread = new Thread(() -> code = line.execute(words), "serve");
        this.thread.setDaemon(true);
    }

    /** Starts it, and returns when it listens. */
    public static InService start(Map<String, String> environment, Path home, String... arguments) {
        InService service = new InService(environment, home, List.of(arguments));
        service.thread.start();
        Awaitility.await().atMost(LONGEST).until(() -> service.said().contains("Serving") || !service.thread.isAlive());
        if (!service.said().contains("Serving")) {
            throw new AssertionError("it did not start: " + service.said());
        }
        return service;
    }

    /** Everything it printed. */
    public String said() {
        return out + "" + err;
    }

    public int port() {
        return Integer.parseInt(said().replaceAll("(?s).*http://127.0.0.1:([0-9]+)/.*", "$1"));
    }

    /** Ends it as a signal does. @return its exit code */
    public int end() throws InterruptedException {
        stop.ask();
        thread.join(LONGEST.toMillis());
        return code;
    }

    @Override
    public void close() throws InterruptedException {
        if (end() < 0) {
            throw new AssertionError("it does not end");
        }
    }
}
