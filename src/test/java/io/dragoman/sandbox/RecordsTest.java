package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {
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
    void a_new_account_has_one_pipeline_with_stages_and_nothing_else() {
        assertThat(client.get("/api/v2/pipelines").data()).hasSize(1);
        assertThat(client.get("/api/v2/stages?pipeline_id=1").data()).hasSize(5);
        for (String empty : new String[] {"persons", "organizations", "deals", "products", "activities"}) {
            assertThat(client.get("/api/v2/" + empty).data()).isEmpty();
        }
    }

    @Test
    void a_person_is_answered_whole() {
        var got = client.post(
                "/api/v2/persons",
                "{'name':'Ada Maria Example','emails':[{'value':'a@example.com'},{'value':'b@example.com','label':'home'}]}");
        assertThat(got.data().path("first_name").asText()).isEqualTo("Ada Maria");
        assertThat(got.data().path("last_name").asText()).isEqualTo("Example");
        assertThat(got.data().path("owner_id").asLong()).isEqualTo(11);
        assertThat(got.data().path("emails").toString())
                .isEqualTo("[{\"value\":\"a@example.com\",\"primary\":true,\"label\":\"work\"},"
                        + "{\"value\":\"b@example.com\",\"label\":\"home\",\"primary\":false}]");
        assertThat(got.data().path("phones").isArray()).isTrue();
        assertThat(got.data().has("org_id")).isTrue();
    }

    @Test
    void a_change_touches_only_what_it_names_and_null_clears() {
        String one = client.field("person", "varchar", "");
        String two = client.field("person", "varchar", "");
        long org = client.make("/api/v2/organizations", "{'name':'O'}");
        long id = client.make(
                "/api/v2/persons",
                "{'name':'A','org_id':" + org + ",'custom_fields':{'" + one + "':'1','" + two + "':'2'}}");
        client.patch("/api/v2/persons/" + id, "{'org_id':null,'custom_fields':{'" + two + "':null}}");
        var read = client.get("/api/v2/persons/" + id).data();
        assertThat(read.path("name").asText()).isEqualTo("A");
        assertThat(read.path("org_id").isNull()).isTrue();
        assertThat(read.path("custom_fields").path(one).asText()).isEqualTo("1");
        assertThat(read.path("custom_fields").path(two).isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"persons", "organizations", "products", "pipelines", "activities", "deals"})
    void a_deleted_record_is_gone_for_every_reader(String collection) {
        String key = collection.equals("deals") ? "title" : collection.equals("activities") ? "subject" : "name";
        long id = client.make("/api/v2/" + collection, "{'" + key + "':'X'}");
        var deleted = client.delete("/api/v2/" + collection + "/" + id);
        assertThat(deleted.json().toString()).isEqualTo("{\"success\":true,\"data\":{\"id\":" + id + "}}");
        var read = client.get("/api/v2/" + collection + "/" + id);
        assertThat(read.status()).isEqualTo(404);
        assertThat(read.json().path("success").asBoolean(true)).isFalse();
        assertThat(client.patch("/api/v2/" + collection + "/" + id, "{}").status())
                .isEqualTo(404);
        assertThat(client.delete("/api/v2/" + collection + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void records_that_point_at_a_deleted_person_stay_with_an_empty_link() {
        long person = client.make("/api/v2/persons", "{'name':'A'}");
        long deal = client.make("/api/v2/deals", "{'title':'D','person_id':" + person + "}");
        long activity =
                client.make("/api/v2/activities", "{'subject':'S','participants':[{'person_id':" + person + "}]}");
        assertThat(client.get("/api/v2/activities/" + activity)
                        .data()
                        .path("person_id")
                        .asLong())
                .isEqualTo(person);
        client.delete("/api/v2/persons/" + person);
        assertThat(client.get("/api/v2/deals/" + deal).data().path("person_id").isNull())
                .isTrue();
        var read = client.get("/api/v2/activities/" + activity).data();
        assertThat(read.path("person_id").isNull()).isTrue();
        assertThat(read.path("participants")).isEmpty();
    }

    @Test
    void the_parts_of_an_address_that_were_not_given_read_as_null() {
        long id =
                client.make("/api/v2/organizations", "{'name':'O','address':{'value':'Main Street 1','country':'DE'}}");
        var address = client.get("/api/v2/organizations/" + id).data().path("address");
        assertThat(address.path("country").asText()).isEqualTo("DE");
        assertThat(address.has("locality")).isTrue();
        assertThat(address.path("locality").isNull()).isTrue();
    }

    @Test
    void ids_are_never_used_twice() {
        long first = client.make("/api/v2/persons", "{'name':'A'}");
        client.delete("/api/v2/persons/" + first);
        assertThat(client.make("/api/v2/persons", "{'name':'B'}")).isGreaterThan(first);
    }

    @Test
    void a_stage_decides_the_pipeline_and_a_pipeline_its_first_stage() {
        long pipeline = client.make("/api/v2/pipelines", "{'name':'Cases'}");
        long first = client.make("/api/v2/stages", "{'name':'One','pipeline_id':" + pipeline + "}");
        long second = client.make("/api/v2/stages", "{'name':'Two','pipeline_id':" + pipeline + "}");
        var byStage = client.post("/api/v2/deals", "{'title':'D','stage_id':" + second + "}")
                .data();
        assertThat(byStage.path("pipeline_id").asLong()).isEqualTo(pipeline);
        var byPipeline = client.post("/api/v2/deals", "{'title':'D','pipeline_id':" + pipeline + "}")
                .data();
        assertThat(byPipeline.path("stage_id").asLong()).isEqualTo(first);
    }

    @Test
    void a_stage_that_holds_a_deal_cannot_be_deleted() {
        long deal = client.make("/api/v2/deals", "{'title':'D'}");
        assertThat(client.delete("/api/v2/stages/1").status()).isEqualTo(400);
        assertThat(client.delete("/api/v2/pipelines/1").status()).isEqualTo(400);
        client.delete("/api/v2/deals/" + deal);
        assertThat(client.delete("/api/v2/stages/1").status()).isEqualTo(200);
    }

    @Test
    void a_won_deal_keeps_the_time_it_was_given_and_loses_it_when_reopened() {
        var won = client.post("/api/v2/deals", "{'title':'D','status':'won','won_time':'2020-01-02T03:04:05Z'}");
        assertThat(won.data().path("won_time").asText()).isEqualTo("2020-01-02T03:04:05Z");
        assertThat(won.data().path("close_time").asText()).isEqualTo("2020-01-02T03:04:05Z");
        var open = client.patch("/api/v2/deals/" + won.id(), "{'status':'open'}");
        assertThat(open.data().path("won_time").isNull()).isTrue();
        assertThat(open.data().path("close_time").isNull()).isTrue();
    }

    @Test
    void a_lost_deal_needs_no_reason_but_may_have_one() {
        var lost = client.post("/api/v2/deals", "{'title':'D','status':'lost','lost_reason':'Too late'}");
        assertThat(lost.data().path("lost_reason").asText()).isEqualTo("Too late");
        var wrong = client.patch("/api/v2/deals/" + lost.id(), "{'status':'won','lost_reason':'No'}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(client.get("/api/v2/deals/" + lost.id())
                        .data()
                        .path("status")
                        .asText())
                .isEqualTo("lost");
    }

    @Test
    void an_archived_deal_leaves_the_list_and_cannot_be_changed() {
        long deal = client.make("/api/v2/deals", "{'title':'D','is_archived':true}");
        assertThat(client.get("/api/v2/deals").data()).isEmpty();
        assertThat(client.get("/api/v2/deals/archived").data()).hasSize(1);
        assertThat(client.patch("/api/v2/deals/" + deal, "{'title':'E'}").status())
                .isEqualTo(400);
    }

    @Test
    void an_unknown_path_answers_a_web_page_and_a_wrong_verb_405() {
        var got = client.get("/api/v2/users/me");
        assertThat(got.status()).isEqualTo(404);
        assertThat(got.header("Content-Type")).startsWith("text/html");
        assertThat(got.body()).contains("<html>");
        assertThat(client.put("/api/v2/persons/1", "{}").status()).isEqualTo(405);
        assertThat(client.get("/api/v1/persons").status()).isEqualTo(404);
    }
}
