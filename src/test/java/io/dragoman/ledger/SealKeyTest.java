package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealKeyTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_key_is_made_once_and_only_its_owner_reads_it() throws IOException {
        Path file = folder.resolve("deep").resolve("seal.key");
        SealKey made = SealKey.at(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
        assertThat(SealKey.at(file).open(made.seal("text".getBytes(UTF_8)))).isEqualTo("text".getBytes(UTF_8));
        assertThat(SealKey.at(file).hmac("text")).isEqualTo(made.hmac("text")).matches("[0-9a-f]{64}");
    }

    @Test
    void sealing_twice_gives_two_texts() {
        SealKey key = SealKey.at(folder.resolve("seal.key"));
        assertThat(key.seal(new byte[3])).isNotEqualTo(key.seal(new byte[3]));
        assertThat(key.open(key.seal(new byte[0]))).isEmpty();
    }

    @Test
    void another_key_or_a_changed_text_does_not_open() {
        SealKey key = SealKey.at(folder.resolve("seal.key"));
        SealKey another = SealKey.at(folder.resolve("another.key"));
        String sealed = key.seal("text".getBytes(UTF_8));
        char flipped = sealed.charAt(10) == 'A' ? 'B' : 'A';
        assertThat(another.hmac("text")).isNotEqualTo(key.hmac("text"));
        for (String wrong : new String[] {
            another.seal("text".getBytes(UTF_8)),
            sealed.substring(0, 10) + flipped + sealed.substring(11),
            "",
            "s1.",
            "s1.AAAA",
            "s1.%%"
        }) {
            assertThat(OnBothDatabases.codeOf(() -> key.open(wrong))).isEqualTo("seal-key-wrong");
        }
    }

    @Test
    void what_is_derived_depends_on_purpose_and_key() {
        SealKey key = SealKey.at(folder.resolve("seal.key"));
        assertThat(key.derive("fingerprint")).hasSize(32).isEqualTo(key.derive("fingerprint"));
        assertThat(key.derive("fingerprint")).isNotEqualTo(key.derive("token"));
        assertThat(key.derive("fingerprint"))
                .isNotEqualTo(SealKey.at(folder.resolve("another.key")).derive("fingerprint"));
    }

    @Test
    void a_file_that_is_no_key_is_refused_and_left_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("seal.key"), "not a key");
        assertThat(OnBothDatabases.codeOf(() -> SealKey.at(file))).isEqualTo("seal-key-unreadable");
        assertThat(Files.readString(file)).isEqualTo("not a key");
    }

    @Test
    void an_empty_file_left_by_a_crash_is_filled() throws IOException {
        Path file = Files.createFile(folder.resolve("seal.key"));
        SealKey made = SealKey.at(file);
        assertThat(SealKey.at(file).hmac("text")).isEqualTo(made.hmac("text"));
    }
}
