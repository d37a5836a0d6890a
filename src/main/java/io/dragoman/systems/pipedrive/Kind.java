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
    /** Lives under its deal, so its id is that of the deal, a slash and its own. */
    DEAL_PARTICIPANT("deal-participant", "v1/deals"),
    ORGANIZATION_RELATIONSHIP("organization-relationship", "v1/organizationRelationships"),
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
        if (this == DEAL_PARTICIPANT) {
            String[] dealAndOwn = id.split("/", 2);
            return participants(dealAndOwn[0]) + "/" + dealAndOwn[1];
        }
        return path() + "/" + id;
    }

    static String participants(String deal) {
        return DEAL_PARTICIPANT.path() + "/" + deal + "/participants";
    }

    String fieldsPath() {
        return "/api/v2/" + schemaKind().word + "Fields";
    }

    /** Kind whose custom fields these records have: leads have those of deals. */
    Kind schemaKind() {
        return this == LEAD ? DEAL : this;
    }

    /** Whether only the first version of the API has these records. */
    boolean isOld() {
        return collection.startsWith("v1/");
    }

    /** Method that changes a record. */
    String change() {
        return this == NOTE || this == ORGANIZATION_RELATIONSHIP ? "PUT" : "PATCH";
    }

    boolean hasCustomFields() {
        return switch (this) {
            case PERSON, ORGANIZATION, DEAL, PRODUCT, LEAD -> true;
            case ACTIVITY, NOTE, DEAL_LINES, FILE, DEAL_PARTICIPANT, ORGANIZATION_RELATIONSHIP -> false;
        };
    }
}
