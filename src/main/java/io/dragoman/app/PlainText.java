package io.dragoman.app;

/** Text from an export or a person, made safe for a terminal and a table: nothing in it can steer what shows it. */
final class PlainText {
    private PlainText() {}

    /** Line breaks and tabs become blanks; other control and direction marks become a replacement sign. */
    static String of(String text) {
        if (text.chars().noneMatch(PlainText::steers)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                plain.append(' ');
            } else {
                plain.append(steers(c) ? '\uFFFD' : (char) c);
            }
        });
        return plain.toString();
    }

    private static boolean steers(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (c >= 0x200E && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
