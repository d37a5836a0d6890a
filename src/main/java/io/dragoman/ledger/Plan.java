package io.dragoman.ledger;

import java.util.List;

/**
 * A plan that was saved, so that a run can do exactly this.
 *
 * @param run that planned; names the plan
 * @param hash of everything it rests on and of the writes it proposes
 * @param fileHash of the file that holds these writes
 * @param writes how many they are
 * @param parts what it rests on
 * @param carriedOutBy runs that did what it says, or began to, the first one first
 */
public record Plan(String run, String hash, String fileHash, long writes, List<Part> parts, List<String> carriedOutBy) {
    /**
     * One thing a plan rests on: under another digest the plan says nothing.
     *
     * @param sort of thing, such as {@code source}
     * @param name which one, such as a file; empty where there is one of the sort
     */
    public record Part(String sort, String name, String digest) {}
}
