package io.dragoman.model;

import java.util.Locale;

/** What a column tells of a human, whatever its source calls it. */
public enum HumanFact {
    /** The whole name, where a source has no parts of it. */
    NAME,
    /** What somebody is called by; the first is the one on paper. */
    FIRST_NAME,
    MIDDLE_NAME,
    LAST_NAME,
    SUFFIX,
    BORN,
    GENDER,
    EMAILS,
    PHONES,
    /** Parts of one address, the street first. */
    ADDRESS;

    /** The word used in layouts and reports, such as {@code first-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
