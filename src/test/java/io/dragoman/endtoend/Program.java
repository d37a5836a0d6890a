package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.app.InProcess;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program, as a user has it. Verbs run within this process, because a start of Java costs more than most of them;
 * {@link #start} starts the packaged program as a user does, where a test is about its process.
 */
final class Program {
    private static final Path JAR = Path.of("target", "dragoman.jar").toAbsolutePath();

    private final Path folder;
    private final Map<String, String> environment;
    private final Path home;

    /** @param environment added to this one's; where secrets come from */
    Program(Path folder, Map<String, String> environment) {
        this(folder, environment, Path.of("").toAbsolutePath());
    }

    /** @param home where routes and mappings are */
    Program(Path folder, Map<String, String> environment, Path home) {
        this.folder = folder;
        this.environment = environment;
        this.home = home;
    }

    /** What a finished verb left: its exit code, and everything it said on both streams. */
    record Ended(int code, String out, String err) {
        String all() {
            return out + err;
        }
    }

    Ended run(String... arguments) throws InterruptedException {
        InProcess.Left left = InProcess.launch(environment, home, arguments);
        return new Ended(left.code(), left.out(), left.err());
    }

    /** Runs a verb that must end well. */
    Ended succeed(String... arguments) throws InterruptedException {
        Ended ended = run(arguments);
        assertThat(ended.code())
                .as("exit code of %s%n%s", List.of(arguments), ended.all())
                .isZero();
        return ended;
    }

    /** The packaged program in a process of its own, with its own standard streams and the heap it is given. */
    Running start(String... arguments) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Ddragoman.home=" + home);
        List<String> command = new ArrayList<>(java);
        command.addAll(ClassArchive.options(java, JAR));
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    /** A process under way. */
    record Running(Process process, Path out, Path err) {
        /** Waits for its end. */
        Ended await() throws IOException, InterruptedException {
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as("the process ends")
                    .isTrue();
            return ended();
        }

        Ended ended() throws IOException {
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        }

        /** Waits until the account keeps answers back. */
        void awaitHeld(Sandbox sandbox) throws IOException, InterruptedException {
            while (sandbox.held() == 0) {
                assertThat(process.waitFor(2, TimeUnit.MILLISECONDS))
                        .as("it is still under way%n%s", Files.readString(err, StandardCharsets.UTF_8))
                        .isFalse();
            }
        }

        /** Kills it once it has made this many writes, the last of them without an answer. */
        void killAfter(int writes, Sandbox sandbox) throws IOException, InterruptedException {
            sandbox.holdAfter(writes);
            awaitHeld(sandbox);
            kill();
            sandbox.letGo();
        }

        /** As {@code kill -9}: no handler runs. */
        void kill() throws IOException, InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            forgetHeartbeat();
        }

        /** HSQLDB listens ten seconds for a killed process; the ledger's own tests wait for that. */
        private void forgetHeartbeat() throws IOException {
            try (Stream<Path> files = Files.walk(err.resolveSibling(""))) {
                for (Path lock :
                        files.filter(file -> file.toString().endsWith(".lck")).toList()) {
                    Files.delete(lock);
                }
            }
        }
    }
}
