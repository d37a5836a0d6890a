package io.dragoman.app;

import java.util.Map;

/**
 * What becomes of the records we made of source records that are deleted at the source.
 *
 * @param otherwise for mappings that are not named
 * @param byMapping for those that are
 */
record DeletedPolicy(Way otherwise, Map<String, Way> byMapping) {
    static final DeletedPolicy REPORT = new DeletedPolicy(Way.REPORT, Map.of());

    /** One way to treat them. */
    enum Way {
        /** They are listed, and nothing else happens. */
        REPORT,
        /** They are closed as far as their kind can be: a deal is lost, an activity is done. Others are listed. */
        CLOSE,
        /** They are deleted, unless a person worked on them or others of ours need them. */
        DELETE
    }

    Way of(String mapping) {
        return byMapping.getOrDefault(mapping, otherwise);
    }
}
