package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checks that know what the values of the account mean. */
final class Checks {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern OLD_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    private static final Pattern CLOCK = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d)?");
    private static final Pattern SECONDS_CLOCK = Pattern.compile("\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern DURATION = Pattern.compile("\\d\\d:[0-5]\\d");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());
    private static final Set<Long> VISIBILITIES = Set.of(1L, 3L, 5L, 7L);

    static final Check DATE_ONLY =
            written(DATE, text -> parsed(() -> LocalDate.parse(text)), "must be a real date, YYYY-MM-DD");
    static final Check INSTANT =
            written(TIME, text -> parsed(() -> OffsetDateTime.parse(text)), "must be a time as RFC 3339 has it");
    static final Check OLD_INSTANT = written(
            OLD_TIME,
            text -> parsed(() -> LocalDateTime.parse(text.replace(' ', 'T'))),
            "must be a time, YYYY-MM-DD HH:MM:SS");
    static final Check ANY_INSTANT =
            (value, account) -> OLD_INSTANT.fault(value, account) == null ? null : INSTANT.fault(value, account);
    static final Check CLOCK_TIME =
            written(CLOCK, text -> parsed(() -> LocalTime.parse(text)), "must be a time, HH:MM or HH:MM:SS");
    static final Check CLOCK_SECONDS =
            written(SECONDS_CLOCK, text -> parsed(() -> LocalTime.parse(text)), "must be a time, HH:MM:SS");
    static final Check HOURS_MINUTES = written(DURATION, text -> true, "must be a duration, HH:MM");
    static final Check CURRENCY =
            (value, account) -> CURRENCIES.contains(value.asText()) ? null : "must be a currency code of three letters";
    static final Check VISIBILITY = Check.integer(1, 7)
            .and((value, account) -> VISIBILITIES.contains(value.longValue()) ? null : "must be one of 1, 3, 5, 7");
    static final Check USER =
            anyId().and((value, account) -> account.activeUser(value.longValue()) ? null : "is not an active user");
    static final Check ADDRESS = Check.object(addressParts(), Set.of("value"));
    static final Check LONG_ADDRESS = Check.object(longAddressParts(), Set.of("value"));
    static final Check CONTACTS = Check.each(Check.object(
                    Map.of("value", Check.name(), "primary", Check.flag(), "label", Check.text(255)), Set.of("value")))
            .and((value, account) -> primaries(value) > 1 ? "must have one primary at most" : null);
    static final Check PARTICIPANTS = Check.each(Check.object(
                    Map.of("person_id", record(Kind.PERSON), "primary", Check.flag()), Set.of("person_id")))
            .and((value, account) -> primaries(value) > 1 ? "must have one primary at most" : null)
            .and((value, account) -> repeated(value, "person_id") ? "must name a person once" : null);
    static final Check ATTENDEES = Check.each(Check.object(
            Map.of(
                    "email", Check.name(),
                    "name", Check.text(255),
                    "status", Check.text(255),
                    "is_organizer", Check.flag(),
                    "person_id", record(Kind.PERSON).orNull(),
                    "user_id", anyId().orNull()),
            Set.of("email")));
    static final Check PRICES = Check.each(Check.object(
                    Map.of(
                            "currency", CURRENCY,
                            "price", Check.number(),
                            "cost", Check.number(),
                            "direct_cost", Check.number().orNull(),
                            "notes", Check.text(255)),
                    Set.of("currency", "price")))
            .and((value, account) -> repeated(value, "currency") ? "must have one price per currency" : null);

    private Checks() {}

    static boolean isInstant(String text) {
        return TIME.matcher(text).matches() && parsed(() -> OffsetDateTime.parse(text));
    }

    static Check anyId() {
        return Check.integer(1, Long.MAX_VALUE);
    }

    static Check record(Kind kind) {
        return anyId().and((value, account) ->
                account.records(kind).has(value.longValue()) ? null : "is not an existing " + kind.noun());
    }

    /** The UUID of a record. */
    static Check named(Kind kind) {
        return (value, account) -> account.records(kind).has(Uuid.number(kind, value.asText()))
                ? null
                : "is not an existing " + kind.noun();
    }

    /** A thing this account never has: projects, product variations. */
    static Check nothing(String noun) {
        return (value, account) -> "is not an existing " + noun;
    }

    static Check option(Kind kind, String code) {
        return anyId().and((value, account) -> {
            Field field = account.fields(kind).find(code);
            return field != null && field.options().containsKey(value.longValue()) ? null : "is not an existing option";
        });
    }

    static Check activityType() {
        return (value, account) -> {
            boolean known = account.records(Kind.ACTIVITY_TYPE)
                    .visible()
                    .anyMatch(row -> row.record().path("key_string").equals(value));
            return known ? null : "is not the key of an active activity type";
        };
    }

    private static Check written(Pattern pattern, Predicate<String> real, String fault) {
        return (value, account) -> {
            boolean good =
                    value.isTextual() && pattern.matcher(value.textValue()).matches() && real.test(value.textValue());
            return good ? null : fault;
        };
    }

    private interface Parser {
        @Nullable
        Object parse();
    }

    private static boolean parsed(Parser parser) {
        try {
            return parser.parse() != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Map<String, Check> addressParts() {
        Map<String, Check> parts = new LinkedHashMap<>();
        Subfields.ADDRESS.forEach(part -> parts.put(part, Check.text(65_535).orNull()));
        parts.put(
                "value",
                Check.text(65_535).and((value, account) -> value.textValue().isBlank() ? "must not be empty" : null));
        return parts;
    }

    private static Map<String, Check> longAddressParts() {
        Map<String, Check> parts = addressParts();
        parts.put("formatted_address", Check.text(65_535).orNull());
        return parts;
    }

    private static long primaries(JsonNode list) {
        long count = 0;
        for (JsonNode item : list) {
            count += item.path("primary").asBoolean(false) ? 1 : 0;
        }
        return count;
    }

    private static boolean repeated(JsonNode list, String key) {
        Set<JsonNode> seen = new HashSet<>();
        for (JsonNode item : list) {
            if (!seen.add(item.path(key))) {
                return true;
            }
        }
        return false;
    }
}
