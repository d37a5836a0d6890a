package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {
    @Test
    void a_create_becomes_lineage(@TempDir Path folder) {
        LedgerAddress address = new LedgerAddress("jdbc:hsqldb:file:" + folder.resolve("ledger"), "SA", "");
        SealKey key = SealKey.at(folder.resolve("key"));
        try (Ledger ledger = Ledger.open(address, "acme", key)) {
            String run = ledger.runs().start(RunMode.RUN, "h").id();
            Intent intent = ledger.writes().intend(run, Invented.create("p-1"), "f1", null);
            assertThat(ledger.writes().open(null)).hasSize(1);
            ledger.writes().settle(intent, Invented.receipt("7"));
            assertThat(ledger.lineages()
                            .find("patient-to-person", "p-1")
                            .orElseThrow()
                            .made())
                    .contains(Invented.person("p-1"));
            assertThat(ledger.writes().chainHolds()).isTrue();
        }
        try (Ledger ledger = Ledger.open(address, "acme", key)) {
            assertThat(ledger.runs().all()).hasSize(1);
            assertThat(ledger.lineages().isEmpty("patient-to-person")).isFalse();
        }
    }
}
