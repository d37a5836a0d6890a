package io.dragoman.app;

import io.dragoman.inventory.ColumnCount;
import io.dragoman.model.PhiClass;
import java.util.Set;

/** Tells which columns would have to be emptied or replaced before a copy of the source could be anybody's. */
final class Deidentify {
    private static final Set<PhiClass> NAMES_SOMEBODY = Set.of(PhiClass.IDENTITY, PhiClass.CONTACT);

    /** Of a column whose class nobody said, these could hold who somebody is. */
    private static final Set<String> TELLING = Set.of("string", "text", "email", "phone", "url", "date");

    /** Of these nobody can be known. */
    private static final Set<String> MUTE = Set.of("bool", "code");

    private Deidentify() {}

    /** Names and ways to reach somebody; whatever is free text and not nobody's; and what no mapping gave a class. */
    static boolean isNeeded(ColumnCount column) {
        boolean free = column.type().equals("text") || column.type().equals("string");
        return column.use()
                .phi()
                .map(phi -> (NAMES_SOMEBODY.contains(phi) && !MUTE.contains(column.type()))
                        || (phi != PhiClass.NONE && free))
                .orElse(TELLING.contains(column.type()));
    }
}
