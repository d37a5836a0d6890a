package io.dragoman.model;

/** Files at the address of the source itself, which are not to be had without its credential. Used by several threads at once. */
public interface OwnFiles extends ContentSource {
    /** Whether an address is the source's own. */
    boolean has(String address);
}
