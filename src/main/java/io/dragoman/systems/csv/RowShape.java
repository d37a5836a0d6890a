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
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            places.computeIfAbsent(Headers.plain(given.get(i)), none -> new ArrayList<>())
                    .add(i);
        }
        Set<String> taken = new HashSet<>();
        named.columns().values().forEach(one -> one.from().forEach(from -> taken.addAll(plain(from))));
        Set<String> used = new HashSet<>();
        List<Part> parts = new ArrayList<>();
        for (Column column : object.columns()) {
            Headers.Taken from = named.columns().get(column.name());
            boolean own = from == null && !taken.contains(Headers.plain(column.name()));
            List<String> names = from != null
                    ? from.from().stream().flatMap(any -> first(plain(any), places.keySet()).stream()).toList()
                    : own ? List.of(Headers.plain(column.name())) : List.of();
            int[] at = names.stream()
                    .filter(places::containsKey) // the column of its own name may be missing
                    .mapToInt(name -> places.get(name).get(0))
                    .toArray();
            used.addAll(names);
            if (at.length > 0) {
                parts.add(new Part(column.name(), cell(column, at, from == null ? Map.of() : from.values(), ground.dates())));
            }
        }
        List<String> unknown =
                given.stream().filter(name -> !used.contains(Headers.plain(name))).toList();
        List<String> twice = places.entrySet().stream()
                .filter(place -> place.getValue().size() > 1 && used.contains(place.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        RowShape shape = new RowShape(given.size(), parts, unknown, twice);
        shape.addKey(object, named.key(), ground.headers());
        shape.addSizes(ground);
        return shape;
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
                        " ", Arrays.stream(at).mapToObj(i -> row[i].strip()).filter(one -> !one.isEmpty()).toList());
            }
            String meant = values.isEmpty() ? null : values.get(text.strip().toLowerCase(Locale.ROOT));
            return dates.iso(meant == null ? text : meant, column.type());
        };
    }

    /** A key of its own for each row of a file that has none; rows that agree in all parts have the same. */
    private void addKey(SourceObject object, List<String> from, Headers headers) {
        List<Part> of = parts.stream().filter(part -> from.contains(part.column())).toList();
        if (object.key().size() != 1 || of.isEmpty() || columns().contains(object.key().get(0))) {
            return;
        }
        parts.add(new Part(object.key().get(0), row -> {
            List<String> texts = of.stream()
                    .map(part -> Headers.plain(part.cell().apply(row)))
                    .toList();
            return texts.stream().allMatch(String::isEmpty) ? "" : headers.keys().apply(String.join("\u0001", texts));
        }));
    }

    private void addSizes(Ground ground) {
        ground.paths().forEach((size, path) -> {
            Part where = part(path);
            if (where != null) {
                Part told = part(size);
                parts.remove(told);
                parts.add(new Part(size, row -> {
                    String measured = ground.sizes().apply(where.cell().apply(row).strip());
                    return measured != null ? measured : told == null ? "" : told.cell().apply(row);
                }));
            }
        });
    }

    private @Nullable Part part(String column) {
        return parts.stream().filter(part -> part.column().equals(column)).findFirst().orElse(null);
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
