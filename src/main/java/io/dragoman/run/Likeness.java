package io.dragoman.run;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.dragoman.model.AsHeld;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings values of ours and of an account to one form, in which they are equal when a person would call them the same.
 * Thread-safe.
 */
public final class Likeness {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final int SHORTEST_NUMBER = 7;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final String region;

    /** @param region country of telephone numbers without country code, two letters */
    public Likeness(String region) {
        this.region = region;
    }

    /** How a field is compared. */
    public enum Sort {
        EMAIL,
        PHONE,
        /** Name of a human: the first and the last word of it. */
        HUMAN,
        /** Letters and digits, without case and accents. */
        WORDS,
        /** As it is. */
        EXACT
    }

    /** The forms of a value, one for each of its texts; texts of which nothing is left are absent. */
    public Set<String> forms(Sort sort, @Nullable Object value) {
        Set<String> forms = new LinkedHashSet<>();
        if (value instanceof Collection<?> many) {
            many.forEach(one -> form(sort, text(one)).ifPresent(forms::add));
        } else if (value != null) {
            form(sort, text(value)).ifPresent(forms::add);
        }
        return forms;
    }

    private static String text(Object value) {
        if (value instanceof AsHeld held) {
            return held.text();
        }
        return value instanceof Map<?, ?> parts ? String.valueOf(parts.get("value")) : value.toString();
    }

    private Optional<String> form(Sort sort, String text) {
        String form = switch (sort) {
            case EMAIL -> text.strip().toLowerCase(Locale.ROOT);
            case PHONE -> phone(text);
            case HUMAN -> human(words(text));
            case WORDS -> words(text);
            case EXACT -> text.strip();
        };
        return form.isEmpty() ? Optional.empty() : Optional.of(form);
    }

    /** An extension does not count: a person has it or leaves it out. What is too short for a number is nothing. */
    private String phone(String text) {
        try {
            return phones.format(phones.parse(text, region), PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            String digits = NO_DIGIT.matcher(text).replaceAll("");
            return digits.length() < SHORTEST_NUMBER ? "" : digits;
        }
    }

    private static String words(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NEITHER_LETTER_NOR_DIGIT
                .matcher(plain.replace("'", "").replace("\u2019", "").toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static String human(String words) {
        int first = words.indexOf(' ');
        return first < 0 ? words : words.substring(0, first) + words.substring(words.lastIndexOf(' '));
    }

    /**
     * Whether two names can be those of one human: the last words are the same, and so are the first, or one of them is the
     * beginning of the other, as in {@code Rob} or an initial. Nothing agrees with no name.
     */
    public boolean mayBeOneHuman(@Nullable Object ours, @Nullable Object theirs) {
        String[] one = human(ours).split(" ", -1);
        String[] other = human(theirs).split(" ", -1);
        return one.length == 2
                && other.length == 2
                && one[1].equals(other[1])
                && (one[0].startsWith(other[0]) || other[0].startsWith(one[0]));
    }

    private String human(@Nullable Object name) {
        return forms(Sort.HUMAN, name).stream().findFirst().orElse("");
    }
}
