package io.dragoman.inventory;

/**
 * How much of a source object there is.
 *
 * @param file as the export calls it; empty for a source without files
 * @param here whether the source gave it at all
 * @param rows that can be used
 * @param aside rows that cannot, whatever the reason
 * @param first when the first row was last changed, as the source writes it; empty when nothing tells
 * @param last the same of the last row
 */
public record ObjectCount(String object, String file, boolean here, long rows, long aside, String first, String last) {}
