package io.dragoman.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Where custom fields stand and what each type of them holds.
 *
 * <p>Second version: below {@code custom_fields} and nowhere else, each value in the shape of its type. First version (leads): flat on the
 * record, with the parts of a value under keys with a suffix.
 */
final class CustomValueRules implements Rule {
    private static final Pattern CODE = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern FLAT = Pattern.compile("([0-9a-f]{40})(_[a-z0-9_]+)?");

    private final KnownFields fields;

    CustomValueRules(KnownFields fields) {
        this.fields = fields;
    }

    /** Whether the key is one of a custom field on a record of the first version. */
    static boolean isFlat(String key) {
        return FLAT.matcher(key).matches();
    }

    @Override
    public void check(Asked asked, Consumer<String> fault) {
        if (asked.old()) {
            flat(asked.body(), fault);
            return;
        }
        for (var entry : asked.body().properties()) {
            if (CODE.matcher(entry.getKey()).matches()) {
                fault.accept("a custom field stands outside custom_fields");
            }
        }
        for (var entry : asked.body().path("custom_fields").properties()) {
            Optional<String> type = fields.type(entry.getKey());
            if (type.isEmpty()) {
                fault.accept("custom_fields holds a key that is no custom field of the account");
            } else if (!entry.getValue().isNull() && !fits(entry.getKey(), type.get(), entry.getValue())) {
                fault.accept("the value of a custom field of the type " + type.get() + " has another shape");
            }
        }
    }

    private void flat(JsonNode body, Consumer<String> fault) {
        if (body.has("custom_fields")) {
            fault.accept("the first version knows no custom_fields");
        }
        for (var entry : body.properties()) {
            var key = FLAT.matcher(entry.getKey());
            if (!key.matches()) {
                continue;
            }
            Optional<String> type = fields.type(key.group(1));
            if (type.isEmpty()) {
                fault.accept("a key is no custom field of the account");
            } else if (key.group(2) == null
                    && !entry.getValue().isNull()
                    && !fitsFlat(key.group(1), type.get(), entry.getValue())) {
                fault.accept("the value of a custom field of the type " + type.get() + " has another shape");
            }
        }
    }

    private boolean fits(String code, String type, JsonNode value) {
        return switch (type) {
            case "enum" -> option(code, value);
            case "set" ->
                value.isArray()
                        && !value.isEmpty()
                        && StreamSupport.stream(value.spliterator(), false).allMatch(one -> option(code, one));
            case "monetary" ->
                value.path("value").isNumber()
                        && value.path("currency").asText().matches("[A-Z]{3}");
            case "daterange" -> day(value.path("value")) && day(value.path("until"));
            case "time" -> clock(value.path("value"));
            case "timerange" -> clock(value.path("value")) && clock(value.path("until"));
            case "address" -> value.path("value").isTextual();
            default -> plain(type, value);
        };
    }

    private boolean fitsFlat(String code, String type, JsonNode value) {
        return switch (type) {
            case "enum" -> options(code, value.asText());
            case "set" -> value.isTextual() && options(code, value.textValue());
            case "monetary" -> value.isNumber();
            case "daterange" -> day(value);
            case "time", "timerange" -> clock(value);
            case "address" -> value.isTextual();
            default -> plain(type, value);
        };
    }

    private static boolean plain(String type, JsonNode value) {
        return switch (type) {
            case "varchar", "varchar_auto", "phone" ->
                value.isTextual() && value.textValue().length() <= 255;
            case "text" -> value.isTextual() && value.textValue().length() <= 65_535;
            case "double" ->
                value.isNumber()
                        && value.decimalValue().precision()
                                        - value.decimalValue().scale()
                                <= 14;
            case "date" -> day(value);
            case "user", "org", "people" -> value.isIntegralNumber();
            default -> true;
        };
    }

    private boolean option(String code, JsonNode value) {
        return value.isIntegralNumber() && fields.hasOption(code, value.longValue());
    }

    private boolean options(String code, String joined) {
        return List.of(joined.split(",", -1)).stream()
                .allMatch(id -> id.matches("[0-9]{1,12}") && fields.hasOption(code, Long.parseLong(id)));
    }

    private static boolean day(JsonNode value) {
        return value.isTextual() && TimeRules.day(value.textValue());
    }

    private static boolean clock(JsonNode value) {
        return value.asText().matches("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]");
    }
}
