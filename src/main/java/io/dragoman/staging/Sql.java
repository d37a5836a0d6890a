package io.dragoman.staging;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How names are written in statements. Names come from the layout; values are always bound. */
final class Sql {
    private Sql() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String column(String alias, String column) {
        return alias + "." + name(column);
    }

    static String columns(String alias, Collection<String> columns) {
        return columns.stream().map(c -> column(alias, c)).collect(Collectors.joining(", "));
    }

    static String marks(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    /** The key as one text, as lineage and links write it. */
    static String key(String alias, List<String> columns) {
        return columns.stream().map(c -> column(alias, c)).collect(Collectors.joining(" || '/' || "));
    }

    static String allSet(String alias, Collection<String> columns) {
        return columns.stream().map(c -> column(alias, c) + " IS NOT NULL").collect(Collectors.joining(" AND "));
    }

    static String anyMissing(String alias, Collection<String> columns) {
        return columns.stream().map(c -> column(alias, c) + " IS NULL").collect(Collectors.joining(" OR "));
    }
}
