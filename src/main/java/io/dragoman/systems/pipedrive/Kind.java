package io.dragoman.systems.pipedrive;

import java.util.Optional;

/** The kinds of records that are written, and their places in the API. */
enum Kind {
    PERSON("person", "persons"),
    ORGANIZATION("organization", "organizations"),
    DEAL("deal", "deals"),
    PRODUCT("product", "products"),
    ACTIVITY("activity", "activities"),
    /** Has no collection of its own: lines live under their deal. */
    DEAL_LINES("deal-lines", "deals"),
    FILE("file", "files");

    private final String word;
    private final String collection;

    Kind(String word, String collection) {
        this.word = word;
        this.collection = collection;
    }

    static Kind of(String word) {
        for (Kind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Pipedrive takes no records of the kind " + word);
    }

    static Optional<Kind> withFields(String word) {
        return word.equals("user") ? Optional.empty() : Optional.of(of(word)).filter(Kind::hasCustomFields);
    }

    String word() {
        return word;
    }

    /** As a path names all records of the kind. */
    String collection() {
        return collection;
    }

    String path() {
        return (this == FILE ? "/api/v1/" : "/api/v2/") + collection;
    }

    String path(String id) {
        return path() + "/" + id;
    }

    String fieldsPath() {
        return "/api/v2/" + word + "Fields";
    }

    boolean hasCustomFields() {
        return this != ACTIVITY && this != DEAL_LINES && this != FILE;
    }
}
