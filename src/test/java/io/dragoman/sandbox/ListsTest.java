package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {
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

    private void people(int count) {
        for (int i = 1; i <= count; i++) {
            client.make(
                    "/api/v2/persons", "{'name':'Person " + i + "','add_time':'20" + (40 - i) + "-01-01T00:00:00Z'}");
        }
    }

    private List<Long> walk(String path) {
        List<Long> ids = new ArrayList<>();
        String cursor = "";
        do {
            var page = client.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.data().forEach(one -> ids.add(one.path("id").asLong()));
            JsonNode next = page.json().path("additional_data").path("next_cursor");
            cursor = next.isNull() ? "" : next.asText();
        } while (!cursor.isEmpty());
        return ids;
    }

    @Test
    void a_walk_by_id_sees_every_record_once_in_both_directions() {
        people(7);
        assertThat(walk("/api/v2/persons?limit=3")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(walk("/api/v2/persons?limit=3&sort_direction=desc")).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(walk("/api/v2/persons?limit=7")).hasSize(7);
    }

    @Test
    void a_walk_by_time_breaks_ties_by_id() {
        people(5);
        assertThat(walk("/api/v2/persons?limit=2&sort_by=add_time")).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(walk("/api/v2/persons?limit=2&sort_by=update_time"))
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_record_made_or_deleted_during_a_walk_does_not_shift_the_pages() {
        people(4);
        var first = client.get("/api/v2/persons?limit=2");
        String cursor = first.json().path("additional_data").path("next_cursor").asText();
        client.delete("/api/v2/persons/1");
        client.make("/api/v2/persons", "{'name':'Late'}");
        var second = client.get("/api/v2/persons?limit=2&cursor=" + cursor);
        assertThat(second.data().findValues("id")).extracting(JsonNode::asLong).containsExactly(3L, 4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "persons?limit=501",
                "persons?limit=0",
                "persons?limit=x",
                "persons?cursor=x",
                "persons?sort_by=name",
                "persons?sort_direction=up",
                "persons?updated_since=2024-01-01",
                "persons?updated_since=2024-01-01T00:00:00",
                "persons?owner_id=me",
                "persons?start=100",
                "persons?person_id=1",
                "persons?ids=1,x",
                "deals?status=closed",
                "deals?sort=id",
                "activities?type=call",
                "activities?done=1",
                "pipelines?ids=1",
                "persons/1?foo=bar"
            })
    void a_query_that_is_not_known_is_refused(String path) {
        people(1);
        var got = client.get("/api/v2/" + path);
        assertThat(got.status()).as(got.body()).isEqualTo(400);
        assertThat(got.json().path("code").asText()).isEqualTo("ERR_SCHEMA_VALIDATION_FAILED");
    }

    @Test
    void a_cursor_serves_only_the_order_it_was_made_for() {
        people(3);
        String cursor = client.get("/api/v2/persons?limit=2")
                .json()
                .path("additional_data")
                .path("next_cursor")
                .asText();
        assertThat(client.get("/api/v2/persons?limit=2&sort_direction=desc&cursor=" + cursor)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void records_are_fetched_by_up_to_a_hundred_ids() {
        people(3);
        assertThat(walk("/api/v2/persons?ids=3,1,99")).containsExactly(1L, 3L);
        String many = String.join(
                ",", LongStream.rangeClosed(1, 101).mapToObj(Long::toString).toList());
        assertThat(client.get("/api/v2/persons?ids=" + many).status()).isEqualTo(400);
    }

    @Test
    void lists_are_filtered_by_what_records_point_at() {
        people(2);
        long org = client.make("/api/v2/organizations", "{'name':'O'}");
        client.patch("/api/v2/persons/2", "{'org_id':" + org + ",'owner_id':12}");
        long deal = client.make("/api/v2/deals", "{'title':'D','person_id':1,'stage_id':2,'status':'won'}");
        client.make("/api/v2/deals", "{'title':'E'}");
        client.make("/api/v2/activities", "{'subject':'S','deal_id':" + deal + ",'participants':[{'person_id':2}]}");
        client.make("/api/v2/activities", "{'subject':'T','done':true}");
        assertThat(walk("/api/v2/persons?org_id=" + org)).containsExactly(2L);
        assertThat(walk("/api/v2/persons?owner_id=12")).containsExactly(2L);
        assertThat(walk("/api/v2/persons?deal_id=" + deal)).containsExactly(1L);
        assertThat(walk("/api/v2/deals?person_id=1")).containsExactly(deal);
        assertThat(walk("/api/v2/deals?stage_id=2")).containsExactly(deal);
        assertThat(walk("/api/v2/deals?status=won")).containsExactly(deal);
        assertThat(walk("/api/v2/deals?status=open,won")).hasSize(2);
        assertThat(walk("/api/v2/activities?deal_id=" + deal)).containsExactly(1L);
        assertThat(walk("/api/v2/activities?person_id=2")).containsExactly(1L);
        assertThat(walk("/api/v2/activities?done=true")).containsExactly(2L);
    }

    @Test
    void only_deals_can_be_listed_when_deleted() {
        long deal = client.make("/api/v2/deals", "{'title':'D'}");
        client.delete("/api/v2/deals/" + deal);
        assertThat(walk("/api/v2/deals?limit=10")).isEmpty();
        var deleted = client.get("/api/v2/deals?status=deleted").data();
        assertThat(deleted).hasSize(1);
        assertThat(deleted.path(0).path("is_deleted").asBoolean()).isTrue();
    }

    @Test
    void updated_since_counts_in_whole_seconds() {
        people(1);
        String updated =
                client.get("/api/v2/persons/1").data().path("update_time").asText();
        assertThat(walk("/api/v2/persons?updated_since=" + updated)).containsExactly(1L);
        assertThat(walk("/api/v2/persons?updated_since=" + updated.replace("Z", ".999Z")))
                .isEmpty();
        assertThat(walk("/api/v2/persons?updated_until=" + updated)).isEmpty();
    }

    @Test
    void a_reader_chooses_up_to_fifteen_custom_fields() {
        List<String> codes = IntStream.range(0, 16)
                .mapToObj(i -> client.field("person", "text", ""))
                .toList();
        people(1);
        var two = client.get("/api/v2/persons?custom_fields=" + String.join(",", codes.subList(0, 2)));
        assertThat(two.data().path(0).path("custom_fields")).hasSize(2);
        assertThat(client.get("/api/v2/persons?custom_fields=" + String.join(",", codes))
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/api/v2/persons").data().path(0).path("custom_fields"))
                .hasSize(16);
    }

    @Test
    void options_can_be_shown_with_their_labels() {
        String code = client.field("person", "enum", ",'options':[{'label':'Red'}]");
        long option = client.get("/api/v2/personFields/" + code)
                .data()
                .path("options")
                .path(0)
                .path("id")
                .asLong();
        client.make("/api/v2/persons", "{'name':'A','custom_fields':{'" + code + "':" + option + "}}");
        var shown = client.get("/api/v2/persons?include_option_labels=true")
                .data()
                .path(0)
                .path("custom_fields")
                .path(code);
        assertThat(shown.path("label").asText()).isEqualTo("Red");
    }

    @Test
    void pages_of_five_hundred_hold_five_hundred() {
        String body = "{'data':["
                + String.join(",", Collections.nCopies(100, "{'product_id':1,'item_price':1,'quantity':1}")) + "]}";
        client.make("/api/v2/products", "{'name':'P'}");
        client.make("/api/v2/deals", "{'title':'D'}");
        for (int i = 0; i < 6; i++) {
            client.post("/api/v2/deals/1/products/bulk", body);
        }
        assertThat(client.get("/api/v2/deals/1/products?limit=500").data()).hasSize(500);
        assertThat(walk("/api/v2/deals/1/products?limit=500")).hasSize(600).doesNotHaveDuplicates();
    }
}
