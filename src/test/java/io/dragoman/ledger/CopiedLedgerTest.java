package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The tool of the runbook that moves a ledger from files to a server. */
@ExtendWith(PostgresCluster.class)
final class CopiedLedgerTest {
    private static final String PEOPLE = "patient-to-person";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_ledger_that_moved_to_postgresql_goes_on_as_if_nothing_had_happened() throws Exception {
        SealKey key = SealKey.at(folder.resolve("seal.key"));
        LedgerAddress files = Store.HSQLDB.fresh(folder);
        LedgerAddress server = Store.POSTGRESQL.fresh(folder);
        try (Ledger ledger = Ledger.open(files, "acme", key)) {
            String run = ledger.runs().start(RunMode.RUN, "hash").id();
            settle(ledger, run, "p-1");
            ledger.lineages().join(run, PEOPLE, "p-2", "person", "print", PEOPLE, "p-1");
            ledger.quarantine().setAside(run, PEOPLE, "p-3", new Problem("link-missing", "", "Wait."), null);
            ledger.marks().set("acme", "ban", new Marks.Mark(Instant.EPOCH, LocalDate.EPOCH, 1));
            ledger.edits().saw(run, PEOPLE, "p-1", List.of("name"));
        }
        Ledger.open(server, "acme", key).close();
        copy(files, server);
        try (Ledger ledger = Ledger.open(server, "acme", key)) {
            assertThat(ledger.log().firstWrong()).isEmpty();
            assertThat(ledger.log().strays()).isZero();
            assertThat(ledger.lineages().count(PEOPLE)).isEqualTo(2);
            assertThat(ledger.quarantine().openKeys(PEOPLE)).containsExactly("p-3");
            assertThat(ledger.marks().find("acme", "ban")).isPresent();
            assertThat(ledger.edits().of(PEOPLE, "p-1")).hasSize(1);
            settle(ledger, ledger.runs().start(RunMode.RUN, "hash").id(), "p-4");
            assertThat(ledger.log().firstWrong()).isEmpty();
        }
    }

    private static void settle(Ledger ledger, String run, String key) {
        ledger.writes().settle(ledger.writes().intend(run, Invented.create(key), "print", null), Invented.receipt("1"));
    }

    private static void copy(LedgerAddress files, LedgerAddress server) throws Exception {
        ProcessBuilder tool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Path.of("docs", "tools", "CopyLedger.java").toString(),
                "jdbc:hsqldb:file:" + files.path(),
                server.url(),
                server.user());
        tool.environment().put("PGPASSWORD", server.password());
        Process process = tool.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
