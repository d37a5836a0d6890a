package io.dragoman.systems.pipedrive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What every call costs, from the table beside this class. A call that is not in the table is not made. */
final class Costs {
    private static final Map<String, Integer> TOKENS = read();

    private Costs() {}

    /**
     * Tokens of one request.
     *
     * @param path as sent, without a query; ids and codes in it may be anything
     * @throws IllegalArgumentException for a call nobody priced
     */
    static int of(String method, String path) {
        Integer tokens = TOKENS.get(method + " " + path);
        if (tokens == null) {
            tokens = TOKENS.get(method + " " + shape(path));
        }
        if (tokens == null) {
            throw new IllegalArgumentException("no price for " + method + " " + shape(path));
        }
        return tokens;
    }

    /** The path with every part that stands at the place of an id taken out: the fourth and the sixth. */
    private static String shape(String path) {
        String[] parts = path.split("/", -1);
        for (int id = 4; id < parts.length; id += 2) {
            parts[id] = "*";
        }
        return String.join("/", parts);
    }

    private static Map<String, Integer> read() {
        Map<String, Integer> tokens = new HashMap<>();
        try (InputStream table = Objects.requireNonNull(Costs.class.getResourceAsStream("costs.csv"))) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(",/"))
                    .map(line -> line.split(",", -1))
                    .forEach(row -> tokens.put(row[0] + " " + key(row[1]), Integer.valueOf(row[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(tokens);
    }

    private static String key(String path) {
        return path.contains("{") ? shape(path) : path;
    }
}
