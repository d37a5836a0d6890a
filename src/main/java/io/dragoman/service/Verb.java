package io.dragoman.service;

import java.util.List;

/**
 * A verb that can be asked of a service, and what it takes.
 *
 * @param name its words, such as {@code quarantine replay}
 * @param about one sentence
 * @param readsOnly whether it asks nothing but the ledger, so that it need not wait for its turn
 * @param confirmed whether the migration's name has to be given with it, because it takes something back
 * @param options by their long names without dashes
 * @param parameters what it takes without a name, in order
 */
public record Verb(
        String name,
        String about,
        boolean readsOnly,
        boolean confirmed,
        List<Option> options,
        List<Option> parameters) {
    /**
     * One option or parameter.
     *
     * @param values those it takes; empty for any
     * @param several whether it may be given several times
     */
    public record Option(
            String name, String about, Kind kind, List<String> values, boolean required, boolean several) {}

    /** What an option is given. */
    public enum Kind {
        FLAG,
        NUMBER,
        TEXT
    }
}
