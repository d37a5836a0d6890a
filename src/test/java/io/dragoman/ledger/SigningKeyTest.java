package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SigningKeyTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_pair_is_made_once_and_only_its_owner_reads_it() throws IOException {
        Path file = folder.resolve("deep").resolve("sign.key");
        SigningKey made = SigningKey.at(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        SigningKey again = SigningKey.at(file);
        assertThat(again.publicKey()).isEqualTo(made.publicKey());
        assertThat(again.sign("text")).isEqualTo(made.sign("text"));
    }

    @Test
    void a_signature_holds_for_its_text_and_key_only() {
        SigningKey key = SigningKey.at(folder.resolve("sign.key"));
        SigningKey another = SigningKey.at(folder.resolve("another.key"));
        String signature = key.sign("text");
        assertThat(SigningKey.verify(key.publicKey(), "text", signature)).isTrue();
        assertThat(SigningKey.verify(key.publicKey(), "other text", signature)).isFalse();
        assertThat(SigningKey.verify(another.publicKey(), "text", signature)).isFalse();
        assertThat(SigningKey.verify("no key", "text", signature)).isFalse();
        assertThat(SigningKey.verify(key.publicKey(), "text", "no signature")).isFalse();
    }

    @Test
    void keys_are_told_apart_by_a_short_name() {
        String mine = SigningKey.at(folder.resolve("sign.key")).publicKey();
        String other = SigningKey.at(folder.resolve("another.key")).publicKey();
        assertThat(SigningKey.fingerprint(mine))
                .matches("[0-9a-f]{4}(-[0-9a-f]{4}){3}")
                .isNotEqualTo(SigningKey.fingerprint(other));
    }

    @Test
    void a_file_that_is_no_key_is_refused_and_left_as_it_is() throws IOException {
        SigningKey.at(folder.resolve("another.key"));
        String foreign = Files.readAllLines(folder.resolve("another.key")).get(1);
        SigningKey.at(folder.resolve("sign.key"));
        String own = Files.readAllLines(folder.resolve("sign.key")).get(0);
        for (String text : new String[] {"not a key", own, own + "\n" + foreign}) {
            Path file = Files.writeString(folder.resolve("wrong.key"), text);
            assertThat(OnBothDatabases.codeOf(() -> SigningKey.at(file))).isEqualTo("sign-key-unreadable");
            assertThat(Files.readString(file)).isEqualTo(text);
        }
    }
}
