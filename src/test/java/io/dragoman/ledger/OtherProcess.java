package io.dragoman.ledger;

import io.dragoman.model.RunProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A second Java process that opens a ledger and writes intents as fast as it can; it says each line once it is true. */
final class OtherProcess implements AutoCloseable {
    private static final int CALLERS = 16;
    private final Process process;
    private final BufferedReader said;

    private OtherProcess(Process process) {
        this.process = process;
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it; the process says {@code open}, then the key of each intent that was acknowledged, or a problem's code. */
    static OtherProcess writing(LedgerAddress address, Path key) throws IOException {
        return start("", address, key, "write");
    }

    /** Opens the ledger and then only holds it. */
    static OtherProcess holding(LedgerAddress address, Path key) throws IOException {
        return start("", address, key, "hold");
    }

    /** Writes with one caller, so every commit is small, but no file of it can grow beyond this many bytes: to it the disk is full. */
    static OtherProcess writingWithFilesUpTo(long bytes, LedgerAddress address, Path key) throws IOException {
        return start("ulimit -f " + bytes / 512 + "; ", address, key, "write alone");
    }

    private static OtherProcess start(String limit, LedgerAddress address, Path key, String mode) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // The shell's exec keeps one process, so that killing it kills the ledger's user and nothing else.
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "-c",
                limit + "exec \"$@\"",
                "sh",
                java,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                OtherProcess.class.getName(),
                address.url(),
                address.user(),
                key.toString(),
                mode);
        builder.environment().put("LEDGER_PASSWORD", address.password());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new OtherProcess(builder.start());
    }

    /** What it says next, log lines aside; null once it has ended and all is read. */
    @Nullable
    String next() throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith("> ")) {
            line = said.readLine();
        }
        return line == null ? null : line.substring(2);
    }

    /** Everything it still has to say. */
    List<String> rest() throws IOException {
        List<String> rest = new ArrayList<>();
        String line = next();
        while (line != null) {
            rest.add(line);
            line = next();
        }
        return rest;
    }

    /** Ends it as {@code kill -9} does; what it said before can still be read. */
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        said.close();
    }

    public static void main(String[] args) throws IOException {
        LedgerAddress address = new LedgerAddress(args[0], args[1], System.getenv("LEDGER_PASSWORD"));
        Ledger ledger;
        try {
            ledger = Ledger.open(address, "acme", SealKey.at(Path.of(args[2])));
        } catch (RunProblem e) {
            say(e.problem().code());
            return;
        }
        say("open");
        if ("hold".equals(args[3])) {
            System.in.read();
            return;
        }
        String run = ledger.runs().start(RunMode.RUN, "hash").id();
        AtomicInteger number = new AtomicInteger();
        for (int i = 0; i < ("write".equals(args[3]) ? CALLERS : 1); i++) {
            new Thread(() -> writeUntilItFails(ledger, run, number)).start();
        }
    }

    private static void writeUntilItFails(Ledger ledger, String run, AtomicInteger number) {
        try {
            while (true) {
                String key = "p-" + number.incrementAndGet();
                Intent intent = ledger.writes().intend(run, Invented.create(key), "print", null);
                say(key);
                if (number.get() % 2 == 0) {
                    ledger.writes().settle(intent, Invented.receipt("" + intent.id()));
                    say("settled " + key);
                }
            }
        } catch (RunProblem e) {
            say(e.problem().code());
        }
    }

    private static synchronized void say(String word) {
        System.out.println("> " + word);
        System.out.flush();
    }
}
