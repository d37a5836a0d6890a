package io.dragoman.duplicates;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Compares what two rows tell of birth and gender, and by what somebody is reached. */
final class LifeLook {
    /** Years after which one digit that differs may as well be a parent's. */
    private static final int GENERATION = 10;

    private static final int LONG_ADDRESS = 8;
    private static final int LONG_MAILBOX = 6;

    private LifeLook() {}

    static Agreement born(Profile left, Profile right) {
        LocalDate one = left.born();
        LocalDate other = right.born();
        if (one == null || other == null) {
            return Agreement.SILENT;
        }
        if (one.equals(other)) {
            return Agreement.SAME;
        }
        boolean slip = Slip.distance(digits(one), digits(other)) == 1;
        if (Math.abs(one.getYear() - other.getYear()) >= GENERATION) {
            return slip ? Agreement.ALIKE : Agreement.OTHER;
        }
        boolean turned = one.getYear() == other.getYear()
                && one.getDayOfMonth() == other.getMonthValue()
                && one.getMonthValue() == other.getDayOfMonth();
        if (turned || slip) {
            return Agreement.NEARLY;
        }
        return sameParts(one, other) == 2 ? Agreement.ALIKE : Agreement.OTHER;
    }

    private static long sameParts(LocalDate one, LocalDate other) {
        return Stream.of(ChronoField.YEAR, ChronoField.MONTH_OF_YEAR, ChronoField.DAY_OF_MONTH)
                .filter(part -> one.get(part) == other.get(part))
                .count();
    }

    private static String digits(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    static Agreement gender(Profile left, Profile right) {
        if (left.gender().isEmpty() || right.gender().isEmpty()) {
            return Agreement.SILENT;
        }
        return left.gender().equals(right.gender()) ? Agreement.SAME : Agreement.OTHER;
    }

    static Agreement email(Profile left, Profile right) {
        if (left.emails().isEmpty() || right.emails().isEmpty()) {
            return Agreement.SILENT;
        }
        if (any(left.emails(), right.emails(), String::equals)) {
            return Agreement.SAME;
        }
        if (any(left.emails(), right.emails(), LifeLook::isSlip)) {
            return Agreement.NEARLY;
        }
        return any(left.emails(), right.emails(), LifeLook::isSameMailbox) ? Agreement.ALIKE : Agreement.OTHER;
    }

    private static boolean isSlip(String one, String other) {
        int distance = Slip.distance(one, other);
        return one.length() >= LONG_ADDRESS && (distance == 1 || distance == 2);
    }

    private static boolean isSameMailbox(String one, String other) {
        String mailbox = one.substring(0, one.indexOf('@') + 1);
        return mailbox.length() > LONG_MAILBOX && other.startsWith(mailbox);
    }

    static Agreement phone(Profile left, Profile right) {
        if (left.phones().isEmpty() || right.phones().isEmpty()) {
            return Agreement.SILENT;
        }
        if (any(left.phones(), right.phones(), String::equals)) {
            return Agreement.SAME;
        }
        return any(left.phones(), right.phones(), (one, other) -> Slip.distance(one, other) == 1)
                ? Agreement.NEARLY
                : Agreement.OTHER;
    }

    private static boolean any(List<String> left, List<String> right, BiPredicate<String, String> agrees) {
        return left.stream().anyMatch(one -> right.stream().anyMatch(other -> agrees.test(one, other)));
    }
}
