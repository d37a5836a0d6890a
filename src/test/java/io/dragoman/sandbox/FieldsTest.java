package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.defaults());
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "organization", "deal", "product"})
    void a_new_field_gets_a_code_of_forty_hex_digits_and_its_options_get_ids(String entity) {
        var made = client.post(
                "/api/v2/" + entity + "Fields",
                "{'field_name':'Colour','field_type':'enum','options':[{'label':'Red'},{'label':'Blue'}]}");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.data().path("field_code").asText()).matches("[0-9a-f]{40}");
        assertThat(made.data().path("options")).hasSize(2);
        assertThat(made.data().path("options").path(0).path("id").isIntegralNumber())
                .isTrue();
        var read = client.get(
                "/api/v2/" + entity + "Fields/" + made.data().path("field_code").asText());
        assertThat(read.data()).isEqualTo(made.data());
    }

    @Test
    void two_accounts_never_agree_on_codes_and_one_seed_always_does() {
        try (Sandbox other = Sandbox.start(SandboxSettings.defaults());
                Sandbox seeded = Sandbox.start(SandboxSettings.defaults().withSeed(42));
                Sandbox again = Sandbox.start(SandboxSettings.defaults().withSeed(42))) {
            assertThat(new Client(other).field("deal", "text", "")).isNotEqualTo(client.field("deal", "text", ""));
            assertThat(new Client(seeded).field("deal", "text", ""))
                    .isEqualTo(new Client(again).field("deal", "text", ""));
        }
    }

    @Test
    void the_same_name_can_be_used_twice() {
        assertThat(client.field("person", "text", "")).isNotEqualTo(client.field("person", "text", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'field_type':'text'}",
                "{'field_name':'','field_type':'text'}",
                "{'field_name':'F'}",
                "{'field_name':'F','field_type':'boolean'}",
                "{'field_name':'F','field_type':'enum'}",
                "{'field_name':'F','field_type':'enum','options':[]}",
                "{'field_name':'F','field_type':'enum','options':['A']}",
                "{'field_name':'F','field_type':'text','options':[{'label':'A'}]}",
                "{'name':'F','field_type':'text'}",
                "{'field_name':'F','field_type':'text','description':'only deals have one'}"
            })
    void a_definition_that_does_not_fit_is_refused(String body) {
        assertThat(client.post("/api/v2/personFields", body).status()).isEqualTo(400);
    }

    @Test
    void the_name_can_be_changed_and_the_type_cannot() {
        String code = client.field("deal", "text", "");
        var renamed = client.patch("/api/v2/dealFields/" + code, "{'field_name':'New','description':'Why'}");
        assertThat(renamed.data().path("field_name").asText()).isEqualTo("New");
        assertThat(renamed.data().path("description").asText()).isEqualTo("Why");
        assertThat(client.patch("/api/v2/dealFields/" + code, "{'field_type':'varchar'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void deleting_a_field_takes_its_values_with_it() {
        String code = client.field("person", "text", "");
        long id = client.make("/api/v2/persons", "{'name':'A','custom_fields':{'" + code + "':'x'}}");
        client.delete("/api/v2/personFields/" + code);
        assertThat(client.get("/api/v2/personFields/" + code).status()).isEqualTo(404);
        assertThat(client.get("/api/v2/persons/" + id).data().path("custom_fields"))
                .isEmpty();
        var got = client.patch("/api/v2/persons/" + id, "{'custom_fields':{'" + code + "':'y'}}");
        assertThat(got.status()).isEqualTo(400);
    }

    @Test
    void options_are_added_renamed_and_deleted_all_or_none() {
        var made =
                client.post("/api/v2/personFields", "{'field_name':'F','field_type':'set','options':[{'label':'A'}]}");
        String code = made.data().path("field_code").asText();
        long a = made.data().path("options").path(0).path("id").asLong();
        String options = "/api/v2/personFields/" + code + "/options";
        long b = client.post(options, "[{'label':'B'}]")
                .data()
                .path(0)
                .path("id")
                .asLong();
        long person =
                client.make("/api/v2/persons", "{'name':'P','custom_fields':{'" + code + "':[" + a + "," + b + "]}}");

        assertThat(client.patch(options, "[{'id':" + a + ",'label':'AA'},{'id':1,'label':'Z'}]")
                        .status())
                .isEqualTo(400);
        assertThat(client.delete(options, "[{'id':" + b + "},{'id':1}]").status())
                .isEqualTo(400);
        assertThat(client.get("/api/v2/personFields/" + code)
                        .data()
                        .path("options")
                        .findValuesAsText("label"))
                .containsExactly("A", "B");

        client.patch(options, "[{'id':" + a + ",'label':'AA'}]");
        client.delete(options, "[{'id':" + b + "}]");
        assertThat(client.get("/api/v2/personFields/" + code)
                        .data()
                        .path("options")
                        .findValuesAsText("label"))
                .containsExactly("AA");
        assertThat(client.get("/api/v2/persons/" + person)
                        .data()
                        .path("custom_fields")
                        .path(code)
                        .toString())
                .isEqualTo("[" + a + "]");
    }

    @Test
    void standard_fields_are_listed_as_such_and_cannot_be_deleted() {
        var fields = client.get("/api/v2/dealFields?limit=500").data();
        assertThat(fields.findValuesAsText("field_code")).contains("title", "status", "label_ids", "add_time");
        assertThat(fields.findValuesAsText("is_custom_field")).containsOnly("false");
        assertThat(client.delete("/api/v2/dealFields/title").status()).isEqualTo(403);
    }

    @Test
    void activities_have_fields_but_take_no_new_ones() {
        assertThat(client.get("/api/v2/activityFields").data()).isNotEmpty();
        assertThat(client.post("/api/v2/activityFields", "{'field_name':'F','field_type':'text'}")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void fields_are_listed_in_pages() {
        String code = client.field("product", "text", "");
        int seen = 0;
        String cursor = "";
        String last = "";
        do {
            var page = client.get("/api/v2/productFields?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            seen += page.data().size();
            last = page.data().path(page.data().size() - 1).path("field_code").asText();
            cursor = page.json().path("additional_data").path("next_cursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        assertThat(seen)
                .isEqualTo(client.get("/api/v2/productFields?limit=500").data().size());
        assertThat(last).isEqualTo(code);
    }

    @Test
    void the_cap_counts_the_fields_of_all_kinds_together() {
        try (Sandbox capped = Sandbox.start(SandboxSettings.defaults().withCustomFieldCap(2))) {
            Client inside = new Client(capped);
            inside.field("person", "text", "");
            inside.field("deal", "text", "");
            var over = inside.post("/api/v2/productFields", "{'field_name':'F','field_type':'text'}");
            assertThat(over.status()).isEqualTo(403);
            assertThat(over.header("Content-Type")).startsWith("application/json");
        }
    }
}
