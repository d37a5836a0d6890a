package io.dragoman.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person of the source who owns records, and the user who owns them in the target.
 *
 * @param key of the person in the source
 * @param email may be empty
 * @param user id in the target; null while nobody is found
 * @param history what was decided when and by whom, one line each; may be empty
 */
public record Owner(
        String key,
        String email,
        String name,
        State state,
        @Nullable String user,
        String history) {
    /** How the user was found. */
    public enum State {
        MATCHED,
        FALLBACK,
        WAITING,
        REASSIGNED;

        /** The word used in the ledger and in reports: lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
