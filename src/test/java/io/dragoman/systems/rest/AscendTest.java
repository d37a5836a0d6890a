package io.dragoman.systems.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.staging.Layout;
import io.dragoman.staging.Layouts;
import io.dragoman.staging.Staging;
import io.dragoman.systems.rest.Api.Asked;
import io.dragoman.systems.rest.Api.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of Dentrix Ascend as its {@code rest.yaml} reads them, against a stand-in that takes nothing but what is published. */
class AscendTest {
    private static final String GATEWAY = "/ascend-gateway/api/";
    private static final Map<String, String> RECORDS =
            Map.of("v1/patients", """
            {"id": 1000000000000000017, "lastName": "Testfield", "firstName": "Marlowe", "gender": "F",
             "dateOfBirth": "1987-11-03", "patientStatus": "NON-PATIENT", "contactMethod": "TEXT ME",
             "phones": [{"phoneType": "MOBILE", "number": "5550101"}, {"phoneType": "HOME", "number": "5550102"}],
             "primaryGuarantor": {"id": 1000000000000000017, "type": "PatientV1", "url": "x"},
             "lastModified": "2026-02-01T10:00:00.000Z"}""", "v1/providers", """
            {"id": 7, "lastName": "Rivera", "active": true, "isPrimaryProvider": true}""", "v1/appointments", """
            {"id": 31, "start": "2026-03-02T02:30:00.000Z", "duration": 40, "status": "CHAIR",
             "patient": {"id": 1000000000000000017}, "provider": {"id": 7}}""", "v1/patientprocedures", """
            {"id": 41, "amount": 120.50, "status": "TREATMENT_PLAN", "state": "ACTIVE",
             "patient": {"id": 1000000000000000017}, "entryDate": "2026-01-05"},
            {"id": 42, "amount": 80, "status": "COMPLETED", "state": "INVALIDATED", "patient": {"id": 1000000000000000017}}""");

    private Path folder = Path.of("");
    private Api api;

    @BeforeEach
    void a_strict_stand_in(@TempDir Path temporary) throws IOException {
        folder = temporary;
        api = Api.start();
        api.answers(AscendTest::answer);
    }

    @AfterEach
    void no_server() {
        api.close();
    }

    private static Reply answer(Asked request) {
        if (request.path().equals("/oauth/client_credential/accesstoken")) {
            boolean right = request.method().equals("POST")
                    && request.query().equals("grant_type=client_credentials")
                    && request.body().equals("client_id=client-1&client_secret=secret-1");
            return right
                    ? Reply.json("{\"access_token\":\"t1\",\"expires_in\":3600}")
                    : Reply.of(400, "text/plain", "");
        }
        if (!"Bearer t1".equals(request.headers().get("Authorization"))) {
            return Reply.of(401, "application/json", "{}");
        }
        if (!"org-1".equals(request.headers().get("Organization-id"))
                || !request.path().startsWith(GATEWAY)) {
            return Reply.of(403, "application/json", "{}");
        }
        if (!request.query().matches("pageSize=500(&filter=lastModified%3E%3D[0-9TZ%A-F-]+)?(&lastId=\\d+)?")) {
            return Reply.of(400, "application/json", "{}");
        }
        boolean first = !request.query().contains("lastId");
        String records = RECORDS.getOrDefault(request.path().substring(GATEWAY.length()), "");
        return Reply.json("{\"statusCode\":200,\"data\":[" + (first ? records : "") + "]}");
    }

    @Test
    void the_published_lists_fill_the_layout_of_dentrix() throws Exception {
        Path system = Path.of("routes/systems/dentrix");
        Layout layout = Layouts.read(system);
        Books ascend = new Books(folder, api.base(), Files.readString(system.resolve("rest.yaml")), layout);

        try (Staging staging = ascend.read()) {
            assertThat(staging.distinct("patient", "patient_id")).containsExactly("1000000000000000017");
            assertThat(staging.distinct("patient", "status")).containsExactly("non_patient");
            assertThat(staging.distinct("patient", "mobile_phone")).containsExactly("5550101");
            assertThat(staging.distinct("patient", "preferred_contact")).containsExactly("text");
            assertThat(staging.distinct("provider", "inactive")).containsExactly("false");
            assertThat(staging.distinct("appointment", "start_date")).containsExactly("2026-03-01");
            assertThat(staging.distinct("appointment", "start_time")).containsExactly("20:30");
            assertThat(staging.distinct("appointment", "status")).containsExactly("arrived");
            assertThat(staging.distinct("procedure", "state")).containsExactly("invalidated", "planned");
            assertThat(staging.distinct("procedure", "amount")).containsExactly("120.50", "80");
        }
        assertThat(api.calls())
                .filteredOn(call -> call.contains("/patients?"))
                .containsExactly(
                        GATEWAY + "v1/patients?pageSize=500",
                        GATEWAY + "v1/patients?pageSize=500&lastId=1000000000000000017");
        ascend.read(true).close();
        assertThat(api.calls())
                .anyMatch(call -> call.startsWith(GATEWAY + "v1/patients?pageSize=500&filter=lastModified"));
    }
}
