package io.dragoman.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.sandbox.Seen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects exchanges and judges them when it is asked to, each shape once. Thread-safe.
 *
 * <p>Our own rules see every request when it comes, because they remember what each account has; what the official descriptions say of a
 * shape is looked up later and once, so that thousands of equal requests cost nothing and no answer waits for it.
 */
final class Trial {
    static final Trial OF_THIS_PROCESS = new Trial();

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<Asked> requests = new ArrayList<>();
    private final List<Answered> answers = new ArrayList<>();
    private final Set<String> faults = new LinkedHashSet<>();
    private final OwnRules rules = new OwnRules();

    /** An answer with one element of each shape that was not seen before. */
    private record Answered(Asked asked, JsonNode answer) {}

    /** Tokens are fetched elsewhere than at the API, in a form of their own. */
    void saw(Seen seen) {
        Asked asked = Asked.of(seen);
        if (asked.path().startsWith("/oauth/")) {
            return;
        }
        if (asked.ours()) {
            report(asked, rules.faults(asked));
            if (known.add("asks " + asked.method() + " " + asked.shape() + " " + seen.contentType() + query(asked)
                    + Shape.of(asked.body()))) {
                synchronized (this) {
                    requests.add(asked);
                }
            }
        }
        if (!seen.injected() && seen.status() != 0) {
            JsonNode answer = Asked.json(seen.answer());
            rules.learn(asked, answer);
            report(asked, AnswerRules.faults(asked, answer));
            firstOfTheirShape(asked, answer);
        }
    }

    /** Words of a query are often from a list of allowed ones, so they stay as they are. */
    private static String query(Asked asked) {
        StringBuilder query = new StringBuilder("?");
        asked.query().forEach((key, value) -> {
            String masked = value.replaceAll("[0-9]+", "9");
            query.append(key)
                    .append('=')
                    .append(masked.length() > 40 ? "long" : masked)
                    .append('&');
        });
        return query.toString();
    }

    private void firstOfTheirShape(Asked asked, JsonNode answer) {
        String place = "tells " + asked.seen().status() + " " + asked.method() + " " + asked.shape() + " ";
        if (!(answer instanceof ObjectNode envelope) || !answer.path("success").asBoolean(false)) {
            return;
        }
        JsonNode data = envelope.path("data");
        ObjectNode reduced = envelope;
        boolean fresh = false;
        if (data instanceof ArrayNode list) {
            reduced = envelope.deepCopy().without("data");
            ArrayNode kept = reduced.putArray("data");
            for (JsonNode element : list) {
                if (known.add(place + Shape.of(element))) {
                    kept.add(element);
                }
            }
            fresh = !kept.isEmpty();
        }
        if (known.add(place + Shape.of(reduced)) || fresh) {
            synchronized (this) {
                answers.add(new Answered(asked, reduced));
            }
        }
    }

    /** What broke the contract since the last call, each once. */
    synchronized List<String> judge() {
        if (!requests.isEmpty() || !answers.isEmpty()) {
            Judge judge = new Judge(Descriptions.open());
            requests.forEach(asked -> report(asked, judge.request(asked)));
            answers.forEach(one -> report(one.asked(), judge.answer(one.asked(), one.answer())));
            requests.clear();
            answers.clear();
        }
        List<String> found = List.copyOf(faults);
        faults.clear();
        return found;
    }

    private synchronized void report(Asked asked, Collection<String> found) {
        found.forEach(fault -> faults.add(asked.method() + " " + asked.shape() + ": " + fault));
    }
}
