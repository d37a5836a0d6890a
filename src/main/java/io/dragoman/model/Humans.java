package io.dragoman.model;

/** The humans of one object of a source: all of them in the order of their rows, as often as wanted, and each by its row. */
public interface Humans extends Iterable<Human> {
    /** The human of a row that the iterator gave. */
    Human at(long row);
}
