package io.dragoman.ledger;

import io.dragoman.model.RecordProblem;
import io.dragoman.model.RunProblem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A test with a new ledger of the migration {@code acme} open, once on HSQLDB and once on PostgreSQL. */
@ExtendWith(PostgresCluster.class)
@ParameterizedClass(name = "{0}")
@EnumSource(Store.class)
abstract class OnBothDatabases {
    static final String PEOPLE = "patient-to-person";

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Store store;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    LedgerAddress address;
    SealKey key;
    Ledger ledger;
    String run;

    @BeforeEach
    final void open() {
        address = store.fresh(folder);
        key = SealKey.at(folder.resolve("seal.key"));
        ledger = Ledger.open(address, "acme", key);
        run = ledger.runs().start(RunMode.RUN, "hash-1").id();
    }

    @AfterEach
    final void close() {
        if (ledger != null) {
            ledger.close();
        }
    }

    /** Another process would see what this sees. */
    void reopen() {
        ledger.close();
        ledger = Ledger.open(address, "acme", key);
    }

    /** Makes a person and settles it. */
    void settled(String sourceKey, String id) {
        ledger.writes().settle(intended(sourceKey), Invented.receipt(id));
    }

    Intent intended(String sourceKey) {
        return ledger.writes().intend(run, Invented.create(sourceKey), "print-" + sourceKey, null);
    }

    /** Does this for each number below, 32 at a time, and fails when one of them fails. */
    static void inParallel(int times, IntConsumer work) {
        ExecutorService workers = Executors.newFixedThreadPool(32);
        try {
            CompletableFuture.allOf(IntStream.range(0, times)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> work.accept(i), workers))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            workers.shutdown();
        }
    }

    /** Changes the database behind the ledger's back. */
    void sql(String... statements) {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String codeOf(ThrowingCallable call) {
        Throwable thrown = Assertions.catchThrowable(call);
        if (thrown instanceof RecordProblem record) {
            return record.problem().code();
        }
        if (thrown instanceof RunProblem of) {
            return of.problem().code();
        }
        return thrown == null ? "nothing thrown" : thrown.toString();
    }
}
