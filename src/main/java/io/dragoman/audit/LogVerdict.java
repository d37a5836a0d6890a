package io.dragoman.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a check of a file found.
 *
 * @param migration whose log it says it is; empty when its first line cannot be read
 * @param exportedAt as the first line says; empty when that cannot be read
 * @param entries that were read and are as they were written
 * @param signer public key under whose signature it stands; empty when it has none
 * @param wrong what is wrong first; null when nothing is
 */
public record LogVerdict(
        String migration,
        String exportedAt,
        long entries,
        String signer,
        @Nullable Wrong wrong) {

    /**
     * The first thing that is wrong.
     *
     * @param line of the file, from 1
     */
    public record Wrong(long line, String what) {}

    public boolean holds() {
        return wrong == null;
    }
}
