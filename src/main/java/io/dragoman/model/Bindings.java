package io.dragoman.model;

import java.util.Optional;

/**
 * The account's own keys and ids for the words of the mappings: {@code field/person/Missing_Email__c},
 * {@code option/person/Recall_Type__c/PROPHY}, {@code pipeline/Treatment plans}, {@code stage/Treatment plans/Proposed},
 * {@code activity-type/Recall}. Safe for use by several threads.
 */
public interface Bindings {
    /** The key or id bound to this name; empty when {@code prepare} never bound it. */
    Optional<String> bound(String name);
}
