package io.dragoman.duplicates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How often rows agree in each way, from {@code chances.csv}. */
final class Chances {
    static final String TWINS = "twin-first-name";
    private static final Map<String, Chance> TABLE = read();

    /**
     * What one agreement on one fact tells.
     *
     * @param stranger NaN when it depends on how often the value occurs
     */
    record Chance(double human, double household, double stranger) {}

    private Chances() {}

    private static Map<String, Chance> read() {
        InputStream in = Objects.requireNonNull(Chances.class.getResourceAsStream("chances.csv"));
        Map<String, Chance> table = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("fact,"))
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> table.put(
                            cells[0] + " " + cells[1],
                            new Chance(number(cells[2]), number(cells[3]), number(cells[4]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static double number(String text) {
        return text.equals("-") ? Double.NaN : Double.parseDouble(text);
    }

    /** @param fact the word of a fact, or {@link #TWINS} */
    static Chance of(String fact, Agreement agreement) {
        return Objects.requireNonNull(TABLE.get(fact + " " + agreement.name().toLowerCase(Locale.ROOT)));
    }
}
