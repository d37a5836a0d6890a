package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrashTest extends OnBothDatabases {
    private static final int ENOUGH = 500;

    @Test
    void nothing_acknowledged_is_lost_by_a_kill() throws IOException {
        ledger.close();
        List<String> said = new ArrayList<>();
        try (OtherProcess process = OtherProcess.writing(address, folder.resolve("seal.key"))) {
            assertThat(process.next()).isEqualTo("open");
            for (int i = 0; i < ENOUGH; i++) {
                said.add(process.next());
            }
            process.kill();
            said.addAll(process.rest());
        }
        ledger = Ledger.open(address, "acme", key);
        assertAcknowledgedIsThere(said);
        assertThat(ledger.runs().latest(RunMode.RUN).orElseThrow().state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void another_process_is_kept_out_until_this_one_ends() throws IOException {
        try (OtherProcess process = OtherProcess.holding(address, folder.resolve("seal.key"))) {
            assertThat(process.next()).isEqualTo("ledger-in-use");
        }
        ledger.close();
        try (OtherProcess process = OtherProcess.holding(address, folder.resolve("seal.key"))) {
            assertThat(process.next()).isEqualTo("open");
            assertThat(codeOf(() -> Ledger.open(address, "acme", key))).isEqualTo("ledger-in-use");
        }
        ledger = Ledger.open(address, "acme", key);
    }

    private void assertAcknowledgedIsThere(List<String> said) {
        List<String> known = new ArrayList<>();
        ledger.writes().open(null).forEach(intent -> known.add(intent.key()));
        ledger.lineages().forEach(PEOPLE, null, lineage -> {
            known.add(lineage.key());
            known.add("settled " + lineage.key());
        });
        assertThat(said).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(known).doesNotHaveDuplicates().containsAll(said);
        assertThat(ledger.writes().chainHolds()).isTrue();
    }
}
