package io.dragoman.run.sample;

import io.dragoman.model.AsHeld;
import io.dragoman.model.Money;
import io.dragoman.model.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value that was read back is the one that was written. A target may write numbers, times and HTML in its own
 * way and give several values in its own order; it may not change, cut or drop them.
 */
final class Likeness {
    private Likeness() {}

    /** How a field came back. @param expected null for nothing. @param got null for nothing */
    static Verdict verdict(@Nullable Object expected, @Nullable Object got) {
        if (isNothing(expected)) {
            return isNothing(got) ? Verdict.EQUAL : Verdict.NOT_EXPECTED;
        }
        if (isNothing(got)) {
            return Verdict.MISSING;
        }
        return same(expected, got) ? Verdict.EQUAL : Verdict.OTHERWISE;
    }

    /** As {@link #verdict}, for a word by which the account calls something and which it may write in its own case. */
    static Verdict verdictOfWord(@Nullable Object expected, @Nullable Object got) {
        return expected instanceof String one && got instanceof String other && one.equalsIgnoreCase(other)
                ? Verdict.EQUAL
                : verdict(expected, got);
    }

    /** A flag that is not set may come back as nothing. */
    static boolean isNothing(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof Collection<?> several && several.isEmpty());
    }

    private static boolean same(@Nullable Object expected, @Nullable Object got) {
        if (expected instanceof Collection<?> || got instanceof Collection<?>) {
            return sameMembers(list(expected), list(got));
        }
        if (expected instanceof Money money && got instanceof Money other) {
            return sameNumber(money.amount(), other.amount())
                    && money.currency().equals(other.currency());
        }
        if (expected instanceof Map<?, ?> parts && got instanceof Map<?, ?> others) {
            return parts.keySet().stream().allMatch(part -> same(parts.get(part), others.get(part)));
        }
        BigDecimal one = number(expected);
        BigDecimal other = number(got);
        return one != null && other != null ? sameNumber(one, other) : sameText(text(expected), text(got));
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? List.copyOf(several)
                : value == null ? List.of() : List.of(value);
    }

    private static boolean sameMembers(List<?> expected, List<?> got) {
        List<Object> left = new ArrayList<>(got);
        for (Object one : expected) {
            Object match =
                    left.stream().filter(other -> same(one, other)).findFirst().orElse(null);
            if (match == null) {
                return false;
            }
            left.remove(match);
        }
        return left.isEmpty();
    }

    private static boolean sameNumber(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Money money) {
            return money.amount();
        }
        return value instanceof Integer || value instanceof Long ? new BigDecimal(value.toString()) : null;
    }

    private static boolean sameText(String expected, String got) {
        String one = collapsed(expected);
        String other = collapsed(got);
        String bare = withoutTags(expected);
        return one.equals(other)
                || bare.equals(other) // plain words may hold what looks like a tag
                || bare.equals(withoutTags(got))
                || one.equals(withoutTags(got));
    }

    private static String withoutTags(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0
                ? collapsed(text)
                : collapsed(Jsoup.parse(text).text());
    }

    private static String collapsed(String text) {
        return text.strip().replaceAll("[\\s\\u00a0]+", " ");
    }

    /** A value as the target writes it where a text is wanted. */
    private static String text(@Nullable Object value) {
        Object plain = plain(value);
        return plain == null ? "" : plain.toString();
    }

    /** A value as people write it: ids, amounts and parts as text; lists of these stay lists. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(one -> String.valueOf(plain(one))).toList();
        }
        if (value instanceof Map<?, ?> parts) {
            Object inner = parts.get("value");
            return inner == null ? parts : plain(inner);
        }
        if (value instanceof TargetId id) {
            return id.value();
        }
        if (value instanceof AsHeld held) {
            return held.text();
        }
        if (value instanceof Money money) {
            return money.amount().toPlainString() + " " + money.currency();
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        if (value instanceof LocalTime time) {
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        return value instanceof Boolean flag ? (flag ? "Yes" : "No") : value;
    }
}
