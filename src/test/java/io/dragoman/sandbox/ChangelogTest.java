package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who changed what, as the first API version tells it. */
class ChangelogTest {
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

    @Test
    void each_field_of_a_change_is_told_with_its_user_the_newest_first() {
        String code = client.field("person", "varchar", "");
        long person = client.make("/api/v2/persons", "{'name':'Ada Example','custom_fields':{'" + code + "':'a'}}");
        assertThat(client.get("/api/v1/persons/" + person + "/changelog").data())
                .isEmpty();
        client.patch("/api/v2/persons/" + person, "{'custom_fields':{'" + code + "':'b'}}");
        new Client(sandbox, sandbox.tokenOf(12))
                .patch("/api/v2/persons/" + person, "{'emails':[{'value':'ada@example.org'}],'name':'Ada Example'}");
        var log = client.get("/api/v1/persons/" + person + "/changelog");
        assertThat(log.data().findValuesAsText("field_key")).containsExactly("email", code);
        assertThat(log.data().findValues("actor_user_id"))
                .extracting(JsonNode::asLong)
                .containsExactly(12L, 11L);
        assertThat(log.data().findValuesAsText("change_source")).containsExactly("app", "api");
        assertThat(log.data().path(1).path("old_value").asText()).isEqualTo("a");
        assertThat(log.data().path(0).path("old_value").isNull()).isTrue();
    }

    @Test
    void a_long_changelog_comes_in_pages() {
        long deal = client.make("/api/v2/deals", "{'title':'D'}");
        for (int i = 0; i < 3; i++) {
            client.patch("/api/v2/deals/" + deal, "{'title':'D" + i + "'}");
        }
        var first = client.get("/api/v1/deals/" + deal + "/changelog?limit=2");
        assertThat(first.data().findValuesAsText("new_value")).containsExactly("D2", "D1");
        String cursor = first.json().path("additional_data").path("next_cursor").asText();
        var last = client.get("/api/v1/deals/" + deal + "/changelog?limit=2&cursor=" + cursor);
        assertThat(last.data().findValuesAsText("new_value")).containsExactly("D0");
        assertThat(last.json().path("additional_data").path("next_cursor").isNull())
                .isTrue();
    }

    @Test
    void a_record_that_is_gone_has_no_changelog_and_a_stranger_is_not_let_in() {
        assertThat(client.get("/api/v1/organizations/5/changelog").status()).isEqualTo(404);
        assertThat(new Client(sandbox, sandbox.tokenOf(99))
                        .get("/api/v1/users/me")
                        .status())
                .isEqualTo(401);
    }
}
