package io.dragoman.systems.pipedrive;

import io.dragoman.model.TargetId;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import java.util.Iterator;
import java.util.stream.StreamSupport;

/** Traces of activities: the mark stands in the last line of the note. */
final class TextTrail {
    private final Calls calls;
    private final Lately lately;

    TextTrail(Calls calls, Lately lately) {
        this.calls = calls;
        this.lately = lately;
    }

    Iterator<Trace> follow(TraceRequest asked) {
        return StreamSupport.stream(
                        calls.walk("traces", Kind.ACTIVITY.path(), lately.since(asked.since()))
                                .spliterator(),
                        false)
                .filter(row -> !row.path("is_deleted").asBoolean(false))
                .flatMap(row -> Marker.markIn(row.path("note").asText(), asked.mapping())
                        .map(mark -> new Trace(mark, new TargetId(row.path("id").asText())))
                        .stream())
                .iterator();
    }
}
