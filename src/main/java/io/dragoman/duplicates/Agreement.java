package io.dragoman.duplicates;

/** How far two rows agree on one fact. */
public enum Agreement {
    SAME("the same"),
    NICKNAME("a short form of the other"),
    NEARLY("a slip of the keyboard apart"),
    ALIKE("alike, but not the same"),
    IN_USE("alike, and both are names that others bear"),
    PART("the same in part"),
    INITIAL("the same first letter, no more is told"),
    SWAPPED("first and last name are swapped"),
    OTHER("different"),
    SILENT("not told in both");

    private final String words;

    Agreement(String words) {
        this.words = words;
    }

    /** For a report. */
    public String words() {
        return words;
    }
}
