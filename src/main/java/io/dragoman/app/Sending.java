package io.dragoman.app;

import io.dragoman.ledger.Intent;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;

/**
 * An intent on its way.
 *
 * @param system target that is changed
 */
public record Sending(Intent intent, String system) {
    public TargetWrite write() {
        return intent.write();
    }

    /** The endpoint that carries it out. */
    public String endpoint() {
        return "direct:" + system
                + (write().verb() == Verb.DELETE || write().verb() == Verb.RESTORE ? "-undo" : "-write");
    }
}
