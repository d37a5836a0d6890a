package io.dragoman.duplicates;

import io.dragoman.model.Human;
import io.dragoman.model.HumanFact;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One human in the form that is compared.
 *
 * @param last name without blanks; empty when not told
 * @param born null when not told, or no day
 * @param gender first letter; empty when not told, or neither of the two that most sources know
 */
record Profile(
        Human human,
        PersonName name,
        String last,
        @Nullable LocalDate born,
        String gender,
        List<String> emails,
        List<String> phones,
        Home home) {
    private static final Set<String> GENDERS = Set.of("m", "f", "male", "female");

    static Profile of(Human human) {
        PersonName name = PersonName.of(human);
        String gender = Plain.text(human.first(HumanFact.GENDER));
        return new Profile(
                human,
                name,
                name.lastName(),
                born(human.first(HumanFact.BORN).strip()),
                GENDERS.contains(gender) ? gender.substring(0, 1) : "",
                all(human, HumanFact.EMAILS, Plain::email),
                all(human, HumanFact.PHONES, Plain::phone),
                Home.of(human.of(HumanFact.ADDRESS)));
    }

    private static List<String> all(Human human, HumanFact fact, UnaryOperator<String> form) {
        return human.of(fact).stream()
                .map(form)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable LocalDate born(String text) {
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** The first name on paper; empty when not told. */
    String firstName() {
        return name.firstName();
    }

    @Override
    public String toString() {
        return human.toString();
    }
}
