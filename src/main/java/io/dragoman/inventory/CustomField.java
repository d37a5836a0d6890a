package io.dragoman.inventory;

/**
 * A field that the practice made, and what could become of it.
 *
 * @param name as the practice calls it, in its form when it looks like a value
 * @param filled rows that have a value
 * @param distinct different values
 * @param used whether a mapping names it
 * @param proposal a type of the mapping language with a reason, or to leave it behind
 */
public record CustomField(String object, String name, long filled, long distinct, boolean used, String proposal) {}
