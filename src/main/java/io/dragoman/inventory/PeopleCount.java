package io.dragoman.inventory;

/**
 * How well the humans of an object can be reached and told apart.
 *
 * @param people rows
 * @param noEmail without any e-mail address
 * @param badEmail whose addresses can none of them be right
 * @param sharedEmail who share an address with somebody; families often do
 * @param noPhone without any telephone number
 * @param badPhone numbers that can be none; counted as cells
 * @param unreachable with neither a sound e-mail address nor a sound number
 * @param noBirth without a birth date; 0 when the layout names no such column
 * @param oddBirth born in the future, or more than 120 years ago
 */
public record PeopleCount(
        String object,
        long people,
        long noEmail,
        long badEmail,
        long sharedEmail,
        long noPhone,
        long badPhone,
        long unreachable,
        long noBirth,
        long oddBirth) {}
