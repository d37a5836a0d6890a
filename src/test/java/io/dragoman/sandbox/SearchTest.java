package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchTest {
    private Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSearchPer2s(0).withSearchLagRequests(0));
    private Client client = new Client(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void lag(int requests) {
        sandbox.close();
        sandbox = Sandbox.start(SandboxSettings.defaults().withSearchPer2s(0).withSearchLagRequests(requests));
        client = new Client(sandbox);
    }

    private int found(String query) {
        var got = client.get("/api/v2/" + query);
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        return got.data().has("items")
                ? got.data().path("items").size()
                : got.data().size();
    }

    @Test
    void a_new_record_is_found_only_some_requests_later_but_listed_at_once() {
        lag(3);
        client.make("/api/v2/persons", "{'name':'Ada Example'}");
        assertThat(found("persons/search?term=Ada")).isZero();
        assertThat(found("itemSearch?term=Ada")).isZero();
        assertThat(client.get("/api/v2/persons").data()).hasSize(1);
        assertThat(found("persons/search?term=Ada")).isEqualTo(1);
    }

    @Test
    void a_deleted_record_is_still_found_for_a_while() {
        lag(1);
        client.make("/api/v2/persons", "{'name':'Ada Example'}");
        client.get("/api/v2/persons");
        client.delete("/api/v2/persons/1");
        assertThat(found("persons/search?term=Ada")).isEqualTo(1);
        assertThat(found("persons/search?term=Ada")).isZero();
    }

    @Test
    void a_field_is_searched_exactly_and_by_case() {
        String code = client.field("person", "varchar", "");
        client.make("/api/v2/persons", "{'name':'A','custom_fields':{'" + code + "':'Key-1'}}");
        client.make("/api/v2/persons", "{'name':'B','custom_fields':{'" + code + "':'Key-12'}}");
        String search = "itemSearch/field?entity_type=person&field=" + code + "&term=";
        assertThat(found(search + "Key-1")).isEqualTo(1);
        assertThat(found(search + "key-1")).isZero();
        assertThat(found(search + "Key-1&match=beginning")).isEqualTo(2);
        assertThat(found(search + "ey-12&match=middle")).isEqualTo(1);
        assertThat(client.get("/api/v2/" + search + "Key-1")
                        .data()
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("A");
    }

    @Test
    void a_search_over_all_custom_fields_does_not_mind_the_case() {
        String code = client.field("deal", "varchar", "");
        client.make("/api/v2/deals", "{'title':'D','custom_fields':{'" + code + "':'Key-1'}}");
        assertThat(found("deals/search?term=KEY-1&fields=custom_fields&exact_match=true"))
                .isEqualTo(1);
        assertThat(found("deals/search?term=KEY&fields=custom_fields&exact_match=true"))
                .isZero();
        assertThat(found("deals/search?term=KEY-1&fields=title")).isZero();
    }

    @Test
    void only_types_that_can_be_searched_are_searched() {
        String code = client.field("person", "date", "");
        var got = client.get("/api/v2/itemSearch/field?entity_type=person&term=2020-01-01&field=" + code);
        assertThat(got.status()).isEqualTo(400);
    }

    @Test
    void a_term_that_is_too_short_or_a_page_that_is_too_long_is_refused() {
        assertThat(client.get("/api/v2/persons/search?term=A").status()).isEqualTo(400);
        assertThat(client.get("/api/v2/persons/search?term=A&exact_match=true").status())
                .isEqualTo(200);
        assertThat(client.get("/api/v2/persons/search?term=Ada&limit=101").status())
                .isEqualTo(400);
        assertThat(client.get("/api/v2/persons/search").status()).isEqualTo(400);
    }

    @Test
    void items_of_all_kinds_are_found_together() {
        client.make("/api/v2/persons", "{'name':'Ada Example'}");
        client.make("/api/v2/organizations", "{'name':'Example Practice'}");
        client.make("/api/v2/products", "{'name':'Example product'}");
        client.make("/api/v2/deals", "{'title':'Example deal'}");
        assertThat(found("itemSearch?term=example")).isEqualTo(4);
        assertThat(found("itemSearch?term=example&item_types=person,deal")).isEqualTo(2);
        assertThat(found("itemSearch?term=example&limit=3")).isEqualTo(3);
    }
}
