package io.dragoman.staging;

import io.dragoman.model.PhiClass;
import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.model.UserProblems;
import io.dragoman.staging.Layout.ColumnName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the folder of a source system: {@code layout.yaml}, {@code views/*.sql}, {@code checks/*.sql} and {@code sheets/*.sql}. */
public final class Layouts {
    private static final Set<String> NAMES = names();
    private static final Set<String> CHANNELS = Set.of("csv", "jdbc", "rest");
    private static final Set<String> FILE_NAMES = Set.of("file", "required", "key", "columns");
    private static final Set<String> CIRCLE_CODES = Set.of("reference-circle", "duplicate-circle");

    private final List<Problem> problems = new ArrayList<>();
    private final LayoutTree tree = new LayoutTree("layout.yaml", problems);
    private final ColumnWords words = new ColumnWords(tree);
    private final Map<String, SourceObject> objects = new LinkedHashMap<>();
    private final Map<Node, ColumnName> references = new LinkedHashMap<>();

    private Layouts() {}

    private static Set<String> names() {
        Set<String> names = new HashSet<>(Set.of(
                "system",
                "layout",
                "channels",
                "empty-dates",
                "known-codes",
                "circles",
                "modified",
                "deletions",
                "defaults",
                "measured",
                "joins",
                "settings",
                "files",
                "views",
                "classes"));
        for (Topic.Kind kind : Topic.Kind.values()) {
            names.add(kind.word());
        }
        return Set.copyOf(names);
    }

    /**
     * Reads and checks everything in the folder.
     *
     * @throws UserProblems with all that is wrong in all of its files
     */
    public static Layout read(Path systemFolder) {
        return new Layouts().layout(systemFolder);
    }

    private Layout layout(Path folder) {
        Map<String, Node> top = tree.entries(tree.read(folder.resolve("layout.yaml")), NAMES);
        if (top.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem("layout-invalid", "layout.yaml", "The file is empty."));
        }
        tree.entries(top.get("files")).forEach((name, node) -> objects.put(name, file(name, node)));
        @Nullable ColumnName knownCodes = top.containsKey("known-codes") ? reference(top.get("known-codes")) : null;
        Map<ColumnName, String> circles = circles(top.get("circles"));
        Map<String, String> modified = modified(top.get("modified"));
        @Nullable String deletions = deletions(top.get("deletions"));
        Set<String> channels = channels(top.get("channels"));
        references.forEach(this::checkReference);
        Completion completion =
                new CompletionWords(tree, objects).read(top.get("defaults"), top.get("measured"), top.get("joins"));
        Map<String, String> settings = new LinkedHashMap<>();
        tree.entries(top.get("settings")).forEach((name, text) -> settings.put(name, tree.text(text)));
        stopOnProblems();
        SqlFiles sql = new SqlFiles(folder, tree, problems);
        Map<String, String> views = sql.views(objects, top.get("views"));
        List<Layout.Check> checks = sql.checks(objects, views);
        List<Layout.Rebuild> rebuild = sql.rebuild(objects);
        Map<String, String> sheets = sql.sheets(objects);
        List<Topic> topics = new Topics(tree, objects).read(top);
        Map<String, PhiClass> classes = classes(top.get("classes"));
        stopOnProblems();
        return new Layout(
                new SourceLayout(tree.text(top.get("system")), objects),
                tree.text(top.get("layout")),
                Set.copyOf(tree.texts(top.get("empty-dates"))),
                knownCodes,
                circles,
                views,
                checks,
                sheets,
                modified,
                channels,
                deletions,
                topics,
                classes,
                completion,
                Map.copyOf(settings),
                rebuild);
    }

    /** A layout that says nothing is one of CSV files. */
    private Set<String> channels(@Nullable Node node) {
        if (node == null) {
            return Set.of("csv");
        }
        Set<String> channels = Set.copyOf(tree.texts(node));
        if (!CHANNELS.containsAll(channels) || channels.isEmpty()) {
            tree.problem(node, "layout-invalid", "Channels are csv, jdbc and rest.");
        }
        return channels;
    }

    private void stopOnProblems() {
        if (!problems.isEmpty()) {
            throw new UserProblems(problems);
        }
    }

    private SourceObject file(String name, Node node) {
        Map<String, Node> entries = tree.entries(node, FILE_NAMES);
        List<String> key = tree.texts(entries.get("key"));
        List<Column> columns = new ArrayList<>();
        tree.entries(entries.get("columns")).forEach((column, text) -> {
            Column read = words.column(column, text, key.contains(column));
            columns.add(read);
            String refersTo = read.refersTo();
            if (refersTo != null) {
                references.put(text, ColumnName.of(refersTo));
            }
        });
        checkFile(name, node, key, columns, tree.text(entries.get("file")));
        boolean required = tree.text(entries.get("required")).equals("true");
        return new SourceObject(name, null, tree.text(entries.get("file")), required, key, columns);
    }

    private void checkFile(String name, Node node, List<String> key, List<Column> columns, String file) {
        Set<String> names = new HashSet<>();
        columns.forEach(c -> names.add(c.name()));
        if (file.isEmpty() || file.contains("/") || file.contains("\\")) {
            tree.problem(node, "layout-invalid", name + " needs `file`, a plain file name.");
        }
        if (key.isEmpty() || !names.containsAll(key)) {
            tree.problem(node, "layout-invalid", name + " needs `key`, one or more of its columns.");
        }
    }

    private ColumnName reference(@Nullable Node node) {
        ColumnName name = ColumnName.of(tree.text(node));
        if (node != null) {
            references.put(node, name);
        }
        return name;
    }

    private Map<ColumnName, String> circles(@Nullable Node node) {
        Map<ColumnName, String> circles = new LinkedHashMap<>();
        tree.entries(node).forEach((name, code) -> {
            ColumnName column = ColumnName.of(name);
            references.put(code, column);
            circles.put(column, tree.text(code));
            if (!CIRCLE_CODES.contains(tree.text(code))) {
                tree.problem(code, "layout-invalid", "A circle is a reference-circle or a duplicate-circle.");
            }
        });
        return circles;
    }

    private Map<String, String> modified(@Nullable Node node) {
        Map<String, String> modified = new LinkedHashMap<>();
        tree.entries(node).forEach((object, column) -> {
            modified.put(object, tree.text(column));
            references.put(column, new ColumnName(object, tree.text(column)));
        });
        return modified;
    }

    private Map<String, PhiClass> classes(@Nullable Node node) {
        Map<String, PhiClass> classes = new LinkedHashMap<>();
        tree.entries(node).forEach((name, word) -> {
            ColumnName column = ColumnName.of(name);
            SourceObject object = objects.get(column.object());
            boolean known = object != null
                    && (column.column().isEmpty() || Layout.names(object).contains(column.column()));
            if (!known) {
                tree.problem(word, "reference-unknown", name + " is no object and no column of this layout.");
            }
            Stream.of(PhiClass.values())
                    .filter(phi -> phi.word().equals(tree.text(word)))
                    .findFirst()
                    .ifPresentOrElse(
                            phi -> classes.put(name, phi),
                            () -> tree.problem(
                                    word,
                                    "layout-invalid",
                                    "A class is none, identity, contact, insurance, financial or clinical."));
        });
        return classes;
    }

    private @Nullable String deletions(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        String name = tree.text(node);
        SourceObject object = objects.get(name);
        if (object == null || !Layout.names(object).containsAll(Changes.DELETION)) {
            tree.problem(node, "layout-invalid", "The object of deletions has the columns " + Changes.DELETION + ".");
        }
        return name;
    }

    private void checkReference(Node node, ColumnName name) {
        SourceObject object = objects.get(name.object());
        if (object == null || object.columns().stream().noneMatch(c -> c.name().equals(name.column()))) {
            tree.problem(node, "reference-unknown", name + " is no column of a file in this layout.");
        }
    }
}
