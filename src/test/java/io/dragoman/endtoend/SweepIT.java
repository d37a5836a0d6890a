package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Faults;
import io.dragoman.sandbox.RecordedRequest;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a run, when requests arrived late or the account lost what it had acknowledged. */
class SweepIT {
    @TempDir
    static Path practice;

    private static AccountPicture undisturbed;

    /** Paths of the creates of an undisturbed run. Every run has its phases in the same order. */
    private static List<String> creates;

    @TempDir
    Path folder;

    @BeforeAll
    static void an_undisturbed_run_shows_what_must_come_out() throws Exception {
        Practice.generate(30, 12, practice);
        Path own = Files.createTempDirectory("undisturbed");
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Migration migration = Migration.write(own, practice, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            long before = sandbox.stats().requests();
            assertThat(migration.succeed("run").out()).doesNotContain("Mended");
            creates = writes(sandbox, before).map(RecordedRequest::path).toList();
            undisturbed = new AccountPicture(sandbox.dump());
        }
    }

    private static Stream<RecordedRequest> writes(Sandbox sandbox, long after) {
        return sandbox.requests().stream()
                .filter(request -> request.number() > after)
                .filter(request -> !request.method().equals("GET"));
    }

    @Test
    void a_request_that_arrives_after_its_record_was_sent_again_leaves_no_second_copy() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = prepared(sandbox);
            for (String kind : List.of("organizations", "persons", "products", "deals", "activities")) {
                sandbox.faults().onWrite(numberOf(kind, sandbox), Faults.Kind.LATE_COMMIT);
            }
            String told = migration.succeed("run").out();
            assertThat(sandbox.stats().faults()).containsEntry(Faults.Kind.LATE_COMMIT, 5L);
            assertThat(told).contains("there twice, the second copy deleted");
            assertThat(undisturbed.differences(new AccountPicture(sandbox.dump())))
                    .isEmpty();
            assertThat(migration.succeed("run").out()).contains("0 records created, 0 updated");
        }
    }

    @Test
    void a_record_that_the_account_lost_travels_again_with_what_links_to_it() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = prepared(sandbox);
            for (String kind : List.of("organizations", "persons", "activities")) {
                sandbox.faults().onWrite(numberOf(kind, sandbox), Faults.Kind.GONE_AFTER_ANSWER);
            }
            String told = migration.succeed("run").out();
            assertThat(told).contains("got lost in the account, written again");
            assertThat(undisturbed.differences(new AccountPicture(sandbox.dump())))
                    .isEmpty();
            assertThat(migration.succeed("run").out()).contains("0 records created, 0 updated");
            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump().path("persons")).isEmpty();
        }
    }

    @Test
    void a_deal_that_is_accepted_and_not_listed_is_set_aside_and_never_sent_twice() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = prepared(sandbox);
            sandbox.faults().onWrite(numberOf("deals", sandbox), Faults.Kind.GONE_AFTER_ANSWER);
            Program.Ended ended = migration.run("run");
            assertThat(ended.code()).isEqualTo(2);
            assertThat(migration.succeed("quarantine", "list").out()).contains("not-listed");
            long deals = sandbox.dump().path("deals").size();
            assertThat(migration.run("run").code()).isEqualTo(2);
            assertThat(sandbox.dump().path("deals").size()).isEqualTo(deals);
        }
    }

    private Migration prepared(Sandbox sandbox) throws Exception {
        Migration migration = Migration.write(folder, practice, sandbox, "unlimited", Migration.BAA);
        migration.prepare();
        return migration;
    }

    /** Which write of all will be the middle one of those that create this kind. */
    private static long numberOf(String kind, Sandbox sandbox) {
        String path = "/api/v2/" + kind;
        int first = creates.indexOf(path);
        int last = creates.lastIndexOf(path);
        assertThat(first).isNotNegative();
        int middle = (first + last) / 2;
        while (!creates.get(middle).equals(path)) {
            middle++;
        }
        long before = sandbox.stats().writes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return before + middle + 1;
    }
}
