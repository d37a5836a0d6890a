package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.RunProblem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresCluster.class)
final class LostConnectionTest {
    @Test
    void every_caller_fails_and_only_the_acknowledged_is_there(@TempDir Path folder) {
        LedgerAddress address = PostgresCluster.newSchema();
        SealKey key = SealKey.at(folder.resolve("seal.key"));
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicInteger failed = new AtomicInteger();
        try (Ledger ledger = Ledger.open(address, "acme", key)) {
            String run = ledger.runs().start(RunMode.RUN, "hash").id();
            OnBothDatabases.inParallel(640, i -> {
                if (i == 320) {
                    cutTheWriterOff(address);
                }
                try {
                    acknowledged.add(ledger.writes()
                            .intend(run, Invented.create("p-" + i), "print", null)
                            .key());
                } catch (RunProblem e) {
                    assertThat(e.problem().code()).isEqualTo("ledger-not-writable");
                    failed.incrementAndGet();
                }
            });
            assertThat(acknowledged.size() + failed.get()).isEqualTo(640);
            assertThat(failed).hasPositiveValue();
            assertThat(OnBothDatabases.codeOf(() -> ledger.runs().state(run, RunState.DONE, "")))
                    .isEqualTo("ledger-not-writable");
            assertThat(ledger.runs().all()).hasSize(1);
        }
        try (Ledger ledger = Ledger.open(address, "acme", key)) {
            assertThat(ledger.writes().open(null)).extracting(Intent::key).containsAll(acknowledged);
        }
    }

    private static void cutTheWriterOff(LedgerAddress address) {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
