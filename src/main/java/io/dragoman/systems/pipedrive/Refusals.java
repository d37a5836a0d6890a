package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns an answer of 4xx into the problem it stands for. The text of the answer is only searched for names of fields we sent; nothing of
 * it is repeated, because Pipedrive quotes values in it.
 */
final class Refusals {
    private static final Set<Integer> FAULTS_OF_A_RECORD = Set.of(400, 404, 409, 410, 413, 422);
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{3,60}");
    private static final Pattern UNKNOWN_KEY =
            Pattern.compile("not allowed|unknown|unrecognized|does not exist|not found|no such|not exist");
    private static final Pattern CUSTOM_KEY = Pattern.compile("[0-9a-f]{40}");

    /** Ours is always a user's id that the account told, so a refusal is about the user and not about the record. */
    private static final String OWNER = "owner_id";

    private Refusals() {}

    static RuntimeException of(Request request, int status, @Nullable JsonNode answer) {
        return switch (status) {
            case 401 -> Stops.tokenRejected();
            case 402 -> Stops.accountNotOpen();
            case 403 -> forbidden(answer);
            default -> refused(request, status, answer);
        };
    }

    private static RuntimeException forbidden(@Nullable JsonNode answer) {
        String text = answer == null ? "" : answer.path("code").asText() + " " + text(answer);
        boolean cap = text.contains("feature_capping") || text.contains("limit");
        return cap ? Stops.accountLimit() : Stops.forbidden();
    }

    private static RuntimeException refused(Request request, int status, @Nullable JsonNode answer) {
        Site site = request.site();
        String code = answer == null ? "" : code(answer);
        if (site == null || answer == null || !FAULTS_OF_A_RECORD.contains(status)) {
            return Stops.callRefused(request, status, code);
        }
        Optional<Map.Entry<String, String>> named = named(request, text(answer));
        if (named.isPresent() && isGone(named.get().getKey(), text(answer))) {
            return Stops.fieldGone(named.get().getValue());
        }
        if (named.isPresent() && named.get().getKey().equals(OWNER)) {
            return Stops.ownerInactive();
        }
        if (status == 410 || status == 404 && request.method().equals("PATCH")) {
            return site.problem(
                    "target-gone",
                    null,
                    "The " + site.kind()
                            + " this record was written to is not in Pipedrive any more. Somebody deleted or"
                            + " merged it; restore it there, or roll this record back first.");
        }
        String field = named.map(Map.Entry::getValue).orElse(null);
        String what = field == null ? "this " + site.kind() : "the field \"" + field + "\" of this " + site.kind();
        return site.problem(
                "target-refused",
                field,
                "Pipedrive did not accept " + what + " (status " + status + code
                        + "). Look at the record in the source, mend it or its mapping, and replay.");
    }

    /** The longest name wins, because some names are part of others. */
    private static Optional<Map.Entry<String, String>> named(Request request, String text) {
        return request.names().entrySet().stream()
                .filter(name -> Pattern.compile("(?<![0-9a-z_])" + Pattern.quote(name.getKey()) + "(?![0-9a-z_])")
                        .matcher(text)
                        .find())
                .max(Comparator.comparing(name -> name.getKey().length()));
    }

    private static boolean isGone(String key, String text) {
        return CUSTOM_KEY.matcher(key).matches() && UNKNOWN_KEY.matcher(text).find();
    }

    private static String text(JsonNode answer) {
        return answer.path("error").asText().toLowerCase(Locale.ROOT);
    }

    private static String code(JsonNode answer) {
        String code = answer.path("code").asText();
        return CODE.matcher(code).matches() ? ", " + code : "";
    }
}
