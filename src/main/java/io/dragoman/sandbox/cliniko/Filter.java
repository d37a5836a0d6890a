package io.dragoman.sandbox.cliniko;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One condition of a list, written {@code field:OPvalue}. */
record Filter(String field, String op, String value) {
    private static final Pattern WRITTEN = Pattern.compile("([a-z_0-9]+):(!\\?|\\?|\\*|>=|<=|!=|>|<|=|~~|~)(.*)");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(,-?\\d+(\\.\\d+)?)*");

    /** @throws Refusal when it is not written so, or asks what its field cannot be asked */
    static Filter read(String text, Resource resource) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw Refusal.bad("Filter is not valid");
        }
        Filter filter = new Filter(parts.group(1), parts.group(2), parts.group(3));
        if (!resource.filters().contains(filter.field)) {
            throw Refusal.bad(filter.field + " is not filterable");
        }
        filter.check();
        return filter;
    }

    private void check() {
        boolean bare = op.equals("*") || op.endsWith("?");
        if (bare && !value.isEmpty() || op.equals("*") && !isTime()) {
            throw Refusal.bad("Filter operator for " + field + " is not valid");
        }
        if (!bare && isTime() && (op.equals("=") || !TIME.matcher(value).matches())) {
            throw Refusal.bad("Filter value for " + field + " must be a date and time");
        }
        if (!bare && isNumber() && !NUMBER.matcher(value).matches()) {
            throw Refusal.bad("Filter value for " + field + " must be a number");
        }
    }

    boolean isTime() {
        return field.endsWith("_at");
    }

    private boolean isNumber() {
        return field.equals("id")
                || field.endsWith("_id") && !field.startsWith("old_")
                || Arrays.asList("status", "number", "size", "category_code", "type_code")
                        .contains(field);
    }

    /** Whether it asks for records with and without this time alike. */
    boolean any() {
        return op.equals("*");
    }

    boolean fits(JsonNode record) {
        String held = held(record, field);
        return switch (op) {
            case "*" -> true;
            case "?" -> held != null;
            case "!?" -> held == null;
            case "~", "~~" -> held != null && held.contains(value.replace("%", ""));
            case "!=" -> !value.equals(held);
            case "=" -> held != null && Arrays.asList(value.split(",")).contains(held);
            default -> held != null && ordered(held);
        };
    }

    private boolean ordered(String held) {
        int order = isNumber() ? new BigDecimal(held).compareTo(new BigDecimal(value)) : held.compareTo(value);
        return switch (op) {
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            default -> order <= 0;
        };
    }

    /** What a record has in a field, or the id of what it leads to; null for nothing. */
    static @Nullable String held(JsonNode record, String field) {
        JsonNode value = record.path(field);
        if (value.isMissingNode() && field.endsWith("_id")) {
            String address = record.path(field.substring(0, field.length() - 3))
                    .at("/links/self")
                    .asText();
            return address.isEmpty() ? null : address.substring(address.lastIndexOf('/') + 1);
        }
        return value.isMissingNode() || value.isNull() || value.asText().isEmpty() ? null : value.asText();
    }
}
