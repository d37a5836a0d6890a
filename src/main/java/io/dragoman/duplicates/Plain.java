package io.dragoman.duplicates;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts without what people write differently and mean the same. */
final class Plain {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern QUOTES = Pattern.compile("['’`.]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final int PHONE_DIGITS = 10;
    private static final Map<String, String> STREET_WORDS = Map.ofEntries(
            Map.entry("street", "st"),
            Map.entry("avenue", "ave"),
            Map.entry("av", "ave"),
            Map.entry("road", "rd"),
            Map.entry("drive", "dr"),
            Map.entry("lane", "ln"),
            Map.entry("boulevard", "blvd"),
            Map.entry("court", "ct"),
            Map.entry("place", "pl"),
            Map.entry("terrace", "ter"),
            Map.entry("highway", "hwy"),
            Map.entry("apartment", "apt"),
            Map.entry("north", "n"),
            Map.entry("south", "s"),
            Map.entry("east", "e"),
            Map.entry("west", "w"));

    private Plain() {}

    /** Words of letters and digits, in lower case and without accents. */
    static List<String> words(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String joined = QUOTES.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
        return BETWEEN.splitAsStream(joined).filter(word -> !word.isEmpty()).toList();
    }

    static String text(String text) {
        return String.join(" ", words(text));
    }

    static String street(String text) {
        return String.join(
                " ",
                words(text).stream()
                        .map(word -> STREET_WORDS.getOrDefault(word, word))
                        .toList());
    }

    /** The digits that tell telephones apart, whatever country code stands before them; empty when there are too few. */
    static String phone(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        int over = Math.max(0, digits.length() - PHONE_DIGITS);
        return digits.length() < 6 ? "" : digits.substring(over);
    }

    static String email(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return plain.indexOf('@') > 0 ? plain : "";
    }
}
