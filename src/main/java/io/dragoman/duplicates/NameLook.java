package io.dragoman.duplicates;

import java.util.List;

/** Compares how two humans are called. */
final class NameLook {
    private NameLook() {}

    static Agreement first(Profile left, Profile right) {
        if (left.name().first().isEmpty() || right.name().first().isEmpty()) {
            return Agreement.SILENT;
        }
        Agreement best = Agreement.OTHER;
        for (String one : left.name().first()) {
            for (String other : right.name().first()) {
                Agreement agreement = first(one, other);
                best = agreement.compareTo(best) < 0 ? agreement : best;
            }
        }
        if (best == Agreement.OTHER || best == Agreement.ALIKE || best == Agreement.INITIAL) {
            if (isSwapped(left, right)) {
                return Agreement.SWAPPED;
            }
            return isPart(left.name().firstWords(), right.name().firstWords()) ? Agreement.PART : best;
        }
        return best;
    }

    private static Agreement first(String one, String other) {
        if (one.equals(other)) {
            return Agreement.SAME;
        }
        boolean sameLetter = one.charAt(0) == other.charAt(0);
        if (one.length() == 1 || other.length() == 1) {
            return sameLetter ? Agreement.INITIAL : Agreement.OTHER;
        }
        if (Nicknames.related(one, other)) {
            return Agreement.NICKNAME;
        }
        if (Slip.near(one, other)) {
            return sameLetter
                    ? Agreement.NEARLY
                    : Agreement.ALIKE; // hands seldom miss the first letter, twins often differ by it
        }
        return Slip.alike(one, other) ? Agreement.ALIKE : Agreement.OTHER;
    }

    private static boolean isSwapped(Profile left, Profile right) {
        return !left.last().isEmpty()
                && left.last().equals(right.firstName())
                && right.last().equals(left.firstName());
    }

    /** Mary and Mary Ann; Lopez and Lopez Garcia. */
    private static boolean isPart(List<String> one, List<String> other) {
        List<String> few = one.size() < other.size() ? one : other;
        List<String> many = one.size() < other.size() ? other : one;
        return !few.isEmpty()
                && few.size() < many.size()
                && many.containsAll(few)
                && few.stream().anyMatch(word -> word.length() > 2);
    }

    static Agreement last(Profile left, Profile right) {
        String one = left.last();
        String other = right.last();
        if (one.isEmpty() || other.isEmpty() || isSwapped(left, right) && !one.equals(other)) {
            return Agreement.SILENT;
        }
        if (one.equals(other)) {
            return Agreement.SAME;
        }
        if (isPart(left.name().last(), right.name().last())) {
            return Agreement.PART;
        }
        if (Slip.near(one, other)) {
            return Agreement.NEARLY;
        }
        return Slip.alike(one, other) ? Agreement.ALIKE : Agreement.OTHER;
    }

    static Agreement middle(Profile left, Profile right) {
        String one = left.name().middle();
        String other = right.name().middle();
        if (one.isEmpty() || other.isEmpty()) {
            return Agreement.SILENT;
        }
        if (one.equals(other)) {
            return one.length() > 1 ? Agreement.SAME : Agreement.INITIAL;
        }
        if (one.length() == 1 || other.length() == 1) {
            return one.charAt(0) == other.charAt(0) ? Agreement.INITIAL : Agreement.OTHER;
        }
        return Slip.near(one, other) ? Agreement.NEARLY : Agreement.OTHER;
    }

    static Agreement suffix(Profile left, Profile right) {
        String one = left.name().suffix();
        String other = right.name().suffix();
        if (one.isEmpty() && other.isEmpty()) {
            return Agreement.SILENT;
        }
        if (one.equals(other)) {
            return Agreement.SAME;
        }
        return one.isEmpty() || other.isEmpty() ? Agreement.PART : Agreement.OTHER;
    }
}
