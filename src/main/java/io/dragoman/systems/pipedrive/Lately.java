package io.dragoman.systems.pipedrive;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The query of a list that shows what changed since a moment, newest first. */
final class Lately {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private Lately() {}

    static Map<String, String> since(Instant moment) {
        Instant since = moment.minus(CLOCKS_DIFFER).truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("updated_since", since.toString());
        query.put("sort_by", "id");
        query.put("sort_direction", "desc");
        return query;
    }
}
