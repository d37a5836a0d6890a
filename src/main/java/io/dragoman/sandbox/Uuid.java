package io.dragoman.sandbox;

/** The ids of what the first version of the API names by UUIDs: the record's number in a fixed form. */
final class Uuid {
    private Uuid() {}

    static String of(Kind kind, long id) {
        return String.format("%08x-0000-4000-8000-%012x", 0x1ead0000 + kind.ordinal(), id);
    }

    /** The number behind it; 0, which no record has, for any other text. */
    static long number(Kind kind, String uuid) {
        if (uuid.length() != 36) {
            return 0;
        }
        try {
            long id = Long.parseLong(uuid.substring(24), 16);
            return of(kind, id).equals(uuid) ? id : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
