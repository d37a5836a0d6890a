package io.dragoman.staging;

import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.staging.Layout.ColumnName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads how a layout completes its rows: {@code defaults}, {@code measured} and {@code joins}. */
final class CompletionWords {
    private final LayoutTree tree;
    private final Map<String, SourceObject> objects;

    CompletionWords(LayoutTree tree, Map<String, SourceObject> objects) {
        this.tree = tree;
        this.objects = objects;
    }

    Completion read(@Nullable Node defaults, @Nullable Node measured, @Nullable Node joins) {
        Map<ColumnName, String> texts = new LinkedHashMap<>();
        tree.entries(defaults)
                .forEach((column, text) -> texts.put(known(text, ColumnName.of(column)), tree.text(text)));
        Map<ColumnName, String> paths = new LinkedHashMap<>();
        tree.entries(measured).forEach((column, path) -> {
            ColumnName size = known(path, ColumnName.of(column));
            paths.put(
                    size,
                    known(path, new ColumnName(size.object(), tree.text(path))).column());
        });
        List<NameJoin> all = new ArrayList<>();
        tree.entries(joins).forEach((column, node) -> join(ColumnName.of(column), node, all));
        return new Completion(Map.copyOf(texts), Map.copyOf(paths), List.copyOf(all));
    }

    private void join(ColumnName column, Node node, List<NameJoin> joins) {
        String to = column(column).map(Column::refersTo).orElse(null);
        if (to == null) {
            tree.problem(node, "layout-invalid", column + " refers to no other file, so it cannot be found by name.");
            return;
        }
        Map<String, Node> entries =
                node instanceof MappingNode ? tree.entries(node, Set.of("by", "if-unknown")) : Map.of();
        Node by = node instanceof MappingNode ? entries.get("by") : node;
        String ifUnknown = tree.text(entries.get("if-unknown"));
        if (!ifUnknown.isEmpty() && !ifUnknown.equals("leave-empty")) {
            tree.problem(node, "layout-invalid", "if-unknown is leave-empty, or is left out.");
        }
        List<Map<String, List<String>>> ways = new ArrayList<>();
        List<Node> nodes =
                by instanceof SequenceNode several ? several.getValue() : by == null ? List.of() : List.of(by);
        nodes.forEach(way -> ways.add(way(column.object(), ColumnName.of(to).object(), way)));
        joins.add(new NameJoin(column, ColumnName.of(to), List.copyOf(ways), !ifUnknown.isEmpty()));
    }

    private Map<String, List<String>> way(String object, String to, Node node) {
        Map<String, List<String>> way = new LinkedHashMap<>();
        tree.entries(node).forEach((own, text) -> {
            List<String> theirs = List.of(tree.text(text).split("\\s+"));
            theirs.forEach(column -> known(text, new ColumnName(to, column)));
            way.put(known(text, new ColumnName(object, own)).column(), theirs);
        });
        return way;
    }

    private ColumnName known(Node node, ColumnName name) {
        if (column(name).isEmpty()) {
            tree.problem(node, "reference-unknown", name + " is no column of a file in this layout.");
        }
        return name;
    }

    private Optional<Column> column(ColumnName name) {
        SourceObject object = objects.get(name.object());
        return object == null
                ? Optional.empty()
                : object.columns().stream()
                        .filter(column -> column.name().equals(name.column()))
                        .findFirst();
    }
}
