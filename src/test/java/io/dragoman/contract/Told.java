package io.dragoman.contract;

import com.atlassian.oai.validator.report.ValidationReport;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A finding of the validator as words that hold no value: some of its own texts quote what was sent. */
final class Told {
    private static final Pattern PLACE = Pattern.compile("\\[Path '([^']*)']");
    private static final Set<String> QUOTE_NOTHING = Set.of("additionalProperties", "required", "type");

    private Told() {}

    static String of(ValidationReport.Message message) {
        String kind = message.getKey().replaceFirst(".*\\.", "");
        if (QUOTE_NOTHING.contains(kind) || !message.getKey().contains(".schema.")) {
            return message.getKey() + ": " + message.getMessage();
        }
        Matcher place = PLACE.matcher(message.getMessage());
        return message.getKey() + (place.find() ? " at " + place.group(1) : "");
    }
}
