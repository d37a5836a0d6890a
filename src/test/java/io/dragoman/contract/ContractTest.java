package io.dragoman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Seen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The judge notices what breaks the official descriptions, names it by its shape, and says nothing else. */
class ContractTest {
    private final Trial trial = new Trial();

    @BeforeAll
    static void only_with_the_descriptions() {
        if (!Descriptions.atHand()) {
            throw new TestAbortedException(
                    "the official descriptions of Pipedrive are not here, so no request is judged; set -Ddragoman.reference"
                            + " to their folder");
        }
    }

    private List<String> judged(String method, String target, String body) {
        trial.saw(Exchanges.asked(method, target, body));
        return trial.judge();
    }

    @Test
    void a_good_request_passes() {
        assertThat(judged("POST", "/api/v2/persons", "{'name':'Ada'}")).isEmpty();
        assertThat(judged("GET", "/api/v2/persons?limit=500&sort_by=id", "")).isEmpty();
    }

    @Test
    void a_key_that_is_not_described_is_noticed() {
        assertThat(judged("POST", "/api/v2/persons", "{'name':'Ada','nmae':'Ada'}"))
                .singleElement()
                .asString()
                .contains("POST /api/v2/persons", "nmae")
                .doesNotContain("Ada");
    }

    @Test
    void a_value_of_another_type_is_noticed() {
        assertThat(judged("POST", "/api/v2/deals", "{'title':'Plan','value':'12'}"))
                .isNotEmpty();
    }

    @Test
    void a_query_key_of_another_type_is_noticed_and_its_value_is_not_told() {
        assertThat(judged("GET", "/api/v2/persons?limit=secret", ""))
                .isNotEmpty()
                .noneMatch(fault -> fault.contains("secret"));
    }

    @Test
    void what_the_description_says_in_words_only_passes() {
        assertThat(judged("GET", "/api/v1/leads?sort=id%20DESC", "")).isEmpty();
        assertThat(judged("GET", "/api/v1/leads?sort=colour%20DESC", "")).isNotEmpty();
        assertThat(judged("PATCH", "/api/v2/persons/7", "{'org_id':null}")).isEmpty();
        assertThat(judged("PATCH", "/api/v1/leads/adf21080-0e10-11eb-879b-05d71fb426ec", "{'nmae':'x'}"))
                .isNotEmpty();
    }

    @Test
    void an_operation_that_is_not_described_is_noticed() {
        assertThat(judged("POST", "/api/v2/people", "{}")).anyMatch(fault -> fault.contains("no such operation"));
        assertThat(judged("POST", "/api/v1/persons/7", "{}")).anyMatch(fault -> fault.contains("out of support"));
    }

    @Test
    void an_operation_that_is_marked_deprecated_is_noticed() {
        assertThat(judged("GET", "/api/v1/filters/helpers", "")).isEmpty();
        assertThat(judged("POST", "/api/v1/channels", "{}")).anyMatch(fault -> fault.contains("deprecated"));
    }

    @Test
    void another_price_than_the_described_one_is_noticed() {
        Seen dear = Exchanges.answered("GET", "/api/v2/persons", 200, "{'success':true,'data':[]}", 11);
        trial.saw(dear);
        assertThat(trial.judge()).singleElement().asString().contains("11 tokens", "10 by");
    }

    @Test
    void an_answer_that_is_not_as_described_is_noticed_and_one_of_each_shape_is_looked_at() {
        String good = "{'success':true,'data':[{'id':1,'name':'Ada'}],'additional_data':{'next_cursor':null}}";
        trial.saw(Exchanges.answered("GET", "/api/v2/persons", 200, good, 10));
        assertThat(trial.judge()).isEmpty();
        String bad = good.replace("'Ada'}", "'Ada'},{'id':'x','name':'Bo'}");
        trial.saw(Exchanges.answered("GET", "/api/v2/persons", 200, bad, 10));
        assertThat(trial.judge()).isNotEmpty();
        trial.saw(Exchanges.answered("GET", "/api/v2/persons", 200, bad, 10));
        assertThat(trial.judge()).isEmpty();
    }

    @Test
    void what_a_test_sends_by_hand_is_not_judged_but_its_answer_is() {
        Seen byHand = new Seen(
                "http://127.0.0.1:1",
                "POST",
                "/api/v2/persons",
                "a test",
                "application/json",
                true,
                "{\"nmae\":1}",
                200,
                Map.of(),
                "{\"success\":true,\"data\":{\"id\":\"x\"}}",
                5,
                false);
        trial.saw(byHand);
        assertThat(trial.judge()).isNotEmpty().allMatch(fault -> fault.contains("response"));
    }
}
