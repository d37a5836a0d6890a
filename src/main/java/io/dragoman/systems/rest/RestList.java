package io.dragoman.systems.rest;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One list of an API: where it is, how it is read, and which rows its records become. Immutable.
 *
 * @param name for messages
 * @param path below the base address
 * @param query terms of every request
 * @param records pointer of the array of records in an answer; null when the answer is one record
 * @param changes terms that ask only for what changed since {@code {since}}; null when the list is always read whole
 * @param total pointer of the number of records; null when the API does not tell
 * @param optional whether the list may be missing or forbidden
 * @param own how the record itself becomes a row; null when only further rows are wanted
 * @param rowsOf further rows out of the same record
 * @param each for which rows one request each is made; null for one series of pages
 */
record RestList(
        String name,
        String path,
        List<Term> query,
        @Nullable String records,
        Paging paging,
        @Nullable List<Term> changes,
        @Nullable String total,
        boolean optional,
        @Nullable RowShape own,
        List<RowShape> rowsOf,
        @Nullable EachOf each) {

    /** A column of an object that was read before; each of its texts is the key of one request. */
    record EachOf(String object, String column) {}

    /** All shapes, that of the record itself first. */
    List<RowShape> shapes() {
        return Stream.concat(Stream.ofNullable(own), rowsOf.stream()).toList();
    }
}
