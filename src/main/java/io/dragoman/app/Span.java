package io.dragoman.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as people write it: {@code 48h}, {@code 1h30m}, {@code 2d}. */
final class Span implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        int days = word.indexOf('D');
        try {
            Duration span = days < 0
                    ? Duration.parse("PT" + word)
                    : Duration.ofDays(Long.parseLong(word.substring(0, days)))
                            .plus(
                                    days + 1 == word.length()
                                            ? Duration.ZERO
                                            : Duration.parse("PT" + word.substring(days + 1)));
            if (span.compareTo(Duration.ZERO) > 0) {
                return span;
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException("'" + text + "' is no length of time. Write it like 48h, 90m or 2d.");
    }
}
