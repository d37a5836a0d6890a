package io.dragoman.ledger;

import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the target that is on disk in the ledger and has no receipt yet. It ends by exactly one of
 * {@link Writes#settle}, {@link Writes#notSent} or {@link Writes#refused}; until then it survives every crash.
 */
public final class Intent {
    private final WriteText text;
    private final TargetWrite write;
    private final @Nullable TargetRecord before;

    Intent(WriteText text, TargetWrite write, @Nullable TargetRecord before) {
        this.text = text;
        this.write = write;
        this.before = before;
    }

    /** Grows with every intent of the ledger. */
    public long id() {
        return text.id();
    }

    /** The run that intended it; another run may settle it. */
    public String run() {
        return Runs.word(text.run());
    }

    public String mapping() {
        return text.mapping();
    }

    public String key() {
        return text.key();
    }

    /** What was to be sent, whole, so that it can be sent again. */
    public TargetWrite write() {
        return write;
    }

    public String fingerprint() {
        return text.fingerprint();
    }

    /** What the target held before; null when that was not known or there was nothing. */
    public @Nullable TargetRecord before() {
        return before;
    }

    /** When it was intended, by our clock; its request left later. */
    public Instant at() {
        return text.intendedAt();
    }

    WriteText text() {
        return text;
    }

    Spot spot() {
        return new Spot(text.mapping(), text.key());
    }

    @Override
    public String toString() {
        return "intent " + id() + " " + text.verb() + " " + spot();
    }
}
