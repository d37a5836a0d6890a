package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is told to stop leaves nothing half done, and the next one goes on. */
class SignalsIT {
    private static final Path DEMO = Path.of("demo", "maple-street-dental").toAbsolutePath();

    @TempDir
    Path folder;

    @TempDir
    Path other;

    @Test
    void sigterm_and_sigint_end_a_run_after_the_writes_under_way_and_the_next_run_goes_on() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA);
            migration.prepare();

            assertThat(stopped(migration, sandbox, "TERM")).isEqualTo(143);
            everythingHasItsReceipt(migration);
            assertThat(stopped(migration, sandbox, "INT")).isEqualTo(130);
            everythingHasItsReceipt(migration);

            migration.succeed("run");
            assertThat(undisturbed().differences(new AccountPicture(sandbox.dump())))
                    .isEmpty();
        }
    }

    private AccountPicture undisturbed() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(other, DEMO, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            migration.succeed("run");
            return new AccountPicture(sandbox.dump());
        }
    }

    /** Starts a run, sends the signal while its writes have no answer yet, and gives its exit code. */
    private static int stopped(Migration migration, Sandbox sandbox, String signal) throws Exception {
        Program.Running running = migration.start("run");
        sandbox.holdAfter(20);
        running.awaitHeld(sandbox);
        takesSignal(running.process(), signal);
        String pid = String.valueOf(running.process().pid());
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor())
                .isZero();
        sandbox.letGo();
        assertThat(running.process().waitFor(25, TimeUnit.SECONDS))
                .as("the run ends")
                .isTrue();
        assertThat(running.ended().all()).doesNotContain("Exception", "\tat ", "unexpected");
        return running.ended().code();
    }

    /** A shell without job control starts what is in the background with SIGINT ignored, and so do its children. */
    private static void takesSignal(Process process, String signal) throws Exception {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (signal.equals("INT") && Files.exists(status)) {
            boolean ignored = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
            if (ignored) {
                process.destroyForcibly().waitFor();
            }
            Assumptions.assumeFalse(ignored, "SIGINT is ignored where these tests were started: skipped.");
        }
    }

    private static void everythingHasItsReceipt(Migration migration) throws Exception {
        Program.Ended status = migration.succeed("status", "--output", "json");
        assertThat(status.out()).doesNotContain("have no receipt");
        assertThat(Told.by(status).section("Runs"))
                .last()
                .satisfies(run -> assertThat(run).containsEntry("State", "stopped"));
    }
}
