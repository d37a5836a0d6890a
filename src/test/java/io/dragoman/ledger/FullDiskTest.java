package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * HSQLDB goes on when its disk is full, as long as a commit fits in its buffer; the ledger must not. PostgreSQL fails the
 * commit by itself.
 */
final class FullDiskTest {
    @Test
    void a_full_disk_ends_the_acknowledging_and_what_was_acknowledged_is_there(@TempDir Path folder)
            throws IOException {
        LedgerAddress address = Store.HSQLDB.fresh(folder);
        SealKey key = SealKey.at(folder.resolve("seal.key"));
        // HSQLDB's data file grows to 2 MB, then to 4: between the two it is the log that finds the disk full.
        List<String> said;
        try (OtherProcess process = OtherProcess.writingWithFilesUpTo(2_300_000, address, folder.resolve("seal.key"))) {
            said = new ArrayList<>(process.rest());
        }
        assertThat(said).contains("open").contains("ledger-not-writable");
        assertThat(said.removeAll(List.of("open", "ledger-not-writable"))).isTrue();
        assertThat(said).hasSizeGreaterThan(100);
        List<String> known = new ArrayList<>();
        try (Ledger ledger = Ledger.open(address, "acme", key)) {
            ledger.writes().open(null).forEach(intent -> known.add(intent.key()));
            ledger.lineages().forEach(OnBothDatabases.PEOPLE, null, lineage -> {
                known.add(lineage.key());
                known.add("settled " + lineage.key());
            });
        }
        assertThat(known).containsAll(said);
    }
}
