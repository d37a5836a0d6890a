package io.dragoman.staging;

import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** The questions of a system folder, each tried on an empty staging so that a wrong one is found before any export is. */
final class SqlFiles {
    private static final Set<String> VIEW_NAMES = Set.of("of", "key", "types");
    private static final Pattern CHECK = Pattern.compile("\\A-- (note|stop) ([a-z][a-z0-9-]*): (\\S[^\\n]*)\\n");
    private static final Pattern REBUILD = Pattern.compile("\\A-- ([A-Z][^:\\n]*): (\\S[^\\n]*)\\n");

    private final Path folder;
    private final LayoutTree tree;
    private final List<Problem> problems;

    SqlFiles(Path folder, LayoutTree tree, List<Problem> problems) {
        this.folder = folder;
        this.tree = tree;
        this.problems = problems;
    }

    /** Reads the views, in their order, and adds each to the objects; a view may ask the views before it. */
    Map<String, String> views(Map<String, SourceObject> objects, @Nullable Node node) {
        Map<String, String> views = new LinkedHashMap<>();
        try (Connection empty = empty(objects)) {
            for (Map.Entry<String, Node> entry : tree.entries(node).entrySet()) {
                String name = entry.getKey();
                String place = "views/" + name + ".sql";
                String sql = text(place);
                List<String> columns = sql == null ? List.of() : columns(empty, place, sql);
                if (sql != null && !columns.isEmpty()) {
                    SourceObject view = view(name, entry.getValue(), columns, objects);
                    views.put(name, sql);
                    objects.put(name, view);
                    Tables.create(empty, view);
                }
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
        return views;
    }

    /** Questions with one mark, {@code ?}, which stands for a key: each row is a line of a file, each column one of its columns. */
    Map<String, String> sheets(Map<String, SourceObject> objects) {
        Map<String, String> sheets = new LinkedHashMap<>();
        try (Connection empty = empty(objects);
                Stream<Path> files = list(folder.resolve("sheets"))) {
            for (Path file : sqlFiles(files)) {
                String name = String.valueOf(file.getFileName()).replaceAll("\\.sql$", "");
                String place = "sheets/" + file.getFileName();
                String sql = text(place);
                if (sql != null && !columns(empty, place, sql).isEmpty()) {
                    sheets.put(name, sql);
                }
                if (sql != null && sql.chars().filter(sign -> sign == '?').count() != 1) {
                    problems.add(new Problem("view-invalid", place, "Write one mark, ?, for the key of the file."));
                }
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
        return sheets;
    }

    private static List<Path> sqlFiles(Stream<Path> files) {
        return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }

    /** All objects of the layout, without rows. */
    private static Connection empty(Map<String, SourceObject> objects) throws SQLException {
        Connection empty = StagingFile.inMemory();
        Tables.createSettings(empty, Map.of());
        for (SourceObject object : objects.values()) {
            Tables.create(empty, object);
        }
        return empty;
    }

    List<Layout.Check> checks(Map<String, SourceObject> objects, Map<String, String> views) {
        List<Layout.Check> checks = new ArrayList<>();
        try (Connection empty = empty(objects);
                Stream<Path> files = list(folder.resolve("checks"))) {
            for (Path file : sqlFiles(files)) {
                String place = "checks/" + file.getFileName();
                String sql = text(place);
                Matcher head = CHECK.matcher(sql == null ? "" : sql);
                if (sql == null || !head.find()) {
                    problems.add(new Problem("check-invalid", place, "Begin with `-- note|stop code: advice`."));
                } else if (isCheck(columns(empty, place, sql), place)) {
                    var severity = head.group(1).equals("stop") ? Finding.Severity.STOP : Finding.Severity.NOTE;
                    checks.add(new Layout.Check(place, severity, head.group(2), head.group(3), sql));
                }
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
        return checks;
    }

    List<Layout.Rebuild> rebuild(Map<String, SourceObject> objects) {
        List<Layout.Rebuild> questions = new ArrayList<>();
        try (Connection empty = empty(objects);
                Stream<Path> files = list(folder.resolve("rebuild"))) {
            for (Path file : sqlFiles(files)) {
                String place = "rebuild/" + file.getFileName();
                String sql = text(place);
                Matcher head = REBUILD.matcher(sql == null ? "" : sql);
                if (sql == null || !head.find()) {
                    problems.add(new Problem("rebuild-invalid", place, "Begin with `-- Title: advice`."));
                } else {
                    List<String> columns = columns(empty, place, sql);
                    questions.add(new Layout.Rebuild(place, head.group(1), head.group(2), sql, columns));
                }
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
        return questions;
    }

    private boolean isCheck(List<String> columns, String place) {
        if (!columns.isEmpty() && !columns.equals(List.of("key", "row"))) {
            problems.add(new Problem("check-invalid", place, "Select two columns: key and row."));
        }
        return columns.size() == 2;
    }

    private static Stream<Path> list(Path folder) {
        try {
            return Files.isDirectory(folder) ? Files.list(folder) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String text(String place) {
        try {
            return Files.readString(folder.resolve(place));
        } catch (IOException e) {
            problems.add(new Problem("sql-unreadable", place, "The file is missing or cannot be read."));
            return null;
        }
    }

    /** Names of what the question gives, without those of staging itself; none after a problem. */
    private List<String> columns(Connection empty, String place, String sql) {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = empty.prepareStatement(sql)) {
            ResultSetMetaData gives = statement.getMetaData();
            for (int i = 1; i <= gives.getColumnCount(); i++) {
                String name = gives.getColumnLabel(i);
                if (columns.contains(name)) {
                    problems.add(new Problem("view-invalid", place, name + " is given twice. Name one of them apart."));
                } else if (!name.startsWith("_")) {
                    columns.add(name);
                }
            }
        } catch (SQLException e) {
            problems.add(new Problem("view-invalid", place, String.valueOf(e.getMessage())));
        }
        return columns;
    }

    private SourceObject view(String name, Node node, List<String> columns, Map<String, SourceObject> objects) {
        Map<String, Node> entries = tree.entries(node, VIEW_NAMES);
        SourceObject of = objects.get(tree.text(entries.get("of")));
        if (of == null || of.of() != null) {
            tree.problem(node, "layout-invalid", name + " needs `of`, the file whose rows it shows.");
        }
        List<String> key = tree.texts(entries.get("key"));
        Map<String, Node> types = tree.entries(entries.get("types"));
        Stream.concat(key.stream(), types.keySet().stream())
                .filter(column -> !columns.contains(column))
                .forEach(column ->
                        tree.problem(node, "layout-invalid", "views/" + name + ".sql gives no column " + column + "."));
        List<Column> typed = columns.stream()
                .map(column -> column(column, types.get(column), of, key.contains(column)))
                .toList();
        return new SourceObject(name, of == null ? "" : of.name(), null, false, key, typed);
    }

    private Column column(String name, @Nullable Node type, @Nullable SourceObject of, boolean inKey) {
        if (type != null) {
            return new ColumnWords(tree).column(name, type, inKey);
        }
        Column plain = new Column(name, "string", inKey, List.of(), null);
        return of == null
                ? plain
                : of.columns().stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst()
                        .orElse(plain);
    }
}
