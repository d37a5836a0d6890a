package io.dragoman.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;

/** Finds the known word somebody probably meant. */
public final class DidYouMean {
    private DidYouMean() {}

    /**
     * The end of a complaint: {@code ; did you mean "email"?} when one word is close, else the words themselves when they
     * are few, else a full stop.
     */
    public static String among(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        int near = Math.max(1, word.length() / 3);
        return new TreeSet<>(known)
                .stream()
                        .filter(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)) <= near)
                        .min(Comparator.comparingInt(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT))))
                        .map(candidate -> "; did you mean \"" + candidate + "\"?")
                        .orElseGet(() -> list(known));
    }

    private static String list(Collection<String> known) {
        if (known.isEmpty() || known.size() > 16) {
            return ".";
        }
        return "; known: " + String.join(", ", new TreeSet<>(known)) + ".";
    }

    /** Edits that make one word of the other; swapped neighbours count as one. */
    static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int change = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(change, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
