package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads dates and times in the formats a mapping lists, strictly, and tells a text of another shape from an impossible day. */
final class Formats {
    private final List<DateTimeFormatter> formats;
    private final boolean plain;

    private Formats(List<DateTimeFormatter> formats, boolean plain) {
        this.formats = formats;
        this.plain = plain;
    }

    /** The {@code formats} of an argument; the given ones when it has none. */
    static Formats of(Argument argument, String... otherwise) {
        List<String> patterns = argument.has("formats") ? argument.at("formats").texts() : List.of(otherwise);
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (String pattern : patterns) {
            formats.add(format(pattern));
        }
        return new Formats(formats, patterns.contains(List.of(otherwise).get(0)));
    }

    private static DateTimeFormatter format(String pattern) {
        try {
            // With yyyy the strict resolver also asks for an era.
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern.replace('y', 'u'))
                    .toFormatter(Locale.ENGLISH)
                    .withChronology(IsoChronology.INSTANCE)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new BadArgument("takes formats such as yyyy-MM-dd, MM/dd/yyyy, HH:mm or h:mm a");
        }
    }

    /** Whether the usual format is among them, which is read by hand because nearly every date and time has it. */
    boolean plain() {
        return plain;
    }

    /** What the first fitting format reads; null when none fits. */
    @Nullable
    TemporalAccessor read(String text) {
        for (DateTimeFormatter format : formats) {
            try {
                return format.parse(text);
            } catch (DateTimeException e) {
                // The next format may fit.
            }
        }
        return null;
    }

    /** Whether the text has the shape of one of the formats, though no such day or time exists. */
    boolean shaped(String text) {
        for (DateTimeFormatter format : formats) {
            ParsePosition position = new ParsePosition(0);
            if (format.parseUnresolved(text, position) != null && position.getIndex() == text.length()) {
                return true;
            }
        }
        return false;
    }
}
