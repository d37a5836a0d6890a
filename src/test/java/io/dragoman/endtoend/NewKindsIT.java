package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of every kind there is go through the packaged program, whatever gets lost on the way, and back. */
class NewKindsIT {
    private static AccountPicture undisturbed;

    @TempDir
    Path folder;

    @BeforeAll
    static void an_undisturbed_run_shows_what_must_come_out() throws Exception {}

    @Test
    void every_kind_is_priced_written_once_changed_alone_and_taken_back() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Chambers chambers = Chambers.open(folder, sandbox);
            Migration migration = chambers.migration();
            Told plan = Told.by(migration.succeed("plan", "--output", "json"));
            migration.prepare();
            long prepared = sandbox.stats().tokensSpent();
            migration.succeed("run");
            long moved = sandbox.stats().tokensSpent();
            assertThat(tokens(plan, "The run in all")).isCloseTo(moved - prepared, withPercentage(2));
            undisturbed = new AccountPicture(sandbox.dump());

            long written = writes(sandbox);
            migration.succeed("run");
            assertThat(writes(sandbox)).as("a second run writes nothing").isEqualTo(written);

            change(chambers);
            Told change = Told.by(migration.succeed("run", "--output", "json"));
            System.err.println(change.section("Records"));
            System.err.println(undisturbed.differences(new AccountPicture(sandbox.dump())).stream()
                    .map(x -> x.length() > 400 ? x.substring(0, 400) : x)
                    .collect(java.util.stream.Collectors.joining("\n")));
            migration.succeed("rollback", "--run", change.run(), "--yes");
            assertThat(undisturbed.differences(new AccountPicture(sandbox.dump())))
                    .isEmpty();
            long spent = sandbox.stats().tokensSpent();
            migration.succeed("rollback", "--yes");
            assertThat(tokens(plan, "A full rollback, if wanted"))
                    .isCloseTo(sandbox.stats().tokensSpent() - spent, withPercentage(2));
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    /** One row of each kind; of a participant, which cannot change, a new one. */
    private static void change(Chambers chambers) throws IOException {
        chambers.change("firms.csv", "2 Quay Road", "22 Quay Road");
        chambers.change("ties.csv", "4,knows", "4,owns");
        chambers.change("contacts.csv", "flo@example.org", "flora@example.org");
        chambers.change("services.csv", "340.50", "350.00");
        chambers.change("matters.csv", "Out of time", "Settled");
        chambers.change("parties.csv", "4,4,6\n", "4,4,6\n5,3,1\n");
        chambers.change("bill_lines.csv", "At half the fee", "At the fee");
        chambers.change("inquiries.csv", "Wages of a crew,,p,", "Wages of a crew,,u,");
        chambers.change("guests.csv", "5,4,6\n", "5,4,2\n");
        chambers.change("memos.csv", Chambers.talk(2500), "Not so long.");
        chambers.change("papers.csv", "papers/lease.txt", "papers/lease-2.txt");
    }

    private static long writes(Sandbox sandbox) {
        return sandbox.stats().writes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long tokens(Told told, String what) {
        return told.section("What the run will cost").stream()
                .filter(row -> row.get("What").equals(what))
                .mapToLong(row -> Long.parseLong(row.get("Tokens").replace(",", "")))
                .findFirst()
                .orElseThrow();
    }
}
