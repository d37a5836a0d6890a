package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one value of a body. Never coerces: "5" is not a number and 1 is not true. */
interface Check {

    /** Why the value is refused; null when it is taken. */
    @Nullable
    String fault(JsonNode value, Account account);

    static Check text(int max) {
        return (value, account) -> {
            if (!value.isTextual()) {
                return "must be a string";
            }
            return value.textValue().length() > max ? "must be at most " + max + " characters long" : null;
        };
    }

    static Check name() {
        return text(255).and((value, account) -> value.textValue().isBlank() ? "is not allowed to be empty" : null);
    }

    static Check integer(long min, long max) {
        return (value, account) -> {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                return "must be an integer";
            }
            boolean inside = value.longValue() >= min && value.longValue() <= max;
            return inside ? null : "must be between " + min + " and " + max;
        };
    }

    static Check number() {
        return (value, account) -> value.isNumber() ? null : "must be a number";
    }

    static Check number(double min, double max) {
        return number().and((value, account) -> value.doubleValue() < min || value.doubleValue() > max
                ? "must be between " + min + " and " + max
                : null);
    }

    static Check flag() {
        return (value, account) -> value.isBoolean() ? null : "must be a boolean";
    }

    static Check word(Set<String> words) {
        return (value, account) ->
                value.isTextual() && words.contains(value.textValue()) ? null : "must be one of " + words;
    }

    /** A list whose every item passes. */
    static Check each(Check item) {
        return (value, account) -> {
            if (!value.isArray()) {
                return "must be an array";
            }
            for (int i = 0; i < value.size(); i++) {
                String fault = item.fault(value.get(i), account);
                if (fault != null) {
                    return "[" + i + "] " + fault;
                }
            }
            return null;
        };
    }

    /** An object with no other keys than these; the required ones must be there. */
    static Check object(Map<String, Check> keys, Set<String> required) {
        Map<String, Check> known = new LinkedHashMap<>(keys);
        return (value, account) -> {
            if (!value.isObject()) {
                return "must be an object";
            }
            for (String key : required) {
                if (value.path(key).isMissingNode()) {
                    return "." + key + " is required";
                }
            }
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                Check check = known.get(entry.getKey());
                String fault = check == null ? "is not allowed" : check.fault(entry.getValue(), account);
                if (fault != null) {
                    return "." + entry.getKey() + " " + fault;
                }
            }
            return null;
        };
    }

    default Check and(Check next) {
        return (value, account) -> {
            String fault = fault(value, account);
            return fault != null ? fault : next.fault(value, account);
        };
    }

    default Check orNull() {
        return (value, account) -> value.isNull() ? null : fault(value, account);
    }
}
