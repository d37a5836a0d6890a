package io.dragoman.app;

import java.util.regex.Pattern;

/** Numbers as the cells of reports write them: with commas between thousands, and perhaps a per cent sign. */
final class Amounts {
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*(\\.[0-9]+)?( ?%)?");

    private Amounts() {}

    /** The number a cell shows; 0 when it shows none. */
    static double of(String cell) {
        return NUMBER.matcher(cell).matches()
                ? Double.parseDouble(cell.replace(",", "").replace("%", "").strip())
                : 0;
    }
}
