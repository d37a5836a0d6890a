package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.ledger.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFileTest {
    private SigningKey key;
    private Path file;

    @BeforeEach
    void a_signed_certificate(@TempDir Path folder) throws IOException {
        key = SigningKey.at(folder.resolve("sign.key"));
        file = folder.resolve("certificate-1.json");
        ObjectNode content = new ObjectMapper().createObjectNode();
        content.put("migration", "practice").put("verdict", "complete").put("by", "Zoë \"Z\" <Example>");
        content.putArray("sections").addObject().put("title", "Records").put("count", 7);
        CertificateFile.write(file, content, "<p>page</p>", key);
    }

    @Test
    void an_untouched_certificate_holds_and_names_its_signer() throws IOException {
        CertificateFile.Checked checked = CertificateFile.check(file);
        assertThat(checked.wrong()).isEmpty();
        assertThat(checked.signer()).isEqualTo(key.publicKey());
        assertThat(checked.content().path("by").asText()).isEqualTo("Zoë \"Z\" <Example>");
    }

    @Test
    void a_change_of_any_single_byte_is_found() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] other = whole.clone();
            other[i] ^= 1;
            Files.write(file, other);
            assertThat(CertificateFile.check(file).wrong()).as("byte %d", i).isNotEmpty();
        }
    }

    @Test
    void what_is_added_cut_or_reordered_is_found() throws IOException {
        String whole = Files.readString(file);
        for (String other : new String[] {
            whole + "\n",
            " " + whole,
            whole.substring(0, whole.length() / 2),
            whole.replace("\"verdict\"", "\"verdict\" "),
            whole.replace("Zoë", "Zo\\u00eb"),
            whole.replaceFirst("\\{", "{\"certificate\":{},"),
            "",
            "[]"
        }) {
            Files.writeString(file, other);
            assertThat(CertificateFile.check(file).wrong()).as(other).isNotEmpty();
        }
    }

    @Test
    void a_certificate_signed_anew_names_the_other_key(@TempDir Path folder) throws IOException {
        SigningKey other = SigningKey.at(folder.resolve("sign.key"));
        Files.writeString(
                file, Files.readString(file).replace(key.publicKey(), other.publicKey()), StandardCharsets.UTF_8);
        assertThat(CertificateFile.check(file).holds()).isFalse();
    }

    @Test
    void a_changed_page_is_found_and_a_missing_one_is_no_fault() throws IOException {
        Path page = file.resolveSibling("certificate-1.html");
        Files.writeString(page, "<p>other page</p>");
        assertThat(CertificateFile.check(file).wrong()).contains("certificate-1.html");
        Files.delete(page);
        assertThat(CertificateFile.check(file).holds()).isTrue();
    }
}
