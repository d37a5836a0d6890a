package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.audit.LogCheck;
import io.dragoman.audit.LogExport;
import io.dragoman.audit.LogFormat;
import io.dragoman.audit.LogVerdict;
import io.dragoman.model.Problem;
import io.dragoman.model.TargetRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An exported log in the hands of others, who have nothing but the file. */
final class HandedOnLogTest extends OnBothDatabases {
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.890Z");
    private static final String HOSTILE = "=cmd|'/c calc'!A1,\"quoted\"\\n\nnew line\r";

    @BeforeEach
    void a_log_with_every_kind_of_entry() {
        ledger.approvals().approve(Approval.Kind.MAPPING, HOSTILE, "hash-1", AT);
        settled(HOSTILE, "1");
        ledger.writes()
                .settle(
                        ledger.writes().intend(run, Invented.update(HOSTILE, "1", "Bo Example"), "print", person()),
                        Invented.receipt("1"));
        ledger.writes().refused(intended("p-2"), new Problem("refused", "", ""));
        ledger.lineages().join(run, PEOPLE, "p-3", "person", "print", PEOPLE, HOSTILE);
    }

    @Test
    void a_whole_log_holds_in_both_forms_and_names_its_signer() throws IOException {
        for (Path file : export("log", true)) {
            LogVerdict verdict = LogCheck.of(file);
            assertThat(verdict.wrong()).as("%s", file).isNull();
            assertThat(verdict.entries()).isEqualTo(6);
            assertThat(verdict.migration()).isEqualTo("acme");
            assertThat(verdict.signer()).isEqualTo(signingKey().publicKey());
            assertThat(verdict.exportedAt()).isEqualTo(AT.toString());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void no_value_is_in_it_and_what_was_sent_only_for_the_seal_key() throws IOException {
        for (Path file : export("plain", false)) {
            String text = Files.readString(file);
            assertThat(text).contains("\"name\"".replace("\"", file.toString().endsWith("csv") ? "\"\"" : "\""));
            assertThat(text).doesNotContain("s1.", "Ada", "Bo Example", "example.org", "1815-12-10", "12.50");
        }
        for (Path file : export("sealed", true)) {
            String text = Files.readString(file);
            assertThat(text).contains("s1.").doesNotContain("Ada", "Bo Example", "example.org");
        }
    }

    @Test
    void a_write_names_who_had_approved_when_its_run_began() throws IOException {
        ledger.approvals()
                .approve(
                        Approval.Kind.MAPPING,
                        "Too Late",
                        "hash-2",
                        Instant.now().plusSeconds(60));
        settled("p-8", "8");
        String line = Files.readAllLines(export("log", false).get(0)).stream()
                .filter(one -> one.contains("\"p-8\""))
                .findFirst()
                .orElseThrow();
        assertThat(line)
                .contains("\"run-verb\":\"run\"", "\"mapping-approved-by\":\"=cmd|")
                .doesNotContain("Too Late", "policy-approved-by");
    }

    @Test
    void the_same_value_has_another_digest_in_another_record() throws IOException {
        settled("p-8", "8");
        settled("p-9", "9");
        List<String> digests = Files.readAllLines(export("log", false).get(0)).stream()
                .filter(line -> line.contains("\"p-8\"") || line.contains("\"p-9\""))
                .map(line -> line.replaceAll(".*\"name\":\"([0-9a-f]{16})\".*", "$1"))
                .toList();
        assertThat(digests).hasSize(2).doesNotHaveDuplicates();
        assertThat(digests.get(0)).hasSize(16);
    }

    @Test
    void what_goes_wrong_is_told_apart() throws IOException {
        Path file = export("log", false).get(0);
        List<String> right = Files.readAllLines(file, UTF_8);
        List<String> changed = new ArrayList<>(right);
        changed.set(3, right.get(3).replace("settled", "refused"));
        assertThat(verdict(changed).wrong()).isEqualTo(new LogVerdict.Wrong(4, "the line was changed"));
        assertThat(verdict(changed).entries()).isEqualTo(2);
        List<String> less = new ArrayList<>(right);
        less.remove(3);
        assertThat(verdict(less).wrong())
                .isEqualTo(new LogVerdict.Wrong(4, "lines are missing, added or out of place from here"));
        assertThat(verdict(right.subList(0, 4)).wrong())
                .isEqualTo(new LogVerdict.Wrong(5, "the end is missing: lines were cut off"));
    }

    @Test
    void a_ledger_that_was_changed_shows_in_the_export() throws IOException {
        sql("update write set target_id = '99' where target_id = '1'");
        LogExport.Result result = new LogExport(ledger, signingKey(), false)
                .to(folder, "bent", AT, List.of(LogFormat.values()), done -> {});
        assertThat(result.wrong()).isEqualTo(3);
        for (Path file : result.files()) {
            assertThat(LogCheck.of(file).wrong()).isNotNull();
            assertThat(LogCheck.of(file).entries()).isEqualTo(2);
        }
    }

    @Test
    void no_cell_of_the_table_is_a_formula() throws IOException {
        String table = Files.readString(export("log", false).get(1));
        assertThat(table).contains("\"'=cmd|").doesNotContain("\"=cmd|", "\r");
    }

    @Test
    void a_folder_that_cannot_be_written_leaves_nothing() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        assertThat(codeOf(() -> new LogExport(ledger, signingKey(), false)
                        .to(taken, "log", AT, List.of(LogFormat.CSV), done -> {})))
                .isEqualTo("log-not-writable");
        assertThat(codeOf(() -> LogCheck.of(folder.resolve("nowhere")))).isEqualTo("log-unreadable");
    }

    private List<Path> export(String name, boolean sealed) {
        return new LogExport(ledger, signingKey(), sealed)
                .to(folder, name, AT, List.of(LogFormat.values()), done -> {})
                .files();
    }

    private SigningKey signingKey() {
        return SigningKey.at(folder.resolve("sign.key"));
    }

    private LogVerdict verdict(List<String> lines) throws IOException {
        return LogCheck.of(Files.write(folder.resolve("wrong"), lines, UTF_8));
    }

    private static TargetRecord person() {
        return Invented.person("p-1");
    }
}
