package io.dragoman.systems.pipedrive;

import java.util.Optional;

/** The kinds of records that are written, and their places in the API. */
enum Kind {
    PERSON("person", "v2/persons"),
    ORGANIZATION("organization", "v2/organizations"),
    DEAL("deal", "v2/deals"),
    PRODUCT("product", "v2/products"),
    ACTIVITY("activity", "v2/activities"),
    NOTE("note", "v1/notes"),
    LEAD("lead", "v1/leads"),
    /** Has no collection of its own: lines live under their deal. */
    DEAL_LINES("deal-lines", "v2/deals"),
    /** Found by what they belong to, their names and sizes. */
    FILE("file", "v1/files");

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

    String path() {
        return "/api/" + collection;
    }

    String path(String id) {
        return path() + "/" + id;
    }

    String fieldsPath() {
        return "/api/v2/" + schemaKind().word + "Fields";
    }

    /** Kind whose custom fields these records have: leads have those of deals. */
    Kind schemaKind() {
        return this == LEAD ? DEAL : this;
    }

    /** Method that changes a record. */
    String change() {
        return this == NOTE ? "PUT" : "PATCH";
    }

    boolean hasCustomFields() {
        return switch (this) {
            case PERSON, ORGANIZATION, DEAL, PRODUCT, LEAD -> true;
            case ACTIVITY, NOTE, DEAL_LINES, FILE -> false;
        };
    }
}
