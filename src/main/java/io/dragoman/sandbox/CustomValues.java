package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the values of custom fields, each in the shape of its type, and gives them back the way the account shows them. */
final class CustomValues {
    private static final int DIGITS = 14;
    private static final int LONG_TEXT = 65_535;
    private static final Check ZONE = (value, account) ->
            ZoneId.getAvailableZoneIds().contains(value.asText()) ? null : "must be the name of a time zone";
    private static final Map<String, Check> PLAIN = Map.ofEntries(
            Map.entry("varchar", Check.text(255)),
            Map.entry("varchar_auto", Check.text(255)),
            Map.entry("phone", Check.text(255)),
            Map.entry("text", Check.text(LONG_TEXT)),
            Map.entry("double", Check.number().and(CustomValues::digits)),
            Map.entry("date", Checks.DATE_ONLY),
            Map.entry("address", Checks.LONG_ADDRESS),
            Map.entry("user", Checks.USER),
            Map.entry("org", Checks.record(Kind.ORGANIZATION)),
            Map.entry("people", Checks.record(Kind.PERSON)),
            Map.entry("monetary", both("value", Check.number(), "currency", Checks.CURRENCY)),
            Map.entry(
                    "daterange",
                    both("value", Checks.DATE_ONLY, "until", Checks.DATE_ONLY)
                            .and((value, account) -> ordered(value) ? null : "must not end before it begins")),
            Map.entry(
                    "time",
                    Check.object(
                            Map.of("value", Checks.CLOCK_SECONDS, "timezone_name", ZONE.orNull()), Set.of("value"))),
            Map.entry(
                    "timerange",
                    Check.object(
                            Map.of(
                                    "value",
                                    Checks.CLOCK_SECONDS,
                                    "until",
                                    Checks.CLOCK_SECONDS,
                                    "timezone_name",
                                    ZONE.orNull()),
                            Set.of("value", "until"))));

    private final Account account;

    CustomValues(Account account) {
        this.account = account;
    }

    /** The given values by field code; null where a value is cleared. Malformed nesting ends the request with 500, as seen live. */
    ObjectNode take(Kind kind, JsonNode given, Problems problems) {
        if (!(given instanceof ObjectNode values)) {
            throw Refusal.unknown();
        }
        ObjectNode taken = Json.object();
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            Field field = account.fields(kind).find(entry.getKey());
            if (field == null || !field.custom) {
                problems.add("custom_fields." + entry.getKey(), "is not allowed, no such custom field");
                continue;
            }
            String fault = fault(field, entry.getValue());
            if (fault != null) {
                problems.add("custom_fields." + entry.getKey(), fault);
            }
            taken.set(entry.getKey(), shown(entry.getValue()));
        }
        return taken;
    }

    private @Nullable String fault(Field field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        Check option = (id, unused) -> id.isIntegralNumber() && field.options().containsKey(id.longValue())
                ? null
                : "must be the number of an existing option";
        return switch (field.type) {
            case "enum" -> option.fault(value, account);
            case "set" ->
                Check.each(option)
                        .and((list, unused) -> list.isEmpty() ? "must not be an empty array, use null" : null)
                        .fault(value, account);
            default -> Objects.requireNonNull(PLAIN.get(field.type)).fault(value, account);
        };
    }

    /** An empty text reads as no value. */
    private static JsonNode shown(JsonNode value) {
        return value.isTextual() && value.textValue().isEmpty() ? Json.nothing() : value;
    }

    private static Check both(String first, Check firstCheck, String second, Check secondCheck) {
        return Check.object(Map.of(first, firstCheck, second, secondCheck), Set.of(first, second));
    }

    private static boolean ordered(JsonNode range) {
        return range.path("value").asText().compareTo(range.path("until").asText()) <= 0;
    }

    private static @Nullable String digits(JsonNode value, Account account) {
        int before = value.decimalValue().precision() - value.decimalValue().scale();
        return before > DIGITS ? "must have at most " + DIGITS + " digits" : null;
    }
}
