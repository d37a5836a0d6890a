package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample before the run: what it shows, what it lets through, and that nothing of it is there twice. */
final class SampleIT {
    private static final String NO_WAIVER = Migration.BAA + "overrides: { waive: [claim-in-flight] }\n";
    /** Many more prove on demand that a sample of 200 shows all that thousands make use of. */
    private static final int PATIENTS = Integer.getInteger("sample.patients", 50);

    private static final List<String> MUST = List.of("mapping lines that give a value", "codes and labels");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_run_waits_for_a_sample_that_passed_and_writes_nothing_of_it_twice() throws Exception {
        Path export = Practice.generate(PATIENTS, 11, folder.resolve("export"));
        try (Sandbox whole = Sandbox.start(Migration.account());
                Sandbox sampled = Sandbox.start(Migration.account())) {
            Migration waived = Migration.write(
                    Files.createDirectory(folder.resolve("whole")), export, whole, "unlimited", Migration.BAA);
            waived.prepare();
            waived.run("run");

            Migration migration = Migration.write(folder, export, sampled, "unlimited", NO_WAIVER);
            migration.prepare();
            Program.Ended refused = migration.run("run");
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.err()).contains("sample-missing");

            Told sample = Told.by(migration.succeed("sample", "--output", "json"));
            Used all = Used.by(whole.dump());
            assertThat(all.size()).isGreaterThan(100);
            assertThat(Used.by(sampled.dump()).missing(all)).isEmpty();
            assertThat(sample.section("What it shows of the source"))
                    .filteredOn(row -> MUST.contains(row.get("What")))
                    .hasSize(MUST.size())
                    .allMatch(row -> row.get("Share").equals("100.00 %"));
            assertThat(sample.section("Not as expected")).isEmpty();
            assertThat(writes(sampled)).isLessThan(writes(whole));

            migration.run("run");
            assertThat(new AccountPicture(whole.dump()).differences(new AccountPicture(sampled.dump())))
                    .isEmpty();
        }
    }

    @Test
    void what_a_sample_wrote_can_be_taken_back_to_the_account_as_it_was() throws Exception {
        Path export = Practice.generate(40, 12, folder.resolve("export"));
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            inhabited(sandbox, export);
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", NO_WAIVER);
            migration.prepare();
            JsonNode before = sandbox.dump();
            migration.succeed("sample", "--then", "rollback", "--size", "100");
            assertThat(sandbox.dump()).isEqualTo(before);
            migration.succeed("run");
        }
    }

    @Test
    void a_rehearsal_that_is_killed_again_and_again_goes_on_with_the_same_records() throws Exception {
        Path export = Practice.generate(40, 13, folder.resolve("export"));
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            inhabited(sandbox, export);
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", NO_WAIVER);
            migration.prepare();
            killAfter(migration, sandbox, 30);
            killAfter(migration, sandbox, 90);
            Told rehearsal = Told.by(migration.succeed("sample", "--rehearse", "--size", "80", "--output", "json"));
            List<Map<String, String>> steps = rehearsal.section("Steps");
            assertThat(steps.get(steps.size() - 1)).containsEntry("Step", "read-again");
            assertThat(rehearsal.section("Not as before")).isEmpty();
            assertThat(steps.toString()).contains("0 not as before");
            assertThat(migration.file().resolveSibling("data/test-practice/rehearsal.digests"))
                    .doesNotExist();
            assertThat(new AccountPicture(sandbox.dump()).records().values()).containsOnly(1);
        }
    }

    @Test
    void what_the_account_cuts_short_fails_the_sample_and_no_file_of_it_holds_a_protected_value() throws Exception {
        Map<String, Set<String>> columns = new HashMap<>(Canaries.PROTECTED);
        Canaries.NAMING.forEach((file, names) -> columns.merge(file, names, (one, other) -> {
            Set<String> both = new HashSet<>(one);
            both.addAll(other);
            return both;
        }));
        Canaries.plant(folder.resolve("export"), columns);
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, folder.resolve("export"), sandbox, "unlimited", NO_WAIVER);
            migration.prepare();
            String said = migration.run("sample", "--preview").all()
                    + migration.run("sample").all();
            assertThat(sandbox.dump().toString()).contains(Canaries.CANARY);
            assertThat(said).doesNotContain(Canaries.CANARY);
            Path reports = migration.file().resolveSibling("data/test-practice/reports");
            String csv = Files.readString(reports.resolve("sample-s1-fields.csv"));
            JsonNode json = new ObjectMapper()
                    .readTree(reports.resolve("sample-s1-fields.json").toFile());
            assertThat(csv.lines().count() - 1).isEqualTo(json.size());
            for (String file : List.of("sample-s1-fields.html", "sample-s1.html", "sample-preview.html")) {
                assertThat(Files.readString(reports.resolve(file))).doesNotContain(Canaries.CANARY);
            }
            assertThat(csv).doesNotContain(Canaries.CANARY);
            assertThat(json.toString()).doesNotContain(Canaries.CANARY);
        }
    }

    /** An account with people of its own, some of whom come again. */
    private static void inhabited(Sandbox sandbox, Path export) throws Exception {
        ExistingAccount account = new ExistingAccount(sandbox);
        account.make("persons", "{'name':'Someone Else'}");
        account.make("organizations", "{'name':'Some Company'}");
        for (CSVRecord row : MatchingIT.same(export)) {
            account.make(
                    "persons",
                    "{'name':" + ExistingAccount.quoted(MatchingIT.name(row)) + ",'emails':[{'value':"
                            + ExistingAccount.quoted(row.get("email").strip()) + ",'primary':true}]}");
        }
    }

    private static long writes(Sandbox sandbox) {
        return sandbox.stats().writes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Begins the rehearsal, or goes on with it, and kills it once it has written so much more. */
    private static void killAfter(Migration migration, Sandbox sandbox, int more)
            throws IOException, InterruptedException {
        migration.start("sample", "--rehearse", "--size", "80").killAfter(more, sandbox);
    }
}
