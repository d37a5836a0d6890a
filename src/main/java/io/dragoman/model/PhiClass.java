package io.dragoman.model;

import java.util.Locale;

/** How protected a value is. Every row of a mapping has one; the policy decides by it what may leave. */
public enum PhiClass {
    NONE,
    IDENTITY,
    CONTACT,
    INSURANCE,
    FINANCIAL,
    CLINICAL;

    /** The word used in mappings and reports: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
