package io.dragoman.run;

import java.util.Set;

/**
 * What a rollback leaves as people made it.
 *
 * @param mapping of the record
 * @param key of the record; of the schema the name of the item
 * @param edits fields that somebody changed; empty for another reason
 */
public record Kept(String mapping, String key, Reason reason, Set<String> edits) {
    /** Why something stays. */
    public enum Reason {
        /** We made it, and somebody changed it since. */
        EDITED("somebody changed it"),
        /** We made it, and something that is not ours belongs to it. */
        WORKED_ON("something new belongs to it"),
        /** Something that stays belongs to it. */
        NEEDED("something that stays belongs to it"),
        /** It was there before us, and goes back but for these fields. */
        PARTLY("put back, but for these fields"),
        /** An item of the schema that something in the account uses. */
        USED("something in the account uses it");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For reports. */
        public String words() {
            return words;
        }
    }

    /** Whether all of it stays. */
    public boolean whole() {
        return reason != Reason.PARTLY;
    }
}
