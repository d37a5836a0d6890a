package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users, activity types and notes, which only the first API version offers. */
class OldVersionTest {
    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.defaults());
        client = new Client(sandbox);
        client.make("/api/v2/persons", "{'name':'Ada Example'}");
        client.make("/api/v2/deals", "{'title':'D'}");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void the_token_belongs_to_the_first_active_user() {
        var me = client.get("/api/v1/users/me").data();
        assertThat(me.path("id").asLong()).isEqualTo(11);
        assertThat(me.path("company_domain").asText()).isNotEmpty();
        assertThat(me.path("access").path(0).path("admin").asBoolean()).isTrue();
        assertThat(client.get("/api/v1/users").data().findValues("active_flag"))
                .extracting(JsonNode::asBoolean)
                .containsExactly(true, true, false);
        assertThat(client.get("/v1/users/12").data().path("name").asText()).isEqualTo("Ben Example");
        assertThat(client.get("/api/v1/users/99").status()).isEqualTo(404);
    }

    @Test
    void an_activity_type_gets_a_key_from_its_name_that_stays() {
        var made = client.post("/api/v1/activityTypes", "{'name':'House visit','icon_key':'car','color':'aabbcc'}");
        assertThat(made.data().path("key_string").asText()).isEqualTo("house_visit");
        long activity = client.make("/api/v2/activities", "{'subject':'S','type':'house_visit'}");
        var renamed = client.put("/api/v1/activityTypes/" + made.id(), "{'name':'Visit'}");
        assertThat(renamed.data().path("name").asText()).isEqualTo("Visit");
        assertThat(renamed.data().path("key_string").asText()).isEqualTo("house_visit");
        client.delete("/api/v1/activityTypes/" + made.id());
        assertThat(client.post("/api/v2/activities", "{'subject':'T','type':'house_visit'}")
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/api/v2/activities/" + activity)
                        .data()
                        .path("type")
                        .asText())
                .isEqualTo("house_visit");
    }

    @Test
    void a_new_account_knows_six_activity_types() {
        assertThat(client.get("/api/v1/activityTypes").data().findValuesAsText("key_string"))
                .containsExactly("call", "meeting", "task", "deadline", "email", "lunch");
    }

    @Test
    void a_note_keeps_author_time_and_parents() {
        var made = client.post(
                "/api/v1/notes",
                "{'content':'<p>Hello</p>','person_id':1,'deal_id':1,'user_id':12,'add_time':'2019-01-02 03:04:05',"
                        + "'pinned_to_deal_flag':1}");
        assertThat(made.status()).isEqualTo(200);
        var read = client.get("/api/v1/notes/" + made.id()).data();
        assertThat(read.path("content").asText()).isEqualTo("<p>Hello</p>");
        assertThat(read.path("add_time").asText()).isEqualTo("2019-01-02 03:04:05");
        assertThat(read.path("user").path("name").asText()).isEqualTo("Ben Example");
        assertThat(read.path("person").path("name").asText()).isEqualTo("Ada Example");
        assertThat(read.path("pinned_to_deal_flag").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'deal_id':1}",
                "{'content':'','deal_id':1}",
                "{'content':'x'}",
                "{'content':'x','deal_id':99}",
                "{'content':'x','deal_id':1,'user_id':13}",
                "{'content':'x','deal_id':1,'add_time':'2019-01-02T03:04:05Z'}",
                "{'content':'x','deal_id':1,'pinned_to_person_flag':1}",
                "{'content':'x','deal_id':1,'pinned_to_deal_flag':true}"
            })
    void a_note_that_does_not_fit_is_refused(String body) {
        var got = client.post("/api/v1/notes", body);
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().has("error_info")).isTrue();
        assertThat(sandbox.dump().path("notes")).isEmpty();
    }

    @Test
    void a_note_of_more_than_a_hundred_thousand_characters_is_refused() {
        String body = "{'deal_id':1,'content':'" + "x".repeat(100_001) + "'}";
        assertThat(client.post("/api/v1/notes", body).status()).isEqualTo(400);
    }

    @Test
    void active_content_is_taken_out_of_a_note() {
        long id = client.make("/api/v1/notes", "{'deal_id':1,'content':'<b onclick=x()>A</b><script>y()</script>'}");
        assertThat(client.get("/api/v1/notes/" + id).data().path("content").asText())
                .isEqualTo("<b>A</b>");
    }

    @Test
    void notes_are_listed_by_parent_in_offset_pages() {
        for (int i = 0; i < 3; i++) {
            client.make("/api/v1/notes", "{'content':'n','deal_id':1}");
        }
        client.make("/api/v1/notes", "{'content':'n','person_id':1}");
        var first = client.get("/api/v1/notes?deal_id=1&limit=2");
        assertThat(first.data()).hasSize(2);
        var pagination = first.json().path("additional_data").path("pagination");
        assertThat(pagination.path("more_items_in_collection").asBoolean()).isTrue();
        var second = client.get("/api/v1/notes?deal_id=1&limit=2&start="
                + pagination.path("next_start").asInt());
        assertThat(second.data()).hasSize(1);
        assertThat(second.json().path("additional_data").path("pagination").has("next_start"))
                .isFalse();
        assertThat(client.get("/api/v1/notes?person_id=1").data()).hasSize(1);
    }

    @Test
    void a_note_is_changed_and_deleted() {
        long id = client.make("/api/v1/notes", "{'content':'n','deal_id':1}");
        assertThat(client.put("/api/v1/notes/" + id, "{'content':'m'}")
                        .data()
                        .path("content")
                        .asText())
                .isEqualTo("m");
        assertThat(client.delete("/api/v1/notes/" + id).json().path("data").asBoolean())
                .isTrue();
        assertThat(client.get("/api/v1/notes/" + id).status()).isEqualTo(404);
    }
}
