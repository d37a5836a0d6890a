package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Place;
import io.dragoman.run.sample.FieldCheck;
import io.dragoman.run.sample.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and values of class none may be hostile: no file of a sample lets them do anything. */
class SampleFilesTest {
    private static final List<String> HOSTILE = List.of(
            "</script><script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "{{ 7 * 7 }}",
            "=HYPERLINK(\"http://example.com\")",
            "@SUM(1)",
            "abc\u202Edcba");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_hostile_value_stays_a_text_on_the_page_and_our_script_is_the_only_one() throws Exception {
        String page = Files.readString(write());
        assertThat(page)
                .doesNotContain("<img")
                .doesNotContain("alert(1)</script>")
                .doesNotContain("\u202E");
        assertThat(page).contains("{{ 7 * 7 }}");
        assertThat(page.split("<script>", -1)).hasSize(2);
        String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        assertThat(page.replace("&#43;", "+"))
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        assertThat(page).doesNotContain("http://example.com\"");
    }

    @Test
    void a_spreadsheet_computes_nothing() throws Exception {
        write();
        assertThat(Files.readString(folder.resolve("sample-s1-fields.csv")))
                .contains("'=HYPERLINK", "'@SUM(1)")
                .doesNotContain(",=")
                .doesNotContain(",@");
    }

    @Test
    void the_json_says_the_same() throws Exception {
        write();
        JsonNode json = new ObjectMapper()
                .readTree(folder.resolve("sample-s1-fields.json").toFile());
        assertThat(json).hasSize(HOSTILE.size());
        assertThat(json.get(3).path("key").asText()).isEqualTo(HOSTILE.get(3));
        assertThat(json.get(3).path("verdict").asText()).isEqualTo("otherwise");
    }

    private Path write() {
        List<FieldCheck> checks = HOSTILE.stream()
                .map(text -> new FieldCheck(
                        "m", text, text, Place.of("m.yaml"), PhiClass.NONE, text, text, text, Verdict.OTHERWISE))
                .toList();
        return new SampleFiles(folder, "s1").write("acme", "Sample s1", checks);
    }
}
