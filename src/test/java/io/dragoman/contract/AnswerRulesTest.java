package io.dragoman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Seen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox refuses in the shapes that were seen live, and its headers are whole. */
class AnswerRulesTest {

    private static List<String> faults(int status, String path, String answer, Map<String, String> headers) {
        String text = answer.replace('\'', '"');
        Seen seen = new Seen("", "GET", path, "", "", true, "", status, headers, text, 0, false);
        return AnswerRules.faults(Asked.of(seen), Asked.json(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "400 | /api/v2/persons | {'success':false,'error':'x','code':'ERR_BAD_REQUEST'}",
                "400 | /api/v1/notes | {'success':false,'error':'x','error_info':'y'}",
                "401 | /api/v2/persons | {'success':false,'error':'x','errorCode':401}",
                "403 | /api/v2/persons | <html></html>",
                "404 | /api/v2/people | <html></html>",
                "429 | /api/v2/persons | {'success':false,'error':'x'}"
            })
    void a_refusal_as_it_was_seen_live_passes(int status, String path, String answer) {
        assertThat(faults(status, path, answer, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "400 | /api/v2/persons | {'success':false,'error':'x'}",
                "400 | /api/v1/notes | {'success':false,'error':'x'}",
                "401 | /api/v2/persons | {'success':false,'error':'x'}",
                "402 | /api/v2/persons | <html></html>",
                "404 | /api/v2/persons/7 | {'success':true,'error':'x'}",
                "429 | /api/v2/persons | {'error':'x'}"
            })
    void a_refusal_of_another_shape_is_noticed(int status, String path, String answer) {
        assertThat(faults(status, path, answer, Map.of())).hasSize(1);
    }

    @Test
    void burst_headers_come_together_and_are_numbers() {
        Map<String, String> one = Map.of("x-ratelimit-remaining", "3");
        assertThat(faults(200, "/api/v2/persons", "{}", one)).hasSize(1);
        Map<String, String> all =
                Map.of("x-ratelimit-limit", "9", "x-ratelimit-remaining", "3", "x-ratelimit-reset", "1");
        assertThat(faults(200, "/api/v2/persons", "{}", all)).isEmpty();
        Map<String, String> word = Map.of("x-daily-ratelimit-token-remaining", "none");
        assertThat(faults(200, "/api/v2/persons", "{}", word)).hasSize(1);
    }
}
