package io.dragoman.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;

/** Days are real, times are padded with zeros, and moments are written as the version of the operation wants them. */
final class TimeRules {
    private static final List<String> MOMENTS = List.of("add_time", "won_time", "lost_time", "close_time");
    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private TimeRules() {}

    static void check(Asked asked, Consumer<String> fault) {
        for (String key : List.of("updated_since", "updated_until")) {
            String given = asked.query().get(key);
            if (given != null && !offset(given)) {
                fault.accept(key + " is no moment of RFC 3339");
            }
        }
        asked.body().properties().forEach(entry -> text(asked, entry.getKey(), entry.getValue(), fault));
    }

    private static void text(Asked asked, String key, JsonNode value, Consumer<String> fault) {
        if (!value.isTextual()) {
            return;
        }
        String text = value.textValue();
        if (key.endsWith("_date") && !day(text)) {
            fault.accept(key + " is no real day");
        }
        if (MOMENTS.contains(key) && !moment(asked, text)) {
            fault.accept(key + " is no moment in the form of this version");
        }
        if (key.equals("due_time") && !text.matches(CLOCK + "(:[0-5][0-9])?")) {
            fault.accept(key + " is no time padded with zeros");
        }
        if (key.equals("duration") && !text.matches("[0-9]{2,3}:[0-5][0-9]")) {
            fault.accept(key + " is no length padded with zeros");
        }
    }

    static boolean day(String text) {
        try {
            return text.equals(LocalDate.parse(text).toString());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean moment(Asked asked, String text) {
        if (asked.old()) {
            return text.matches(".{10} " + CLOCK + ":[0-5][0-9]") && day(text.substring(0, 10));
        }
        return offset(text);
    }

    /** Query keys are written so in both versions. */
    private static boolean offset(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
