package io.dragoman.ledger;

import io.dragoman.model.RunProblem;
import java.util.function.Function;

/** Something the ledger holds sealed; opened each time it is asked for, and shown by no log. */
public final class Sealed<T> {
    private final String text;
    private final SealKey key;
    private final Function<byte[], T> reader;

    Sealed(String text, SealKey key, Function<byte[], T> reader) {
        this.text = text;
        this.key = key;
        this.reader = reader;
    }

    /** @throws RunProblem {@code seal-key-wrong} when it was sealed with another key or changed in the database */
    public T open() {
        return reader.apply(key.open(text));
    }

    /** As the ledger holds it: nothing to whoever has not the key. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "sealed";
    }
}
