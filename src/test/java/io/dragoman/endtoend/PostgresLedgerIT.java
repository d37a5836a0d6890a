package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.ledger.LedgerAddress;
import io.dragoman.ledger.PostgresCluster;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole migration whose ledger is a PostgreSQL database. */
@ExtendWith(PostgresCluster.class)
class PostgresLedgerIT {
    private static final Path DEMO = Path.of("demo", "maple-street-dental").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void every_verb_works_and_a_second_process_is_refused_while_the_first_runs() throws Exception {
        LedgerAddress address = PostgresCluster.newSchema();
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Migration migration = migration(sandbox, address);
            migration.succeed("plan");
            migration.prepare();

            Program.Running first = migration.start("run");
            sandbox.holdAfter(30);
            first.awaitHeld(sandbox); // so that it cannot end before the second one has tried
            Program.Ended second = migration.run("run");
            sandbox.letGo();
            Program.Ended ended = first.await();
            assertThat(ended.code()).as(ended.all()).isZero();
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.err()).contains("ledger-in-use").hasLineCount(1);

            long moved = writes(sandbox);
            migration.succeed("run");
            assertThat(writes(sandbox)).isEqualTo(moved);
            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
            assertThat(folder.resolve("data").resolve("test-practice").resolve("ledger.script"))
                    .doesNotExist();
        }
    }

    private Migration migration(Sandbox sandbox, LedgerAddress address) throws Exception {
        return Migration.write(folder, DEMO, sandbox, "unlimited", "")
                .replace("ledger: jdbc:hsqldb:file:data/test-practice/ledger", """
                        ledger:
                          url: %s
                          user: %s
                          password: ${env:LEDGER_PASSWORD}""".formatted(
                                address.url(), address.user()))
                .with("LEDGER_PASSWORD", address.password());
    }

    private static long writes(Sandbox sandbox) {
        return sandbox.stats().writes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
