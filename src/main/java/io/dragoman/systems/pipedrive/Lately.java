package io.dragoman.systems.pipedrive;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The query of a list that shows what changed since a moment, newest first. */
final class Lately {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final ServerClock clock;

    Lately(ServerClock clock) {
        this.clock = clock;
    }

    /** @param moment by our clock */
    Map<String, String> since(Instant moment) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("updated_since", byServer(moment).toString());
        query.put("sort_by", "id");
        query.put("sort_direction", "desc");
        return query;
    }

    /** @param moment by our clock; the query of a list of the first version of the API */
    Map<String, String> oldSince(Instant moment) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("updated_since", byServer(moment).toString());
        return query;
    }

    /** A moment the server's clock surely had not passed when ours showed this one. */
    Instant byServer(Instant moment) {
        return clock.toServer(moment).minus(CLOCKS_DIFFER).truncatedTo(ChronoUnit.SECONDS);
    }
}
