package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample that needs more than a day's tokens, on days of two seconds. */
class SpentDaysIT {
    private static final Path DEMO = Path.of("demo", "maple-street-dental").toAbsolutePath();
    private static final long A_DAY = 300;
    private static final int SECONDS = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_sample_waits_for_the_next_day_and_comes_to_its_end() throws Exception {
        SandboxSettings days = Migration.account().withDailyTokens(A_DAY).withDayLength(Duration.ofSeconds(SECONDS));
        try (Sandbox sandbox = Sandbox.start(days)) {
            String plan = "ultimate\n  reserve: 0%%\n  daily-tokens: %d\n  day-length: %d".formatted(A_DAY, SECONDS);
            Migration migration = Migration.write(folder, DEMO, sandbox, plan, Migration.BAA);
            migration.prepare();
            long before = sandbox.stats().tokensSpent();
            Told sample = Told.by(migration.succeed("sample", "--output", "json"));
            assertThat(sandbox.stats().tokensSpent() - before).isGreaterThan(A_DAY);
            assertThat(sandbox.dump().path("persons")).isNotEmpty();
            assertThat(new AccountPicture(sandbox.dump()).records())
                    .as("what %s wrote", sample.run())
                    .allSatisfy((what, times) -> assertThat(times).as(what).isOne());
        }
    }
}
