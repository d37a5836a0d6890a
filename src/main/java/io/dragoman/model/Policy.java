package io.dragoman.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may leave the practice: the privacy block of a migration file.
 *
 * @param mode decides about identity and contact
 * @param allow further classes the compliance officer listed; empty in contact-only mode
 * @param agreement reference and date of the agreement; needed in baa mode
 */
public record Policy(
        Mode mode, Set<PhiClass> allow, @Nullable Agreement agreement) {
    public Policy {
        allow = Set.copyOf(allow);
    }

    /** The three modes of a migration file. */
    public enum Mode {
        CONTACT_ONLY,
        BAA,
        PSEUDONYMOUS
    }

    /** A business associate agreement: its reference, and its date as {@code YYYY-MM-DD}. */
    public record Agreement(String reference, String date) {}

    /** The default: none, identity and contact travel. */
    public static Policy contactOnly() {
        return new Policy(Mode.CONTACT_ONLY, Set.of(), null);
    }

    /** Whether values of this class may leave as they are. */
    public boolean lets(PhiClass phi) {
        return switch (phi) {
            case NONE -> true;
            case IDENTITY, CONTACT -> mode != Mode.PSEUDONYMOUS;
            case INSURANCE, FINANCIAL, CLINICAL -> allow.contains(phi);
        };
    }

    /** Whether a token may leave in place of a value of this class. */
    public boolean tokenises(PhiClass phi) {
        return mode == Mode.PSEUDONYMOUS && (phi == PhiClass.IDENTITY || phi == PhiClass.CONTACT);
    }
}
