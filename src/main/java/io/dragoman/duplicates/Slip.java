package io.dragoman.duplicates;

import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How far two plain texts are apart, as a hand or an ear would have it. Thread-safe. */
final class Slip {
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance(2);
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
    private static final DoubleMetaphone SOUND = new DoubleMetaphone();
    private static final double ALIKE = 0.86;
    private static final int LONG = 8;

    private Slip() {}

    /** One slip of the keyboard, or two in a long text. */
    static boolean near(String one, String other) {
        int distance = distance(one, other);
        int length = Math.min(one.length(), other.length());
        return distance == 1 && length >= 3 || distance == 2 && length >= LONG;
    }

    /** Insertions, deletions, changes and swaps of neighbours; -1 when more than two. */
    static int distance(String one, String other) {
        return Math.abs(one.length() - other.length()) > 2 ? -1 : DISTANCE.apply(one, other);
    }

    static boolean alike(String one, String other) {
        return SIMILARITY.apply(one, other) >= ALIKE || sound(one).equals(sound(other)) && one.length() > 2;
    }

    static String sound(String text) {
        String sound = SOUND.doubleMetaphone(text);
        return sound == null || sound.isEmpty() ? text : sound;
    }
}
