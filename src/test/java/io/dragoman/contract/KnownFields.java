package io.dragoman.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The custom fields an account was ever seen to have, with their types and options, learned from its answers. What was deleted stays
 * known: a program may send it until it hears of that. Thread-safe.
 */
final class KnownFields {
    private static final Pattern CODE = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern PATH = Pattern.compile("/api/v2/[a-z]+Fields(?:/([0-9a-f]{40})(/options)?)?");

    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final Map<String, Set<Long>> options = new ConcurrentHashMap<>();

    /** Empty when the account never had such a field. */
    Optional<String> type(String code) {
        return Optional.ofNullable(types.get(code));
    }

    boolean hasOption(String code, long id) {
        return options.getOrDefault(code, Set.of()).contains(id);
    }

    void learn(Asked asked, JsonNode answer) {
        Matcher path = PATH.matcher(asked.path());
        if (!path.matches()) {
            return;
        }
        JsonNode data = answer.path("data");
        if (path.group(2) != null) {
            options(path.group(1), data);
        } else if (data.isArray()) {
            data.forEach(this::field);
        } else {
            field(data);
        }
    }

    private void field(JsonNode field) {
        String code = field.path("field_code").asText();
        if (CODE.matcher(code).matches() && field.hasNonNull("field_type")) {
            types.put(code, field.path("field_type").asText());
            options(code, field.path("options"));
        }
    }

    private void options(String code, JsonNode list) {
        Set<Long> ids = options.computeIfAbsent(code, any -> ConcurrentHashMap.newKeySet());
        list.forEach(option -> ids.add(option.path("id").asLong()));
    }
}
