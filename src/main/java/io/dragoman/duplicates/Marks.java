package io.dragoman.duplicates;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What rows of one human nearly always share some of, in spite of slips: only rows that share a mark are weighed. */
final class Marks {
    /** How many a row may have; further telephones and e-mails find nobody new. */
    static final int MOST = 14;

    private static final int BEGINNING = 3;

    private Marks() {}

    /** Hashes, never 0. */
    static int[] of(Profile profile) {
        Set<String> marks = new LinkedHashSet<>();
        profile.emails().stream().limit(2).forEach(email -> marks.add("email " + email));
        profile.phones().stream().limit(3).forEach(phone -> marks.add("phone " + phone));
        String first = profile.firstName().isEmpty()
                ? ""
                : Nicknames.full(profile.firstName()).stream()
                        .sorted()
                        .findFirst()
                        .orElse("");
        addNames(marks, profile, first);
        addDays(marks, profile, first);
        if (!profile.home().postalCode().isEmpty() && !first.isEmpty()) {
            marks.add("place " + profile.home().postalCode() + first);
            marks.add("house " + profile.home().postalCode() + profile.home().house() + first.charAt(0));
        }
        return marks.stream().limit(MOST).mapToInt(Marks::hash).distinct().toArray();
    }

    private static int hash(String mark) {
        int hash = mark.hashCode() * 0x9E3779B9;
        return hash == 0 ? 1 : hash;
    }

    /** In either order, because some forms ask for the last name first. */
    private static void addNames(Set<String> marks, Profile profile, String first) {
        if (first.isEmpty() || profile.last().isEmpty()) {
            return;
        }
        marks.add("names " + ordered(Slip.sound(first), Slip.sound(profile.last())));
        profile.name().last().stream()
                .limit(2)
                .forEach(word -> marks.add("names " + ordered(Slip.sound(first), Slip.sound(word))));
    }

    private static String ordered(String one, String other) {
        return one.compareTo(other) < 0 ? one + "|" + other : other + "|" + one;
    }

    private static void addDays(Set<String> marks, Profile profile, String first) {
        LocalDate born = profile.born();
        if (born == null) {
            return;
        }
        for (String name : List.of(first, profile.last())) {
            if (!name.isEmpty()) {
                marks.add("month " + born.getYear() + "-" + born.getMonthValue() + Slip.sound(name));
                marks.add("day " + born + name.charAt(0));
            }
        }
        marks.add("year " + born.getYear() + beginning(profile.firstName()) + beginning(profile.last()));
    }

    private static String beginning(String name) {
        return name.substring(0, Math.min(BEGINNING, name.length())) + "|";
    }
}
