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
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of BackDocket as they are assumed to be, from a stand-in that knows no others. */
class BackDocketTest {
    private static final Pattern QUERY = Pattern.compile("limit=500(&updated_since=[0-9TZ%A-F-]+)?&offset=(\\d+)");
    private static final Map<String, List<String>> RECORDS = Map.of(
            "/users",
            List.of(
                    "{\"user_id\":\"u1\",\"first_name\":\"Ana\",\"last_name\":\"Rivera\",\"email\":\"ana@firm.example\"}"),
            "/contacts",
            List.of(
                    "{\"contact_id\":\"c1\",\"first_name\":\"Marlowe\",\"last_name\":\"Testfield\",\"owner_user_id\":\"u1\"}",
                    "{\"contact_id\":\"c2\",\"first_name\":\"Sam\",\"last_name\":\"Testfield\"}"),
            "/matters",
            List.of(
                    "{\"matter_id\":\"m1\",\"name\":\"Testfield v. Acme\",\"status\":\"Open\",\"client_contact_id\":\"c1\","
                            + "\"estimated_value\":125000.50,\"client_name\":null}"));

    private Path folder = Path.of("");
    private Api api;

    @BeforeEach
    void a_strict_stand_in(@TempDir Path temporary) throws IOException {
        folder = temporary;
        api = Api.start();
        api.answers(BackDocketTest::answer);
    }

    @AfterEach
    void no_server() {
        api.close();
    }

    /** One record a page, so that every list has to be turned. */
    private static Reply answer(Asked request) {
        Matcher query = QUERY.matcher(request.query());
        if (!"Bearer key-1".equals(request.headers().get("Authorization"))) {
            return Reply.of(401, "application/json", "{}");
        }
        if (!query.matches()) {
            return Reply.of(400, "application/json", "{}");
        }
        List<String> records = RECORDS.getOrDefault(request.path(), List.of());
        int offset = Integer.parseInt(query.group(2));
        String item = offset < records.size() ? records.get(offset) : "";
        return Reply.json("{\"items\":[" + item + "],\"has_more\":" + (offset + 1 < records.size()) + "}");
    }

    @Test
    void every_list_fills_its_object_of_the_layout() throws Exception {
        Path system = Path.of("routes/systems/backdocket");
        Layout layout = Layouts.read(system);
        Books firm = new Books(folder, api.base(), Files.readString(system.resolve("rest.yaml")), layout);

        try (Staging staging = firm.read()) {
            assertThat(staging.distinct("contact", "contact_id")).containsExactly("c1", "c2");
            assertThat(staging.distinct("matter", "client_contact_id")).containsExactly("c1");
            assertThat(staging.distinct("matter", "estimated_value")).containsExactly("125000.50");
            assertThat(staging.proof().whole("note")).isTrue();
        }
        assertThat(api.calls())
                .contains("/contacts?limit=500&offset=0", "/contacts?limit=500&offset=1")
                .doesNotContain("/contacts?limit=500&offset=2");
        int asked = api.asked.size();
        firm.read(true).close();
        assertThat(api.calls().subList(asked, api.asked.size()))
                .filteredOn(call -> call.startsWith("/matters"))
                .allMatch(call -> call.contains("updated_since="));
    }
}
