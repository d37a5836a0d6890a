package io.dragoman.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the ledger knows a record, in this run and in the next.
 *
 * @param lineage source fields that make the key, joined with {@code /}
 * @param keptIn custom field of the target that carries the key; null where the kind has no custom fields
 * @param keptPrefix put before the key in that field, so that keys of several mappings do not meet; may be empty
 * @param survivor source field that names the record this one is a duplicate of; null when there is none
 * @param sameAs sets of fields; records that agree on all fields of one set, none of them empty, are one
 * @param askWithin field; records that also agree on it are set aside with evidence instead of joined; null never asks
 * @param existing how records the account had before are recognised; null: they are not looked for
 */
public record Identity(
        List<String> lineage,
        @Nullable String keptIn,
        String keptPrefix,
        @Nullable String survivor,
        List<List<String>> sameAs,
        @Nullable String askWithin,
        @Nullable Existing existing) {

    /** An identity that does not look for records of the account. */
    public Identity(
            List<String> lineage,
            @Nullable String keptIn,
            String keptPrefix,
            @Nullable String survivor,
            List<List<String>> sameAs,
            @Nullable String askWithin) {
        this(lineage, keptIn, keptPrefix, survivor, sameAs, askWithin, null);
    }

    /**
     * How a record that the account had before is recognised, and what becomes of it.
     *
     * @param sameAs sets of target fields; a record that agrees on all fields of one set, none of them empty, is the same
     * @param then what is written to it
     */
    public record Existing(List<List<String>> sameAs, Then then) {}

    /** What is written to a record that the account had before. The field that carries our key is, always. */
    public enum Then {
        /** Fields that are empty there; e-mails and telephone numbers join those that are there. */
        FILL_EMPTY,
        /** Every field the mapping fills. */
        OVERWRITE,
        /** Nothing else. */
        LEAVE,
        /** Nothing before a person decided; then as {@link #FILL_EMPTY}. */
        ASK;

        /** The word of the mapping language: lower case, with hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
