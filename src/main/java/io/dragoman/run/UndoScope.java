package io.dragoman.run;

import org.jspecify.annotations.Nullable;

/**
 * What a rollback takes back.
 *
 * @param run only what this run made or changed; null for any
 * @param mapping only records of this mapping, and what depends on them; null for all
 * @param key of the one record of the mapping; null for all of them
 */
public record UndoScope(
        @Nullable String run,
        @Nullable String mapping,
        @Nullable String key) {
    /** Everything the migration made, the schema included. */
    public static final UndoScope MIGRATION = new UndoScope(null, null, null);

    public static UndoScope ofRun(String run) {
        return new UndoScope(run, null, null);
    }

    /** The records of a mapping, and what depends on them. */
    public static UndoScope ofObject(String mapping) {
        return new UndoScope(null, mapping, null);
    }

    /** One record, and what depends on it. */
    public static UndoScope ofRecord(String mapping, String key) {
        return new UndoScope(null, mapping, key);
    }

    /** Whether only some records go, so that the schema stays. */
    public boolean isPart() {
        return mapping != null;
    }

    /** What the ledger remembers of it, and the verb takes: empty, {@code r3}, a mapping, or a mapping and a key. */
    public String word() {
        if (run != null) {
            return run;
        }
        return mapping == null ? "" : key == null ? mapping : mapping + "/" + key;
    }
}
