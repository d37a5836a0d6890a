package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges the body of a note. Unknown keys are passed over, as the first API version does. */
final class NoteBody {
    private static final int MOST = 100_000;
    private static final int MOST_BYTES = 100 * 1024;
    private static final Pattern ACTIVE_CONTENT = Pattern.compile(
            "(?is)<(script|style|iframe|object)\\b.*?(</\\1\\s*>|$)|\\son\\w+\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)");
    private static final Map<String, String> PINS = Map.of(
            "pinned_to_deal_flag", "deal_id",
            "pinned_to_lead_flag", "lead_id",
            "pinned_to_person_flag", "person_id",
            "pinned_to_organization_flag", "org_id");
    private static final Map<String, Check> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put(
                "content",
                Check.text(MOST)
                        .and((value, account) -> value.asText().isBlank() ? "is required" : null)
                        .and((value, account) -> value.asText().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                                ? "must be at most " + MOST_BYTES + " bytes long"
                                : null));
        KEYS.put("deal_id", Checks.record(Kind.DEAL).orNull());
        KEYS.put("person_id", Checks.record(Kind.PERSON).orNull());
        KEYS.put("org_id", Checks.record(Kind.ORGANIZATION).orNull());
        KEYS.put("lead_id", Checks.named(Kind.LEAD).orNull());
        KEYS.put("project_id", Checks.nothing("project").orNull());
        KEYS.put("task_id", Checks.nothing("task").orNull());
        KEYS.put("user_id", Checks.USER);
        KEYS.put("add_time", Checks.OLD_INSTANT);
        PINS.keySet().forEach(pin -> KEYS.put(pin, Check.integer(0, 1)));
    }

    private final Account account;

    NoteBody(Account account) {
        this.account = account;
    }

    /** The note as it was with the body applied; refuses what is wrong. */
    ObjectNode take(ObjectNode body, ObjectNode before) {
        for (Map.Entry<String, Check> key : KEYS.entrySet()) {
            JsonNode value = body.path(key.getKey());
            if (value.isMissingNode()) {
                continue;
            }
            String fault = key.getValue().fault(value, account);
            if (fault != null) {
                throw Refusal.old(400, key.getKey() + ": " + fault);
            }
            before.set(key.getKey(), key.getKey().equals("content") ? clean(value) : value);
        }
        whole(before);
        long author = body.path("user_id").asLong(account.me().id());
        if (author != account.me().id() && !account.settings().admin()) {
            throw Refusal.forbidden("Only an administrator can write notes of others");
        }
        if (!before.has("user_id")) {
            before.put("user_id", account.me().id());
        }
        return before;
    }

    private static JsonNode clean(JsonNode content) {
        return TextNode.valueOf(ACTIVE_CONTENT.matcher(content.asText()).replaceAll(""));
    }

    private static void whole(ObjectNode note) {
        if (!note.hasNonNull("content")) {
            throw Refusal.old(400, "content: is required");
        }
        if (Stream.of("deal_id", "person_id", "org_id", "lead_id").noneMatch(note::hasNonNull)) {
            throw Refusal.old(400, "One of deal_id, person_id, org_id, lead_id, project_id, task_id is required");
        }
        PINS.forEach((pin, parent) -> {
            if (note.path(pin).asInt() == 1 && !note.hasNonNull(parent)) {
                throw Refusal.old(400, pin + ": needs " + parent);
            }
        });
    }
}
