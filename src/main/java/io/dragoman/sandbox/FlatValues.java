package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Custom values as leads have them: the fields of deals, flat on the record, some with further keys behind the code. */
final class FlatValues {
    private static final Pattern KEY = Pattern.compile("([0-9a-f]{40})(_[a-z0-9_]+)?");
    private static final Map<String, Check> PLAIN = Map.ofEntries(
            Map.entry("varchar", Check.text(255)),
            Map.entry("varchar_auto", Check.text(255)),
            Map.entry("phone", Check.text(255)),
            Map.entry("text", Check.text(65_535)),
            Map.entry("address", Check.text(65_535)),
            Map.entry("double", Check.number()),
            Map.entry("monetary", Check.number()),
            Map.entry("date", Checks.DATE_ONLY),
            Map.entry("daterange", Checks.DATE_ONLY),
            Map.entry("time", Checks.CLOCK_SECONDS),
            Map.entry("timerange", Checks.CLOCK_SECONDS),
            Map.entry("user", Checks.USER),
            Map.entry("org", Checks.record(Kind.ORGANIZATION)),
            Map.entry("people", Checks.record(Kind.PERSON)));

    private final Account account;

    FlatValues(Account account) {
        this.account = account;
    }

    /** Why the key or its value is refused; null when it is taken. */
    @Nullable
    String fault(String key, JsonNode value) {
        Matcher parts = KEY.matcher(key);
        Field field = parts.matches() ? account.fields(Kind.DEAL).find(parts.group(1)) : null;
        if (field == null || !field.custom) {
            return "is not allowed for this request";
        }
        if (value.isNull()) {
            return null;
        }
        String part = parts.group(2);
        return part == null ? whole(field, value) : part(field, part.substring(1), value);
    }

    private @Nullable String whole(Field field, JsonNode value) {
        return switch (field.type) {
            case "enum" -> isOption(field, value.textValue()) ? null : "must be the id of an option, as text";
            case "set" ->
                value.isTextual()
                                && Arrays.stream(value.textValue().split(",", -1))
                                        .allMatch(id -> isOption(field, id))
                        ? null
                        : "must be ids of options, joined with commas";
            default -> Objects.requireNonNull(PLAIN.get(field.type)).fault(value, account);
        };
    }

    private @Nullable String part(Field field, String part, JsonNode value) {
        boolean known = switch (field.type) {
            case "monetary" -> part.equals("currency");
            case "daterange" -> part.equals("until");
            case "timerange" -> part.equals("until") || part.equals("timezone_id");
            case "time" -> part.equals("timezone_id");
            case "address" -> Subfields.ADDRESS.contains(part) || part.equals("formatted_address");
            default -> false;
        };
        if (!known) {
            return "is not allowed for this request";
        }
        return part.equals("currency") ? Checks.CURRENCY.fault(value, account) : null;
    }

    private static boolean isOption(Field field, @Nullable String id) {
        return id != null && id.matches("[0-9]{1,12}") && field.options().containsKey(Long.parseLong(id));
    }

    /** Puts the values of fields that still exist into a view. */
    void show(ObjectNode record, ObjectNode view) {
        for (Map.Entry<String, JsonNode> entry : record.properties()) {
            if (KEY.matcher(entry.getKey()).matches() && fault(entry.getKey(), entry.getValue()) == null) {
                view.set(entry.getKey(), entry.getValue());
            }
        }
    }
}
