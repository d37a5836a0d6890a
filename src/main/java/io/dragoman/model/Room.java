package io.dragoman.model;

import java.util.OptionalLong;

/**
 * How much of what a plan limits an account holds already. A number that is absent was not asked for, or the account did not tell it.
 *
 * @param deals that are not archived
 * @param leads that are not archived
 * @param otherFields custom fields of kinds that are in no catalogue
 */
public record Room(OptionalLong deals, OptionalLong leads, OptionalLong otherFields) {
    public static final Room NOT_ASKED = new Room(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
