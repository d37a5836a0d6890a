package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Faults;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of every kind there is go through the packaged program, whatever gets lost on the way, and back. */
class NewKindsIT {
    private static final List<String> WRITTEN = List.of(
            "persons",
            "organizations",
            "organizationRelationships",
            "products",
            "deals",
            "dealProducts",
            "leads",
            "activities",
            "notes",
            "files");

    private static Sandbox quiet;
    private static JsonNode empty;
    private static Chambers chambers;
    private static Told plan;
    private static long spent;
    private static AccountPicture undisturbed;

    @BeforeAll
    static void an_undisturbed_run_shows_what_must_come_out(@TempDir Path own) throws Exception {
        quiet = Sandbox.start(Migration.account());
        empty = quiet.dump();
        chambers = Chambers.open(own, quiet);
        plan = Told.by(chambers.migration().succeed("plan", "--output", "json"));
        chambers.migration().prepare();
        long before = quiet.stats().tokensSpent();
        chambers.migration().succeed("run");
        spent = quiet.stats().tokensSpent() - before;
        undisturbed = new AccountPicture(quiet.dump());
        assertThat(quiet.stats().writes().keySet())
                .containsAll(WRITTEN.stream().map(kind -> kind + ".create").toList());
    }

    @AfterAll
    static void close() {
        quiet.close();
    }

    @Test
    void every_kind_is_priced_changed_alone_and_taken_back() throws Exception {
        Migration migration = chambers.migration();
        assertThat(tokens("The run in all")).isCloseTo(spent, withPercentage(2));

        change(chambers);
        Told change = Told.by(migration.succeed("run", "--output", "json"));
        assertThat(change.section("Records"))
                .hasSize(11)
                .allSatisfy(row -> assertThat(number(row, "created") + number(row, "updated"))
                        .as(row.get("What"))
                        .isOne());
        migration.succeed("rollback", "--run", change.run(), "--yes");
        assertThat(undisturbed.differences(new AccountPicture(quiet.dump()))).isEmpty();

        long before = quiet.stats().tokensSpent();
        migration.succeed("rollback", "--yes");
        assertThat(tokens("A full rollback, if wanted"))
                .isCloseTo(quiet.stats().tokensSpent() - before, withPercentage(2));
        assertThat(quiet.dump()).isEqualTo(empty);
    }

    @Test
    void every_kind_is_there_once_whatever_is_lost_late_or_killed(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Migration migration = Chambers.open(folder, sandbox).migration();
            migration.prepare();
            sandbox.faults()
                    .random(
                            Long.getLong("kinds.seed", 3),
                            Map.of(
                                    Faults.Kind.LOST_ANSWER_AFTER_COMMIT, 0.12,
                                    Faults.Kind.RESET_BEFORE_COMMIT, 0.08,
                                    Faults.Kind.LATE_COMMIT, 0.12,
                                    Faults.Kind.HALF_BODY_AFTER_COMMIT, 0.05,
                                    Faults.Kind.HTTP_500_AFTER_COMMIT, 0.05,
                                    Faults.Kind.HTTP_503, 0.05));
            migration.start("run").killAfter(12, sandbox);
            migration.start("run").killAfter(30, sandbox);
            migration.succeed("run");
            sandbox.faults().clear();
            assertThat(undisturbed.differences(new AccountPicture(sandbox.dump())))
                    .isEmpty();
            long written = writes(sandbox);
            migration.succeed("run");
            assertThat(writes(sandbox))
                    .as("a run with nothing to do writes nothing")
                    .isEqualTo(written);
            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    /** One row of each kind; of a participant, which cannot change, a new one. */
    private static void change(Chambers office) throws IOException {
        office.change("firms.csv", "2 Quay Road", "22 Quay Road");
        office.change("ties.csv", "4,knows", "4,owns");
        office.change("contacts.csv", "flo@example.org", "flora@example.org");
        office.change("services.csv", "340.50", "350.00");
        office.change("matters.csv", "Out of time", "Settled");
        office.change("parties.csv", "4,4,6\n", "4,4,6\n5,3,1\n");
        office.change("bill_lines.csv", "At half the fee", "At the fee");
        office.change("inquiries.csv", "Wages of a crew,,p,", "Wages of a crew,,u,");
        office.change("guests.csv", "5,4,6\n", "5,4,2\n");
        office.change("memos.csv", Chambers.talk(2500), "Not so long.");
        office.change("papers.csv", "papers/lease.txt", "papers/lease-2.txt");
    }

    private static long writes(Sandbox sandbox) {
        return sandbox.stats().writes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long tokens(String what) {
        return plan.section("What the run will cost").stream()
                .filter(row -> row.get("What").equals(what))
                .mapToLong(row -> number(row, "Tokens"))
                .findFirst()
                .orElseThrow();
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(row.get(column).replace(",", ""));
    }
}
