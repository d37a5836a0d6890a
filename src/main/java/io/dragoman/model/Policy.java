package io.dragoman.model;

import java.util.HashSet;
import java.util.List;
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
    private static final Set<String> TOKEN_FITS = Set.of("text", "long-text", "texts", "emails");

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

    /** What the policy makes of one row. */
    public enum Passage {
        AS_IT_IS,
        AS_TOKEN,
        NOT_AT_ALL
    }

    /**
     * How the value of this row travels. A token needs a field that holds text or e-mail addresses; where a token would
     * have to go anywhere else, nothing travels.
     *
     * @param kind the row's target
     */
    public Passage passage(Mapping.Row row, TargetKind kind) {
        if (lets(row.phi())) {
            return Passage.AS_IT_IS;
        }
        boolean fits = !row.isLink() && TOKEN_FITS.contains(kind.typeOf(row));
        return fits && tokenises(row.phi()) ? Passage.AS_TOKEN : Passage.NOT_AT_ALL;
    }

    /** How the value of a row of lines travels; a token is made per record, so a line has none. */
    public Passage linePassage(Mapping.Row row) {
        return lets(row.phi()) ? Passage.AS_IT_IS : Passage.NOT_AT_ALL;
    }

    /** Whether no record of the mapping can travel, because a field is withheld without which none can be made. */
    public boolean withholdsWhole(Mapping mapping, TargetKind kind) {
        Set<String> travelling = new HashSet<>();
        for (Mapping.Row row : mapping.rows()) {
            if (passage(row, kind) != Passage.NOT_AT_ALL) {
                travelling.add(row.target());
            }
        }
        Mapping.Lines lines = mapping.lines();
        for (Mapping.Row row : lines == null ? List.<Mapping.Row>of() : lines.rows()) {
            if (linePassage(row) != Passage.NOT_AT_ALL) {
                travelling.add(row.target());
            }
        }
        return !travelling.containsAll(kind.required());
    }

    /** Whether a token may leave in place of a value of this class. */
    public boolean tokenises(PhiClass phi) {
        return mode == Mode.PSEUDONYMOUS && (phi == PhiClass.IDENTITY || phi == PhiClass.CONTACT);
    }
}
