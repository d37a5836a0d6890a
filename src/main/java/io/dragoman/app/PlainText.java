package io.dragoman.app;

/** Text from an export or a person, made safe for a terminal and a table: nothing in it can steer what shows it. */
final class PlainText {
    private PlainText() {}

    /** Line breaks and tabs become blanks; other control and direction marks, and halves of a sign, a replacement sign. */
    static String of(String text) {
        if (text.codePoints().noneMatch(PlainText::steers)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                plain.append(' ');
            } else {
                plain.appendCodePoint(steers(c) ? '\uFFFD' : c);
            }
        });
        return plain.toString();
    }

    private static boolean steers(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE // cannot be written as UTF-8
                || c == 0x061C
                || (c >= 0x200E && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
