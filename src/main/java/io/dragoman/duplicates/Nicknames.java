package io.dragoman.duplicates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** First names and the short forms people use for them, from {@code nicknames.txt}: a full name, then its short forms. */
final class Nicknames {
    private static final Map<String, Set<String>> FULL = read();

    private Nicknames() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> full = new HashMap<>();
        InputStream in = Objects.requireNonNull(Nicknames.class.getResourceAsStream("nicknames.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> List.of(line.split(" ")))
                    .forEach(names -> names.forEach(name ->
                            full.computeIfAbsent(name, any -> new HashSet<>()).add(names.get(0))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return full;
    }

    /** Whether one name is a short form of the other, or both are of a third. */
    static boolean related(String one, String other) {
        return full(one).stream().anyMatch(full(other)::contains);
    }

    /** The full names that a name may stand for, at least itself. */
    static Set<String> full(String name) {
        return FULL.getOrDefault(name, Set.of(name));
    }
}
