package io.dragoman.model;

/**
 * What a field of a record shows, in one form for all that a person would call the same: a number without the zeros at its end, a list
 * without its order, HTML without its tags. Never written back, only compared; protected like the value itself.
 *
 * @param field name of the field in the mapping; the target's own key where no mapping can name it
 * @param text empty for a field that is empty
 */
public record Face(String field, String text) {
    /** Begins the key of the face of a custom field; the account's own key of the field follows. */
    public static final String CUSTOM = "custom/";

    /** Key that says of the custom fields without a face that they are empty. */
    public static final String OTHER_CUSTOM = CUSTOM + "*";
}
