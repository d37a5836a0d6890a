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
    /** The same with one more line of history. */
    public Owner told(String line) {
        return new Owner(key, email, name, state, user, history.isEmpty() ? line : history + "\n" + line);
    }

    /** How the user was found. */
    public enum State {
        /** An active user has the person's e-mail. */
        MATCHED,
        /** Nobody has it; the records go to the fallback. */
        FALLBACK,
        /** Nobody has it and there is no fallback; the records wait. */
        WAITING,
        /** Only a deactivated user has it; the records go to the fallback, or wait. */
        INACTIVE,
        /** A person decided for this user. */
        REASSIGNED;

        /** Whether the person has a user of their own. */
        public boolean own() {
            return this == MATCHED || this == REASSIGNED;
        }

        /** The word used in the ledger and in reports: lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
