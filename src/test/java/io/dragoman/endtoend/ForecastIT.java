package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.dragoman.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plan} says a run will cost, held against what the account counts. */
class ForecastIT {
    private static final Path DEMO = Path.of("demo", "maple-street-dental").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void a_plan_says_what_prepare_run_the_next_run_and_rollback_cost_within_two_per_cent() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "premium", Migration.BAA);
            Told plan = Told.by(migration.succeed("plan", "--output", "json"));
            assertThat(plan.about("What the run will cost"))
                    .startsWith("This run needs ")
                    .contains(" on Premium with 100 seats, done about ")
                    .contains("; on Ultimate it would be ");
            assertThat(plan.section("How long it will take"))
                    .extracting(row -> row.get("Plan"))
                    .contains("Lite", "Growth", "Premium (this account)", "Ultimate");
            migration.succeed("approve", "--as", "mapping", "--by", "Test Person");

            long before = sandbox.stats().tokensSpent();
            migration.succeed("prepare");
            long prepared = sandbox.stats().tokensSpent();
            assertThat(tokens(plan, "Prepare, before it")).isEqualTo(prepared - before);

            Told run = Told.by(migration.succeed("run", "--output", "json"));
            long moved = sandbox.stats().tokensSpent();
            assertThat(tokens(plan, "The run in all")).isCloseTo(moved - prepared, withPercentage(2));
            assertThat(cell(run, "What the run cost", "In all", "Spent")).isEqualTo(moved - prepared);
            assertThat(run.about("What the run cost")).startsWith("Plan " + plan.run() + " said ");

            Told again = Told.by(migration.succeed("plan", "--output", "json"));
            long planned = sandbox.stats().tokensSpent();
            Told second = Told.by(migration.succeed("run", "--output", "json"));
            long stayed = sandbox.stats().tokensSpent();
            assertThat(tokens(again, "The run in all")).isCloseTo(stayed - planned, withPercentage(2));
            assertThat(second.about("What the run cost")).startsWith("Plan " + again.run() + " said ");

            Told preview = Told.by(migration.succeed("rollback", "--preview", "--output", "json"));
            long sum = preview.section("What would be taken back").stream()
                    .mapToLong(row -> number(row.get("Tokens")))
                    .sum();
            assertThat(tokens(plan, "A full rollback, if wanted")).isEqualTo(sum);
            long looked = sandbox.stats().tokensSpent();
            migration.succeed("rollback", "--yes");
            assertThat(sum).isCloseTo(sandbox.stats().tokensSpent() - looked, withPercentage(2));
        }
    }

    @Test
    void a_run_that_nobody_planned_says_so() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            assertThat(Told.by(migration.succeed("run", "--output", "json")).about("What the run cost"))
                    .startsWith("There was no forecast");
        }
    }

    @Test
    void a_run_spends_little_more_than_the_writes_themselves() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Path export = Practice.generate(120, 11, folder.resolve("export"));
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            long before = sandbox.stats().tokensSpent();
            long seen = sandbox.stats().requests();
            migration.run("run");
            long spent = sandbox.stats().tokensSpent() - before;
            assertThat((double) spent).isLessThanOrEqualTo(floor(sandbox, seen) * 1.03 + 100);
        }
    }

    /** The creates alone, each at its price. */
    private static long floor(Sandbox sandbox, long seen) {
        return sandbox.requests().stream()
                .filter(request -> request.number() > seen && request.method().equals("POST"))
                .mapToLong(request -> request.path().endsWith("/bulk") ? 25 : 5)
                .sum();
    }

    private static long tokens(Told told, String what) {
        return cell(told, "What the run will cost", what, "Tokens");
    }

    private static long cell(Told told, String section, String what, String column) {
        return told.section(section).stream()
                .filter(row -> row.get("What").equals(what))
                .mapToLong(row -> number(row.get(column)))
                .findFirst()
                .orElseThrow();
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }
}
