package io.dragoman.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is there for. Nobody has a right that no role of theirs names. */
public enum Role {
    /** Looks at everything that holds no value of a record. */
    VIEWER,
    /** Asks for verbs, and ends them. */
    ENGINEER,
    /** Signs the mapping. */
    APPROVER,
    /** Signs the privacy policy, and takes the audit log along. */
    COMPLIANCE;

    /** The word of the users file and of messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
