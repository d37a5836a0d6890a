package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.audit.LogCheck;
import io.dragoman.audit.LogExport;
import io.dragoman.audit.LogFormat;
import io.dragoman.audit.LogVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to an exported log is found. What is in the file does not depend on the database. */
final class ForgedLogTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<Path> files = List.of();

    @BeforeEach
    void a_short_log() {
        SealKey key = SealKey.at(folder.resolve("seal.key"));
        try (Ledger ledger = Ledger.open(Store.HSQLDB.fresh(folder), "acme", key)) {
            String run = ledger.runs().start(RunMode.RUN, "hash-1").id();
            Intent intent = ledger.writes().intend(run, Invented.create("p-1"), "print", null);
            ledger.writes().settle(intent, Invented.receipt("1"));
            ledger.lineages().join(run, "patient-to-person", "p-2", "person", "print", "patient-to-person", "p-1");
            SigningKey signing = SigningKey.at(folder.resolve("sign.key"));
            files = new LogExport(ledger, signing, true)
                    .to(folder, "log", Instant.EPOCH, List.of(LogFormat.values()), done -> {})
                    .files();
        }
    }

    @Test
    void every_changed_byte_is_found() throws IOException {
        for (Path file : files) {
            byte[] right = Files.readAllBytes(file);
            List<Integer> unseen = new ArrayList<>();
            for (int i = 0; i < right.length; i++) {
                byte[] wrong = right.clone();
                wrong[i] ^= (byte) (1 << i % 8);
                if (LogCheck.of(Files.write(folder.resolve("wrong"), wrong)).holds()) {
                    unseen.add(i);
                }
            }
            assertThat(unseen).as("%s", file).isEmpty();
        }
    }

    @Test
    void every_line_that_is_missing_doubled_or_moved_is_found_where_it_is() throws IOException {
        for (Path file : files) {
            List<String> right = Files.readAllLines(file, UTF_8);
            for (int i = 0; i < right.size(); i++) {
                List<String> less = new ArrayList<>(right);
                less.remove(i);
                assertThat(wrongLine(less)).as("%s without %s", file, i + 1).isEqualTo(i + 1);
                List<String> more = new ArrayList<>(right);
                more.add(i, right.get(i));
                assertThat(wrongLine(more)).as("%s with %s twice", file, i + 1).isEqualTo(i + 2);
                for (int j = i + 1; j < right.size(); j++) {
                    List<String> moved = new ArrayList<>(right);
                    Collections.swap(moved, i, j);
                    assertThat(wrongLine(moved))
                            .as("%s with %s and %s swapped", file, i + 1, j + 1)
                            .isEqualTo(i + 1);
                }
            }
        }
    }

    @Test
    void every_truncation_is_found() throws IOException {
        for (Path file : files) {
            byte[] right = Files.readAllBytes(file);
            List<Integer> unseen = new ArrayList<>();
            for (int i = 0; i < right.length; i++) {
                if (LogCheck.of(Files.write(folder.resolve("wrong"), Arrays.copyOf(right, i)))
                        .holds()) {
                    unseen.add(i);
                }
            }
            assertThat(unseen).as("%s", file).isEmpty();
        }
    }

    @Test
    void a_log_written_anew_is_signed_by_another() throws IOException {
        Path secret = folder.resolve("other.key");
        String forger = SigningKey.at(secret).publicKey();
        String owner = LogCheck.of(files.get(0)).signer();
        assertThat(owner).isNotEqualTo(forger);
        String forged = Files.readString(files.get(0)).replace(owner, forger);
        assertThat(LogCheck.of(Files.writeString(folder.resolve("wrong"), forged))
                        .wrong())
                .isEqualTo(new LogVerdict.Wrong(1, "the line was changed"));
    }

    private long wrongLine(List<String> lines) throws IOException {
        LogVerdict.Wrong wrong =
                LogCheck.of(Files.write(folder.resolve("wrong"), lines, UTF_8)).wrong();
        return wrong == null ? 0 : wrong.line();
    }
}
