package io.dragoman.staging;

import io.dragoman.model.SourceLayout.SourceObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a layout says its objects are about. */
final class Topics {
    private final LayoutTree tree;
    private final Map<String, SourceObject> objects;

    /** @param objects files and views */
    Topics(LayoutTree tree, Map<String, SourceObject> objects) {
        this.tree = tree;
        this.objects = objects;
    }

    /** All topics, in the order of {@link Topic.Kind}; what is wrong in them is remembered by the tree. */
    List<Topic> read(Map<String, Node> top) {
        List<Topic> topics = new ArrayList<>();
        for (Topic.Kind kind : Topic.Kind.values()) {
            tree.entries(top.get(kind.word())).forEach((object, node) -> topics.add(topic(kind, object, node)));
        }
        return List.copyOf(topics);
    }

    private Topic topic(Topic.Kind kind, String name, Node node) {
        Set<String> known = new TreeSet<>(kind.needed());
        known.addAll(kind.possible());
        Map<String, Node> entries = tree.entries(node, known);
        Map<String, List<String>> roles = new LinkedHashMap<>();
        entries.forEach((role, columns) -> roles.put(role, tree.texts(columns)));
        SourceObject object = objects.get(name);
        if (object == null) {
            tree.problem(node, "reference-unknown", name + " is no file and no view of this layout.");
        } else if (!roles.keySet().containsAll(kind.needed())) {
            tree.problem(node, "layout-invalid", kind.word() + " needs " + new TreeSet<>(kind.needed()) + ".");
        } else {
            entries.forEach((role, columns) -> check(object, role, roles.getOrDefault(role, List.of()), columns));
        }
        return new Topic(kind, name, roles);
    }

    private void check(SourceObject object, String role, List<String> columns, Node node) {
        if (!role.equals(Topic.DONE) && !Layout.names(object).containsAll(columns)) {
            tree.problem(node, "reference-unknown", columns + " are not all columns of " + object.name() + ".");
        }
    }
}
