package io.dragoman.sandbox.cliniko;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in of Cliniko's API is as strict as the API is told to be. */
class ClinikoSandboxTest {
    private static final String PATIENTS = """
            [{"id":"1","created_at":"2024-01-01T00:00:00Z","updated_at":"2024-01-01T00:00:00Z","archived_at":null,
              "links":{"self":"/patients/1"}},
             {"id":"2","created_at":"2024-01-02T00:00:00Z","updated_at":"2024-06-01T00:00:00Z","archived_at":null,
              "links":{"self":"/patients/2"}},
             {"id":"3","created_at":"2024-01-03T00:00:00Z","updated_at":"2024-05-01T00:00:00Z",
              "archived_at":"2024-05-01T00:00:00Z","links":{"self":"/patients/3"}}]""";
    private static final String NOTES = """
            [{"id":"11","practitioner":{"links":{"self":"/practitioners/21"}}},
             {"id":"12","practitioner":{"links":{"self":"/practitioners/22"}}}]""";
    private static final String PRACTITIONERS = """
            [{"id":"21","designation":"Physiotherapist","active":true},
             {"id":"22","designation":"Osteopath","active":false}]""";
    private static final String ATTACHMENTS = """
            [{"id":"31","size":5,"processing_completed":true},{"id":"32","size":5,"processing_completed":false}]""";

    private final HttpClient client = HttpClient.newHttpClient();
    private Path folder;
    private ClinikoSandbox sandbox;

    @BeforeEach
    void a_small_clinic(@TempDir Path folder) throws Exception {
        this.folder = folder;
        Files.writeString(folder.resolve("patients.json"), PATIENTS);
        Files.writeString(folder.resolve("treatment_notes.json"), NOTES);
        Files.writeString(folder.resolve("practitioners.json"), PRACTITIONERS);
        Files.writeString(folder.resolve("patient_attachments.json"), ATTACHMENTS);
        start(ClinikoSettings.defaults());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void start(ClinikoSettings settings) {
        if (sandbox != null) {
            sandbox.close();
        }
        sandbox = ClinikoSandbox.start(Clinic.in(folder), settings);
    }

    @Test
    void nobody_comes_in_without_the_key_a_contact_and_asking_for_json() throws Exception {
        URI users = address("/users");
        String key = basic("sandbox-key-ca1:");

        assertThat(status(HttpRequest.newBuilder(users))).isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(users).header("Authorization", basic("other:"))))
                .isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(users)
                        .header("Authorization", key)
                        .header("Accept", "application/json")))
                .isEqualTo(400);
        assertThat(status(HttpRequest.newBuilder(users)
                        .header("Authorization", key)
                        .header("User-Agent", "Test (it@clinic.example)")))
                .isEqualTo(406);
        assertThat(status(asking(users).setHeader("Authorization", basic("sandbox-key:"))))
                .as("the key without its shard")
                .isEqualTo(200);
        assertThat(get("/users").statusCode()).isEqualTo(200);
        assertThat(status(asking(users).POST(HttpRequest.BodyPublishers.noBody())))
                .isEqualTo(405);
    }

    @Test
    void pages_are_followed_by_their_links_and_archived_records_come_when_asked_for() throws Exception {
        assertThat(ids("/patients?per_page=1")).containsExactly("1", "2");
        assertThat(ids("/patients?per_page=2&q%5B%5D=archived_at:*")).containsExactly("1", "2", "3");
        assertThat(ids("/patients?q[]=updated_at:%3E2024-04-01T00:00:00Z&q[]=archived_at:*".replace("[]", "%5B%5D")))
                .containsExactly("2", "3");
        assertThat(ids("/patients?sort=created_at:desc")).containsExactly("2", "1");
        assertThat(json("/patients").path("total_entries").asInt()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_filtered_is_refused() throws Exception {
        assertThat(get("/patients?q%5B%5D=shoe_size:=9").statusCode()).isEqualTo(400);
        assertThat(get("/patients?q%5B%5D=updated_at:=2024-04-01T00:00:00Z").statusCode())
                .isEqualTo(400);
        assertThat(get("/referral_sources?q%5B%5D=updated_at:%3E2024-04-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/patients?per_page=101").statusCode()).isEqualTo(400);
        assertThat(get("/payments").statusCode()).isEqualTo(404);
    }

    @Test
    void a_record_that_changes_is_seen_by_the_next_request() throws Exception {
        assertThat(ids("/patients")).containsExactly("1", "2");

        Files.writeString(folder.resolve("patients.json"), PATIENTS.replace("\"2024-05-01T00:00:00Z\"", "null"));

        assertThat(ids("/patients")).containsExactly("1", "2", "3");
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_again() throws Exception {
        start(ClinikoSettings.defaults().withRate(2, Duration.ofMinutes(1)).withRetryAfter());
        get("/users");
        get("/users");

        HttpResponse<byte[]> refused = get("/users");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("X-RateLimit-Reset").orElseThrow())
                .isGreaterThan(System.currentTimeMillis() / 1000);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(sandbox.stats()).isEqualTo(new ClinikoStats(3, 1, 2, 0, 0));
    }

    @Test
    void a_role_hides_records_with_a_refusal_or_without_a_word() throws Exception {
        start(ClinikoSettings.defaults().withRole(Role.SCHEDULER));
        assertThat(get("/invoices").statusCode()).isEqualTo(403);
        assertThat(get("/treatment_notes").statusCode()).isEqualTo(403);

        start(ClinikoSettings.defaults().withRole(Role.PRACTITIONER));
        assertThat(ids("/treatment_notes")).containsExactly("11");
    }

    @Test
    void inactive_practitioners_have_a_list_of_their_own() throws Exception {
        assertThat(ids("/practitioners")).containsExactly("21");
        assertThat(ids("/practitioners/inactive")).containsExactly("22");
    }

    @Test
    void the_bytes_of_an_attachment_are_elsewhere_once_and_for_no_credential() throws Exception {
        HttpResponse<byte[]> moved = get("/patient_attachments/31/content");
        URI elsewhere = URI.create(moved.headers().firstValue("Location").orElseThrow());

        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(elsewhere.getAuthority()).isNotEqualTo(sandbox.baseUrl().getAuthority());
        assertThat(status(HttpRequest.newBuilder(elsewhere).header("Authorization", basic("sandbox-key-ca1:"))))
                .isEqualTo(400);
        assertThat(client.send(HttpRequest.newBuilder(elsewhere).build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo("abcde");
        assertThat(status(HttpRequest.newBuilder(elsewhere))).isEqualTo(403);
        assertThat(get("/patient_attachments/32/content").statusCode())
                .as("not ready yet")
                .isEqualTo(404);
        assertThat(sandbox.stats().credentialsShown()).isEqualTo(1);
    }

    @Test
    void a_generated_clinic_is_as_large_as_one_likes_and_the_same_each_time() {
        Clinic clinic = Clinic.generated(50_000, 200_000, 200_000);

        assertThat(clinic.size("patients")).isEqualTo(50_000);
        assertThat(clinic.at("treatment_notes", 199_999)).isEqualTo(clinic.at("treatment_notes", 199_999));
        assertThat(clinic.at("individual_appointments", 7)
                        .at("/patient/links/self")
                        .asText())
                .isEqualTo(clinic.at("patients", 7).at("/links/self").asText());
    }

    private URI address(String path) {
        return URI.create(sandbox.baseUrl() + path);
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder asking(URI address) {
        return HttpRequest.newBuilder(address)
                .setHeader("Authorization", basic("sandbox-key-ca1:"))
                .header("Accept", "application/json")
                .header("User-Agent", "Test (it@clinic.example)");
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return client.send(asking(address(path)).build(), BodyHandlers.ofByteArray());
    }

    private JsonNode json(String path) throws Exception {
        return Json.MAPPER.readTree(get(path).body());
    }

    /** Ids of all pages of a list. */
    private List<String> ids(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        URI next = address(path);
        while (next != null) {
            JsonNode page = Json.MAPPER.readTree(client.send(asking(next).build(), BodyHandlers.ofByteArray())
                    .body());
            page.properties()
                    .iterator()
                    .next()
                    .getValue()
                    .forEach(record -> ids.add(record.path("id").asText()));
            String link = page.at("/links/next").asText();
            next = link.isEmpty() ? null : URI.create(link);
        }
        return ids;
    }
}
