package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which fields of the records of one kind were changed, by whom and when. A create is no change. Guarded by the account's lock. */
final class Changelog {
    private static final Map<String, String> OLD_NAMES = Map.of("emails", "email", "phones", "phone");

    private final Map<Long, List<Change>> changes = new HashMap<>();

    /** One field's change; values are texts, as the old version of the API tells them. */
    record Change(
            String field, @Nullable String before, @Nullable String after, long user, boolean byToken, long second) {}

    /** Compares two states of a record; both are the caller's to give away. */
    void note(long id, ObjectNode before, ObjectNode after, Account account) {
        compare(id, before, after, account);
        compare(id, before.withObject("/custom_fields"), after.withObject("/custom_fields"), account);
    }

    private void compare(long id, ObjectNode before, ObjectNode after, Account account) {
        TreeSet<String> keys = new TreeSet<>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        keys.remove("custom_fields");
        for (String key : keys) {
            if (!before.path(key).equals(after.path(key))) {
                changes.computeIfAbsent(id, none -> new ArrayList<>())
                        .add(new Change(
                                OLD_NAMES.getOrDefault(key, key),
                                text(before.path(key)),
                                text(after.path(key)),
                                account.actor(),
                                account.actor() == account.me().id(),
                                account.now().second()));
            }
        }
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        JsonNode first = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        return first.has("value")
                ? first.path("value").asText()
                : first.isValueNode() ? first.asText() : Json.text(first);
    }

    /** The changes of a record, the newest first. */
    List<Change> of(long id) {
        List<Change> newestFirst = new ArrayList<>(changes.getOrDefault(id, List.of()));
        Collections.reverse(newestFirst);
        return newestFirst;
    }
}
