package io.dragoman.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What answers look like where the descriptions are silent: refusals, and the headers that tell what is left. */
final class AnswerRules {
    private static final List<String> BURST =
            List.of("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset");
    private static final Set<Integer> MAY_BE_A_PAGE = Set.of(403, 404);

    private AnswerRules() {}

    static List<String> faults(Asked asked, JsonNode answer) {
        List<String> faults = new ArrayList<>();
        int status = asked.seen().status();
        if (status >= 400 && !(MAY_BE_A_PAGE.contains(status) && answer.isMissingNode())) {
            refusal(asked, status, answer, faults);
        }
        Map<String, String> headers = asked.seen().headers();
        long told = BURST.stream().filter(headers::containsKey).count();
        if (status != 429 && told != 0 && told != BURST.size()) {
            faults.add("tells some of the burst headers and not all");
        }
        headers.forEach((name, value) -> {
            if (name.contains("ratelimit") && !value.matches("[0-9]+")) {
                faults.add(name + " is no number");
            }
        });
        return faults;
    }

    private static void refusal(Asked asked, int status, JsonNode answer, List<String> faults) {
        boolean refused =
                answer.path("success").isBoolean() && !answer.path("success").booleanValue();
        if (!refused || !answer.path("error").isTextual()) {
            faults.add("a refusal with " + status + " must say success false and an error");
        }
        if (status == 401 && answer.path("errorCode").intValue() != 401) {
            faults.add("a refusal with 401 must say its errorCode");
        }
        if (status == 400 && !asked.old() && !answer.path("code").isTextual()) {
            faults.add("a refusal with 400 must say its code");
        }
        if (status == 400 && asked.old() && !answer.has("error_info")) {
            faults.add("a refusal with 400 must have an error_info");
        }
    }
}
