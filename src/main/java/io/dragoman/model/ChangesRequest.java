package io.dragoman.model;

import java.util.List;

/**
 * Asks a target who changed a record since it was made.
 *
 * @param kind of the record
 * @param customFields of the kind, as the account has them, so that a change can be told by the field's name
 */
public record ChangesRequest(String kind, TargetId id, List<Catalogue.Field> customFields) {}
