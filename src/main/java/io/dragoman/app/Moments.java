package io.dragoman.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Moments as people read them: this machine's zone, to the second. */
final class Moments {
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private Moments() {}

    /** Empty for a moment that has not come. */
    static String text(@Nullable Instant moment) {
        return moment == null ? "" : TEXT.format(moment);
    }
}
