package io.dragoman.model;

import java.util.Map;

/**
 * One record as the account holds it, so faithfully that it can be put back. Empty fields are absent.
 *
 * @param fields standard fields by name: {@link AsHeld}; e-mails and telephone numbers as a list of maps with {@code value},
 *     {@code label} and {@code primary}
 * @param customFields custom fields by their exact name, as {@link AsHeld}
 */
public record HeldRecord(TargetId id, Map<String, Object> fields, Map<String, Object> customFields) {}
