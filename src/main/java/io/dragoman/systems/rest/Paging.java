package io.dragoman.systems.rest;

import org.jspecify.annotations.Nullable;

/**
 * How a list goes on after a page.
 *
 * @param name pointer of the link, or name of the query term that counts; empty for {@link Kind#NONE}
 * @param from what the term counts from
 * @param more pointer of the word whether there is more; null when only an empty page tells
 * @param of pointer of the id in a record, for {@link Kind#LAST_ID}
 */
record Paging(Kind kind, String name, long from, @Nullable String more, String of) {
    static final Paging NONE = new Paging(Kind.NONE, "", 0, null, "");

    /** The styles there are. */
    enum Kind {
        /** One page is all. */
        NONE,
        /** Each page has the address of the next. */
        NEXT_LINK,
        /** Pages have numbers. */
        PAGE,
        /** Pages begin after so many records. */
        OFFSET,
        /** Pages begin after the greatest id of the one before. */
        LAST_ID
    }
}
