package io.dragoman.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a reader wants records shown.
 *
 * @param customFields the codes to show; null for all
 * @param optionLabels whether options are shown with their labels
 * @param attendees whether activities show their attendees
 * @param products whether deals show how many products they have
 */
record ViewOptions(@Nullable Set<String> customFields, boolean optionLabels, boolean attendees, boolean products) {
    static final ViewOptions PLAIN = new ViewOptions(null, false, true, false);
    private static final int MOST_CODES = 15;

    static ViewOptions of(Map<String, String> query) {
        @Nullable Set<String> codes = null;
        String given = query.get("custom_fields");
        if (given != null && !given.isEmpty()) {
            codes = Set.copyOf(List.of(given.split(",")));
            if (codes.size() > MOST_CODES) {
                throw Refusal.invalid("custom_fields: at most " + MOST_CODES + " keys are allowed");
            }
        }
        boolean labels = flag(query, "include_option_labels");
        flag(query, "include_labels");
        String more = query.getOrDefault("include_fields", "");
        return new ViewOptions(codes, labels, more.contains("attendees"), more.contains("products_count"));
    }

    static boolean flag(Map<String, String> query, String name) {
        String given = query.getOrDefault(name, "false");
        if (!given.equals("true") && !given.equals("false")) {
            throw Refusal.invalid(name + ": must be a boolean");
        }
        return given.equals("true");
    }

    boolean shows(Kind kind, String key) {
        return attendees || kind != Kind.ACTIVITY || !key.equals("attendees");
    }
}
