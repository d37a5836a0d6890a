package io.dragoman.systems.pipedrive;

import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import java.util.Iterator;

/**
 * Tells what the account holds that carries a source key of ours. Lists of what changed lately are read rather than searched,
 * because search shows a new record late. Thread-safe.
 */
public final class Tracer {
    private final FieldTrail fields;
    private final TextTrail texts;
    private final LineTrail lines;
    private final FileTrail files;
    private final NoteTrail notes;
    private final LeadTrail leads;
    private final EndTrail ends;

    Tracer(Calls calls, Words words, Lately lately) {
        this.files = new FileTrail(new FileList(calls), lately);
        this.fields = new FieldTrail(calls, words, lately);
        this.texts = new TextTrail(calls, lately);
        this.lines = new LineTrail(calls);
        this.notes = new NoteTrail(calls, lately);
        this.leads = new LeadTrail(calls, lately);
        this.ends = new EndTrail(calls, lately);
    }

    /** Where files are found. */
    FileTrail files() {
        return files;
    }

    /** See {@link io.dragoman.model.Trace}; a request of the list is sent when the ones before are used up. */
    public Iterator<Trace> traces(TraceRequest asked) {
        Kind kind = Kind.of(asked.kind());
        return switch (kind) {
            case PERSON, ORGANIZATION, DEAL, PRODUCT -> fields.follow(kind, asked);
            case ACTIVITY -> texts.follow(asked);
            case FILE -> files.follow(asked);
            case NOTE -> notes.follow(asked);
            case LEAD -> leads.follow(asked);
            case DEAL_PARTICIPANT, ORGANIZATION_RELATIONSHIP -> ends.follow(kind, asked);
            case DEAL_LINES -> lines.follow(asked);
        };
    }
}
