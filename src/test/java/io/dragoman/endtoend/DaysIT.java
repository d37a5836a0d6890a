package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with less tokens a day than the work costs, on days of a few seconds. */
class DaysIT {
    private static final int SECONDS = Integer.getInteger("days.seconds", 5);

    @TempDir
    Path practice;

    @TempDir
    Path undisturbed;

    @TempDir
    Path folder;

    @Test
    void a_fifth_of_the_work_a_day_ends_by_itself_on_the_fifth_day_across_two_kills() throws Exception {
        Practice.generate(30, 17, practice);
        AccountPicture whole;
        long work;
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(undisturbed, practice, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            long before = sandbox.stats().tokensSpent();
            migration.succeed("run");
            work = sandbox.stats().tokensSpent() - before;
            whole = new AccountPicture(sandbox.dump());
        }
        // Each process reads the account anew, which comes on top of the fifth.
        long aDay = work / 5 + work / 20;
        SandboxSettings days = Migration.account().withDailyTokens(aDay).withDayLength(Duration.ofSeconds(SECONDS));
        try (Sandbox sandbox = Sandbox.start(days)) {
            String plan = "ultimate\n  reserve: 0%%\n  daily-tokens: %d\n  day-length: %d".formatted(aDay, SECONDS);
            Migration migration = Migration.write(folder, practice, sandbox, plan, Migration.BAA);
            migration.prepare();
            long prepared = sandbox.stats().tokensSpent();
            for (int day = 1; day <= 2; day++) {
                Program.Running killed = migration.start("run");
                awaitTokens(sandbox, prepared + day * aDay, killed);
                killed.kill();
            }
            migration.succeed("run");

            assertThat(sandbox.stats().tokensSpent() - prepared).isGreaterThan(4 * aDay);
            assertThat(whole.differences(new AccountPicture(sandbox.dump()))).isEmpty();
            assertThat(migration.run("status").out()).contains("done");
        }
    }

    /** Polls, because nothing tells when tokens are spent. */
    private static void awaitTokens(Sandbox sandbox, long tokens, Program.Running running) throws Exception {
        while (sandbox.stats().tokensSpent() < tokens) {
            assertThat(running.process().waitFor(20, TimeUnit.MILLISECONDS))
                    .as("the run is still under way%n%s", running.err())
                    .isFalse();
        }
    }
}
