package io.dragoman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Seen;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of ours notices its breach, and leaves alone what keeps it. */
class OwnRulesTest {
    private final OwnRules rules = new OwnRules();

    private org.assertj.core.api.ListAssert<String> faults(String method, String target, String body) {
        return assertThat(rules.faults(Asked.of(Exchanges.asked(method, target, body))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "persons | {'emails':[]} | name",
                "persons | {'name':' '} | name",
                "organizations | {} | name",
                "products | {} | name",
                "deals | {} | title",
                "activities | {'type':'call'} | subject"
            })
    void what_must_have_a_name_has_one(String collection, String body, String key) {
        faults("POST", "/api/v2/" + collection, body).containsExactly("a " + key + " is required");
    }

    @Test
    void a_name_is_not_taken_away() {
        faults("PATCH", "/api/v2/persons/7", "{'name':null}").containsExactly("a name is required");
        faults("PATCH", "/api/v2/persons/7", "{'org_id':null}").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'title':'x','expected_close_date':'2026-02-30'}",
                "{'title':'x','expected_close_date':'2026-2-3'}",
                "{'title':'x','won_time':'2026-02-03 10:00:00'}",
                "{'title':'x','won_time':'2026-02-30T10:00:00Z'}"
            })
    void days_and_moments_are_real_and_in_the_form_of_their_version(String body) {
        faults("POST", "/api/v2/deals", body).hasSize(1);
    }

    @Test
    void days_and_moments_that_are_right_pass() {
        faults(
                        "POST",
                        "/api/v2/deals",
                        "{'title':'x','expected_close_date':'2024-02-29','won_time':'2026-02-03T10:00:00Z'}")
                .isEmpty();
        faults("POST", "/api/v1/notes", "{'content':'x','person_id':1,'add_time':'2026-02-03 10:00:00'}")
                .isEmpty();
        faults("GET", "/api/v2/persons?updated_since=2026-02-03T10:00:00Z", "").isEmpty();
    }

    @Test
    void the_first_version_has_its_own_form_of_a_moment() {
        faults("POST", "/api/v1/notes", "{'content':'x','person_id':1,'add_time':'2026-02-03T10:00:00Z'}")
                .hasSize(1);
        faults("GET", "/api/v1/notes?updated_since=2026-02-03%2010:00:00", "").hasSize(1);
        faults("GET", "/api/v1/notes?updated_since=2026-02-03T10:00:00Z", "").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"due_time, 9:30", "due_time, 24:00", "due_time, 09:60", "duration, 1:30", "duration, 30"})
    void times_are_padded_with_zeros(String key, String value) {
        faults("POST", "/api/v2/activities", "{'subject':'x','" + key + "':'" + value + "'}")
                .hasSize(1);
    }

    @Test
    void an_activity_has_participants_and_no_person() {
        faults("PATCH", "/api/v2/activities/7", "{'person_id':1}").hasSize(1);
        faults("PATCH", "/api/v2/activities/7", "{'participants':[{'person_id':1,'primary':true}]}")
                .isEmpty();
        faults("PATCH", "/api/v2/activities/7", "{'participants':[]}").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'person_id':1}]",
                "[{'person_id':1,'primary':false}]",
                "[{'person_id':1,'primary':true},{'person_id':2,'primary':true}]"
            })
    void exactly_one_participant_is_primary(String participants) {
        faults("POST", "/api/v2/activities", "{'subject':'x','participants':" + participants + "}")
                .hasSize(1);
    }

    @Test
    void a_lead_has_somebody_and_a_note_has_a_parent() {
        faults("POST", "/api/v1/leads", "{'title':'x'}").hasSize(1);
        faults("POST", "/api/v1/leads", "{'title':'x','organization_id':1}").isEmpty();
        faults("POST", "/api/v1/notes", "{'content':'x'}").hasSize(1);
        faults("POST", "/api/v1/notes", "{'content':'x','lead_id':'a'}").isEmpty();
    }

    @Test
    void a_time_of_making_is_given_on_making_and_never_to_a_deal() {
        faults("PATCH", "/api/v2/persons/7", "{'add_time':'2026-02-03T10:00:00Z'}")
                .hasSize(1);
        faults("POST", "/api/v2/deals", "{'title':'x','add_time':'2026-02-03T10:00:00Z'}")
                .hasSize(1);
        faults("POST", "/api/v2/persons", "{'name':'x','add_time':'2026-02-03T10:00:00Z'}")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/persons?limit=501",
                "/api/v2/persons?limit=0",
                "/api/v2/itemSearch?term=x&limit=101",
                "/api/v2/persons/search?term=x&limit=101",
                "/api/v1/files?limit=101",
                "/api/v1/persons/7/files?limit=101"
            })
    void a_page_is_no_larger_than_it_may_be(String target) {
        faults("GET", target, "").hasSize(1);
    }

    @Test
    void lists_of_ids_and_of_fields_end_where_they_must() {
        String hundred = "1" + ",1".repeat(99);
        faults("GET", "/api/v2/persons?ids=" + hundred, "").isEmpty();
        faults("GET", "/api/v2/persons?ids=" + hundred + ",1", "").hasSize(1);
        faults("GET", "/api/v2/deals/products?deal_ids=" + hundred + ",1", "").hasSize(1);
        faults("GET", "/api/v2/persons?custom_fields=a" + ",a".repeat(15), "").hasSize(1);
        faults("GET", "/api/v2/persons?custom_fields=a" + ",a".repeat(14), "").isEmpty();
    }

    @Test
    void a_hundred_lines_go_at_once_and_no_more() {
        String lines = "{}" + ",{}".repeat(99);
        faults("POST", "/api/v2/deals/7/products/bulk", "{'data':[" + lines + "]}")
                .isEmpty();
        faults("POST", "/api/v2/deals/7/products/bulk", "{'data':[" + lines + ",{}]}")
                .hasSize(1);
        faults("POST", "/api/v2/deals/7/products/bulk", "{'data':[]}").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/persons",
                "/api/v1/deals/7",
                "/api/v1/activities/collection",
                "/api/v1/organizations/search",
                "/api/v1/deals/7/products",
                "/api/v1/persons/7/deals",
                "/api/v1/itemSearch",
                "/api/v1/itemSearch/field"
            })
    void nothing_is_used_that_is_out_of_support(String path) {
        faults("GET", path, "").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/notes",
                "/api/v1/deals/summary",
                "/api/v1/deals/7/participants",
                "/api/v1/persons/7/files",
                "/api/v1/users/me",
                "/api/v2/persons"
            })
    void what_is_in_support_is_used(String path) {
        faults("GET", path, "").isEmpty();
    }

    @Test
    void the_token_stands_in_a_header_and_never_in_the_address() {
        faults("GET", "/api/v2/persons?api_token=x", "").hasSize(1);
        Seen without = new Seen(
                "http://127.0.0.1:1", "GET", "/api/v2/persons", "Dragoman", "", false, "", 0, Map.of(), "", 0, false);
        assertThat(rules.faults(Asked.of(without))).hasSize(1);
    }
}
