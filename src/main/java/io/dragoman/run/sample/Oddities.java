package io.dragoman.run.sample;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.TreeSet;

/** What is odd about a text: marks and scripts that other programs are known to stumble over. */
final class Oddities {
    private static final String MARKUP = "<>&";
    private static final String FORMULA = "=+-@";
    private static final int ASCII = 128;

    private Oddities() {}

    /** Names of what is odd; empty for an ordinary text. */
    static Set<String> of(String text) {
        Set<String> odd = new TreeSet<>();
        if (text.isEmpty()) {
            return odd;
        }
        if (FORMULA.indexOf(text.charAt(0)) >= 0) {
            odd.add("begins like a formula");
        }
        if (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1))) {
            odd.add("outer blanks");
        }
        text.codePoints().forEach(point -> of(point, odd));
        return odd;
    }

    private static void of(int point, Set<String> odd) {
        if (point < ASCII) {
            plain(point, odd);
            return;
        }
        int type = Character.getType(point);
        if (type == Character.CONTROL || type == Character.FORMAT) {
            odd.add("invisible marks");
        } else if (type == Character.NON_SPACING_MARK) {
            odd.add("combining marks");
        } else if (Character.isSupplementaryCodePoint(point)) {
            odd.add("beyond sixteen bits");
        } else if (Character.isSpaceChar(point)) {
            odd.add("other blanks");
        } else {
            UnicodeScript script = UnicodeScript.of(point);
            odd.add(script == UnicodeScript.COMMON ? "other signs" : "script " + script);
        }
    }

    private static void plain(int point, Set<String> odd) {
        if (point == '\n' || point == '\r') {
            odd.add("line breaks");
        } else if (point < ' ' || point == 127) {
            odd.add("control marks");
        } else if (MARKUP.indexOf(point) >= 0) {
            odd.add("markup");
        } else if (point == '"' || point == '\\') {
            odd.add("quotes");
        }
    }
}
