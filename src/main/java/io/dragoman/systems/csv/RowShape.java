package io.dragoman.systems.csv;

import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a row of a file becomes a row of its object: which of its cells, in which order, and what is made of them. For one thread. */
final class RowShape {
    private final int width;
    private final List<Part> parts;
    private final List<String> unknown;
    private final List<String> twice;

    private RowShape(int width, List<Part> parts, List<String> unknown, List<String> twice) {
        this.width = width;
        this.parts = parts;
        this.unknown = unknown;
        this.twice = twice;
    }

    /** One column of the object, and what its cell is made of. */
    private record Part(String column, Function<String[], String> cell) {}

    /**
     * What a shape needs beside the header.
     *
     * @param paths column of a path, by the column for the size of the file it names
     * @param sizes size of the file a path names, as text; null when there is no such file
     */
    record Ground(Headers headers, Dates dates, Map<String, String> paths, Function<String, @Nullable String> sizes) {}

    /** @param given names of the file's columns, as the file has them */
    static RowShape of(SourceObject object, List<String> given, Ground ground) {
        Headers.FileHeaders named = ground.headers().of(object.name());
        Map<String, Integer> places = new HashMap<>();
        Set<String> repeated = new TreeSet<>();
        for (int i = 0; i < given.size(); i++) {
            if (places.putIfAbsent(Headers.plain(given.get(i)), i) != null) {
                repeated.add(Headers.plain(given.get(i)));
            }
        }
        Set<String> used = new HashSet<>();
        List<Part> parts = new ArrayList<>();
        for (Column column : object.columns()) {
            List<String> names = names(column, named, places.keySet());
            Headers.Taken taken = named.columns().get(column.name());
            used.addAll(names);
            if (!names.isEmpty()) {
                int[] at = names.stream()
                        .mapToInt(name -> places.getOrDefault(name, 0))
                        .toArray();
                parts.add(new Part(
                        column.name(), cell(column, at, taken == null ? Map.of() : taken.values(), ground.dates())));
            }
        }
        List<String> unknown = given.stream()
                .filter(name -> !used.contains(Headers.plain(name)))
                .toList();
        repeated.retainAll(used);
        RowShape shape = new RowShape(given.size(), parts, unknown, List.copyOf(repeated));
        shape.addKey(object, named.key(), ground.headers());
        shape.addSizes(ground);
        return shape;
    }

    /** Columns of the file that make this one; none when the file has none of them. */
    private static List<String> names(Column column, Headers.FileHeaders named, Set<String> there) {
        Headers.Taken taken = named.columns().get(column.name());
        if (taken != null) {
            return taken.from().stream()
                    .flatMap(any -> first(plain(any), there).stream())
                    .toList();
        }
        String own = Headers.plain(column.name());
        boolean isTaken = named.columns().values().stream()
                .flatMap(other -> other.from().stream())
                .anyMatch(any -> plain(any).contains(own));
        return !isTaken && there.contains(own) ? List.of(own) : List.of();
    }

    private static List<String> plain(List<String> names) {
        return names.stream().map(Headers::plain).toList();
    }

    private static Optional<String> first(List<String> names, Set<String> there) {
        return names.stream().filter(there::contains).findFirst();
    }

    private static Function<String[], String> cell(Column column, int[] at, Map<String, String> values, Dates dates) {
        return row -> {
            String text = row[at[0]];
            if (at.length > 1) {
                text = String.join(
                        " ",
                        Arrays.stream(at)
                                .mapToObj(i -> row[i].strip())
                                .filter(one -> !one.isEmpty())
                                .toList());
            }
            String meant = values.isEmpty() ? null : values.get(text.strip().toLowerCase(Locale.ROOT));
            return dates.iso(meant == null ? text : meant, column.type());
        };
    }

    /** A key of its own for each row of a file that has none; rows that agree in all parts have the same. */
    private void addKey(SourceObject object, List<String> from, Headers headers) {
        List<Part> of =
                parts.stream().filter(part -> from.contains(part.column())).toList();
        if (object.key().size() != 1
                || of.isEmpty()
                || columns().contains(object.key().get(0))) {
            return;
        }
        parts.add(new Part(object.key().get(0), row -> {
            List<String> texts = of.stream()
                    .map(part -> Headers.plain(part.cell().apply(row)))
                    .toList();
            return texts.stream().allMatch(String::isEmpty)
                    ? ""
                    : headers.keys().apply(String.join("\u0001", texts));
        }));
    }

    private void addSizes(Ground ground) {
        ground.paths().forEach((size, path) -> {
            Part where = part(path);
            if (where != null) {
                Part told = part(size);
                parts.remove(told);
                parts.add(new Part(size, row -> {
                    String measured =
                            ground.sizes().apply(where.cell().apply(row).strip());
                    return measured != null
                            ? measured
                            : told == null ? "" : told.cell().apply(row);
                }));
            }
        });
    }

    private @Nullable Part part(String column) {
        return parts.stream()
                .filter(part -> part.column().equals(column))
                .findFirst()
                .orElse(null);
    }

    /** Cells a row of the file has. */
    int width() {
        return width;
    }

    /** Columns of the object, in the order of {@link #cells}. */
    List<String> columns() {
        return parts.stream().map(Part::column).toList();
    }

    /** Names of columns that are taken for nothing. */
    List<String> unknown() {
        return unknown;
    }

    /** Names of columns that stand in the header more than once, in the form they are compared. */
    List<String> twice() {
        return twice;
    }

    /** A row of the object. @param row all cells of a row of the file */
    String[] cells(String[] row) {
        String[] cells = new String[parts.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = parts.get(i).cell().apply(row);
        }
        return cells;
    }
}
