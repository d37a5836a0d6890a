package io.dragoman.systems.rest;

import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on.
 *
 * @param key index of the row that the request is made for
 * @param word what the paging counts or follows; empty on a first page
 */
record Position(int key, String word) {
    static Position first() {
        return new Position(0, "");
    }

    /** As it was kept; null at the end of a list. */
    static @Nullable Position of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int blank = text.indexOf(' ');
        return new Position(Integer.parseInt(text.substring(0, blank)), text.substring(blank + 1));
    }

    String text() {
        return key + " " + word;
    }

    Position with(String next) {
        return new Position(key, next);
    }

    Position nextKey() {
        return new Position(key + 1, "");
    }

    /** The address of the page where the page before gave it; null otherwise. */
    @Nullable
    String link() {
        return word.startsWith("/") ? word : null;
    }
}
