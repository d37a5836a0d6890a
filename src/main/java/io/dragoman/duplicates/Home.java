package io.dragoman.duplicates;

import java.util.List;

/**
 * Where somebody lives, in plain words; what is not told is empty.
 *
 * @param house its number
 * @param street without the number
 */
record Home(String house, String street, String postalCode) {
    private static final int LONGEST_POSTAL_CODE = 10;

    /** @param parts the street first; of the others the last one with a digit is the postal code */
    static Home of(List<String> parts) {
        String first = parts.isEmpty() ? "" : Plain.street(parts.get(0));
        String postalCode = "";
        for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            boolean isCode =
                    part.strip().length() <= LONGEST_POSTAL_CODE && part.chars().anyMatch(Character::isDigit);
            postalCode = isCode ? postalCode(part) : postalCode;
        }
        int blank = first.indexOf(' ');
        boolean numbered = blank > 0 && Character.isDigit(first.charAt(0));
        return new Home(
                numbered ? first.substring(0, blank) : "", numbered ? first.substring(blank + 1) : first, postalCode);
    }

    /** An extension such as that of 74103-1234 says nothing more about who somebody is. */
    private static String postalCode(String text) {
        String plain = text.strip();
        return Plain.text(plain.indexOf('-') == 5 ? plain.substring(0, 5) : plain)
                .replace(" ", "");
    }

    static Agreement compared(Home left, Home right) {
        boolean told = !left.street.isEmpty() && !right.street.isEmpty();
        Agreement street = told && isSamePlace(left, right) ? sameOrNear(left, right) : Agreement.OTHER;
        if (street != Agreement.OTHER) {
            return street;
        }
        if (!left.postalCode.isEmpty() && left.postalCode.equals(right.postalCode)) {
            return Agreement.PART;
        }
        return told ? Agreement.OTHER : Agreement.SILENT;
    }

    private static boolean isSamePlace(Home left, Home right) {
        return left.postalCode.isEmpty()
                || right.postalCode.isEmpty()
                || left.postalCode.equals(right.postalCode)
                || Slip.distance(left.postalCode, right.postalCode) == 1;
    }

    private static Agreement sameOrNear(Home left, Home right) {
        boolean sameStreet = left.street.equals(right.street);
        boolean sameHouse = left.house.equals(right.house);
        if (sameStreet && sameHouse) {
            return Agreement.SAME;
        }
        boolean nearStreet = sameHouse && Slip.alike(left.street, right.street);
        boolean nearHouse = sameStreet && Slip.distance(left.house, right.house) == 1;
        return nearStreet || nearHouse ? Agreement.NEARLY : Agreement.OTHER;
    }

    @Override
    public String toString() {
        return "an address";
    }
}
