package io.dragoman.systems.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dragoman.model.ContentProblem;
import io.dragoman.model.RunProblem;
import io.dragoman.sandbox.cliniko.Clinic;
import io.dragoman.sandbox.cliniko.ClinikoSandbox;
import io.dragoman.sandbox.cliniko.ClinikoSettings;
import io.dragoman.staging.Layouts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attachments of a stand-in of Cliniko, whose bytes lie on another host. */
class RestFilesTest {
    private static final String ATTACHMENTS = """
            [{"id":"1","size":26,"processing_completed":true},
             {"id":"2","size":26,"processing_completed":false},
             {"id":"3","size":60000000,"processing_completed":true}]""";

    private Path folder = Path.of("");
    private ClinikoSandbox cliniko;

    @BeforeEach
    void a_clinic(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Files.writeString(folder.resolve("patient_attachments.json"), ATTACHMENTS);
        start(ClinikoSettings.defaults());
    }

    private void start(ClinikoSettings settings) {
        cliniko = ClinikoSandbox.start(Clinic.in(folder), settings.withStorageHost("127.0.0.2"));
    }

    @AfterEach
    void no_clinic() {
        cliniko.close();
    }

    @Test
    void the_bytes_come_from_the_other_host_which_is_never_shown_the_key() throws Exception {
        RestFiles files = files(cliniko.baseUrl(), 200, cliniko.key());

        assertThat(text(files, content("1") + "#size=26")).isEqualTo("abcdefghijklmnopqrstuvwxyz");
        assertThat(text(files, content("1"))).as("opened anew").isEqualTo("abcdefghijklmnopqrstuvwxyz");
        await().untilAsserted(() -> assertThat(cliniko.stats().downloads())
                .as("counted when the last byte has left")
                .isEqualTo(2));
        assertThat(cliniko.stats().credentialsShown()).isZero();
    }

    @Test
    void only_addresses_of_the_api_itself_are_its_files() throws Exception {
        RestFiles files = files(cliniko.baseUrl(), 200, cliniko.key());

        assertThat(files.holds(content("1"))).isTrue();
        assertThat(files.holds(content("1").replace("127.0.0.1", "127.0.0.2"))).isFalse();
        assertThat(files.holds(content("1").replace("http://", "http://user@"))).isFalse();
        assertThat(files.holds("http://127.0.0.1:1/v1/patient_attachments/1/content"))
                .isFalse();
        assertThat(files.holds("files/a b.txt")).isFalse();
    }

    @Test
    void a_file_that_is_not_ready_is_told_as_missing() throws Exception {
        RestFiles files = files(cliniko.baseUrl(), 200, cliniko.key());

        refused("file-not-found", () -> files.open(content("2")));
    }

    @Test
    void a_reader_who_stops_early_does_not_wait_for_the_rest() throws Exception {
        RestFiles files = files(cliniko.baseUrl(), 200, cliniko.key());

        try (InputStream bytes = files.open(content("3"))) {
            assertThat(bytes.readNBytes(3)).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(cliniko.stats().downloads()).isZero();
    }

    @Test
    void files_keep_the_pace_of_all_requests_and_wait_when_told_to() throws Exception {
        cliniko.close();
        start(ClinikoSettings.defaults().withRate(3, Duration.ofSeconds(1)));
        RestFiles files = files(cliniko.baseUrl(), 4, cliniko.key());

        for (int i = 0; i < 5; i++) {
            assertThat(text(files, content("1"))).hasSize(26);
        }
        assertThat(cliniko.stats().refused())
                .as("one more than the clinic allows")
                .isPositive();
        assertThat(cliniko.stats().most()).isEqualTo(3);
    }

    @Test
    void a_key_that_is_not_known_ends_the_run() throws Exception {
        RestFiles files = files(cliniko.baseUrl(), 200, "other-key-ca1");

        assertThatThrownBy(() -> files.open(content("1")))
                .isInstanceOfSatisfying(
                        RunProblem.class,
                        thrown -> assertThat(thrown.problem().code()).isEqualTo("source-key-refused"));
    }

    private String content(String attachment) {
        return cliniko.baseUrl() + "/patient_attachments/" + attachment + "/content";
    }

    private static String text(RestFiles files, String where) throws IOException {
        try (InputStream bytes = files.open(where)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void refused(String code, ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        ContentProblem.class,
                        thrown -> assertThat(thrown.code()).isEqualTo(code));
    }

    private RestFiles files(URI base, int requests, String key) throws IOException {
        Path system = Path.of("routes/systems/cliniko");
        RestSettings settings = new RestSettings(
                Books.system(Files.readString(system.resolve("rest.yaml")), Layouts.read(system)),
                "cliniko",
                base,
                () -> key,
                "it@clinic.example",
                "",
                () -> "",
                "",
                new RestSystem.Rate(requests, Duration.ofSeconds(1)),
                0,
                Files.createDirectories(folder.resolve("source")),
                Duration.ofHours(1),
                Duration.ofHours(1),
                ZoneOffset.UTC,
                Duration.ofMillis(1),
                Clock.systemUTC());
        Grant grant = new Grant(settings, new DefaultCamelContext().createProducerTemplate());
        Pace pace = new Pace(settings, () -> false);
        return new RestFiles(settings, new RestClient(settings, grant), pace, new Answers(settings, pace, grant));
    }
}
