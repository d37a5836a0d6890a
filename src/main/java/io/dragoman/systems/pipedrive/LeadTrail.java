package io.dragoman.systems.pipedrive;

import io.dragoman.model.TargetId;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import java.util.Iterator;
import java.util.stream.StreamSupport;

/** Traces of leads: the mark stands in their origin, which can only be set when a lead is made. The list leaves out archived ones. */
final class LeadTrail {
    private final Calls calls;
    private final Lately lately;

    LeadTrail(Calls calls, Lately lately) {
        this.calls = calls;
        this.lately = lately;
    }

    Iterator<Trace> follow(TraceRequest asked) {
        String lead = asked.mapping() + " ";
        return StreamSupport.stream(
                        calls.walk("traces", Kind.LEAD.path(), lately.oldSince(asked.since()))
                                .spliterator(),
                        false)
                .filter(row -> row.path("origin_id").asText().startsWith(lead))
                .map(row -> new Trace(
                        row.path("origin_id").asText().substring(lead.length()),
                        new TargetId(row.path("id").asText())))
                .iterator();
    }
}
