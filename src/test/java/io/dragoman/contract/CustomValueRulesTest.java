package io.dragoman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A custom field stands where it belongs and holds a value in the shape of its type. */
class CustomValueRulesTest {
    private static final String CODE = "0123456789abcdef0123456789abcdef01234567";
    private final OwnRules rules = new OwnRules();

    @BeforeEach
    void the_account_has_no_field_yet() {
        faults("POST", "/api/v2/persons", custom("'x'")).hasSize(1);
    }

    private org.assertj.core.api.ListAssert<String> faults(String method, String target, String body) {
        return assertThat(rules.faults(Asked.of(Exchanges.asked(method, target, body))));
    }

    private static String custom(String value) {
        return "{'name':'x','custom_fields':{'" + CODE + "':" + value + "}}";
    }

    /** The account tells of the field, with options 7 and 8. */
    private void field(String type) {
        String answer = "{'success':true,'data':[{'field_code':'" + CODE + "','field_type':'" + type
                + "','options':[{'id':7,'label':'a'}]}]}";
        learn("GET", "/api/v2/personFields", answer);
        learn("POST", "/api/v2/personFields/" + CODE + "/options", "{'success':true,'data':[{'id':8,'label':'b'}]}");
    }

    private void learn(String method, String path, String answer) {
        Asked asked = Asked.of(Exchanges.answered(method, path, 200, answer, 10));
        rules.learn(asked, Asked.json(asked.seen().answer()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "varchar | 'a'",
                "text | 'a'",
                "phone | '+1'",
                "double | 1.5",
                "date | '2024-02-29'",
                "enum | 7",
                "enum | 8",
                "set | [7,8]",
                "set | null",
                "user | 3",
                "org | 3",
                "people | 3",
                "monetary | {'value':1.5,'currency':'EUR'}",
                "time | {'value':'08:30:00'}",
                "timerange | {'value':'08:30:00','until':'09:00:00'}",
                "daterange | {'value':'2024-02-28','until':'2024-02-29'}",
                "address | {'value':'Main Street'}"
            })
    void a_value_in_the_shape_of_its_type_passes(String type, String value) {
        field(type);
        faults("POST", "/api/v2/persons", custom(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "varchar | 1",
                "double | '1'",
                "double | 123456789012345",
                "date | '2026-02-30'",
                "date | '2026-02-03T00:00:00Z'",
                "enum | '7'",
                "enum | 9",
                "enum | [7]",
                "set | 7",
                "set | []",
                "set | ['7']",
                "set | [7,9]",
                "user | '3'",
                "monetary | 1.5",
                "monetary | {'value':1.5}",
                "time | '08:30:00'",
                "time | {'value':'8:30'}",
                "daterange | {'value':'2024-02-28'}",
                "address | 'Main Street'"
            })
    void a_value_in_another_shape_is_noticed(String type, String value) {
        field(type);
        faults("PATCH", "/api/v2/persons/7", custom(value)).hasSize(1);
    }

    @Test
    void a_short_text_has_at_most_255_characters() {
        field("varchar");
        faults("POST", "/api/v2/persons", custom("'" + "x".repeat(255) + "'")).isEmpty();
        faults("POST", "/api/v2/persons", custom("'" + "x".repeat(256) + "'")).hasSize(1);
    }

    @Test
    void a_custom_field_stands_nowhere_else_in_the_second_version() {
        field("varchar");
        faults("POST", "/api/v2/persons", "{'name':'x','" + CODE + "':'a'}").hasSize(1);
        faults("POST", "/api/v2/persons", "{'name':'x','custom_fields':{'colour':'a'}}")
                .hasSize(1);
    }

    @Test
    void the_first_version_has_them_flat() {
        field("monetary");
        String lead = "{'title':'x','person_id':1,";
        faults("POST", "/api/v1/leads", lead + "'" + CODE + "':1.5,'" + CODE + "_currency':'EUR'}")
                .isEmpty();
        faults("POST", "/api/v1/leads", lead + "'" + CODE + "':{'value':1.5}}").hasSize(1);
        faults("POST", "/api/v1/leads", lead + "'custom_fields':{}}").hasSize(1);
        faults("POST", "/api/v1/leads", lead + "'" + CODE.replace('0', '9') + "':1}")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"set | '7,8'", "enum | '7'", "date | '2024-02-29'"})
    void flat_values_pass_in_their_own_shapes(String type, String value) {
        field(type);
        faults("PATCH", "/api/v1/leads/7", "{'" + CODE + "':" + value + "}").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"set | [7,8]", "set | '7,9'", "enum | '9'"})
    void flat_values_in_another_shape_are_noticed(String type, String value) {
        field(type);
        faults("PATCH", "/api/v1/leads/7", "{'" + CODE + "':" + value + "}").hasSize(1);
    }
}
