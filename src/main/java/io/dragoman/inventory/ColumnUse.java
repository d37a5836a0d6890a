package io.dragoman.inventory;

import io.dragoman.model.PhiClass;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the mappings do with a column under a policy.
 *
 * @param phi strictest class of the rows that read it, or else the one the layout gives; empty when nobody says
 * @param mappings names of those that read it
 * @param travel how its value goes at most
 * @param why it is left behind; empty when no mapping says
 */
public record ColumnUse(Optional<PhiClass> phi, Set<String> mappings, Travel travel, String why) {
    /** Of a column that no mapping names. */
    static final ColumnUse NONE = new ColumnUse(Optional.empty(), Set.of(), Travel.UNREAD, "");

    /** How the value of a column goes, from not at all to as it is. */
    public enum Travel {
        UNREAD("no mapping reads it"),
        STAYS("left behind"),
        WITHHELD("withheld"),
        TOKEN("as a token"),
        LEAVES("travels");

        private final String word;

        Travel(String word) {
            this.word = word;
        }

        /** What a report says. */
        public String word() {
            return word;
        }
    }

    /** The same, read by a further row. */
    ColumnUse plus(ColumnUse other) {
        Set<String> all = new TreeSet<>(mappings);
        all.addAll(other.mappings);
        Optional<PhiClass> strictest =
                phi.isEmpty() || (other.phi.isPresent() && other.phi.get().compareTo(phi.get()) > 0) ? other.phi : phi;
        return new ColumnUse(
                strictest,
                all,
                travel.compareTo(other.travel) >= 0 ? travel : other.travel,
                why.isEmpty() ? other.why : why);
    }

    /** The same under another class. */
    ColumnUse as(Optional<PhiClass> other) {
        return new ColumnUse(other, mappings, travel, why);
    }

    /** Whether its values may be shown: only where it is said that they are nobody's. */
    boolean isOpen() {
        return phi.filter(PhiClass.NONE::equals).isPresent();
    }
}
