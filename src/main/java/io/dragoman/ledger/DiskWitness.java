package io.dragoman.ledger;

/** Looks, around each commit, whether the disk truly took it. */
interface DiskWitness {
    /** A database that answers for its own disk. */
    DiskWitness NONE = new DiskWitness() {};

    default void beforeCommit() {}

    default void afterCommit() {}
}
