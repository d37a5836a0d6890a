package io.dragoman.staging;

import io.dragoman.model.SourceLayout.Column;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads how a layout writes a column: {@code type [required] [-> object.column] [in code code ...]}. */
final class ColumnWords {
    static final Set<String> TYPES = Set.of(
            "id",
            "string",
            "text",
            "int",
            "dec",
            "date",
            "time",
            "datetime",
            "bool",
            "code",
            "email",
            "phone",
            "url",
            "sha256");

    private final LayoutTree tree;

    ColumnWords(LayoutTree tree) {
        this.tree = tree;
    }

    Column column(String name, Node node, boolean inKey) {
        Iterator<String> words = List.of(tree.text(node).split("\\s+")).iterator();
        String type = words.next();
        if (!TYPES.contains(type)) {
            tree.problem(
                    node,
                    "layout-invalid",
                    name + " needs a type of " + TYPES.stream().sorted().toList() + ".");
        }
        boolean required = inKey;
        @Nullable String refersTo = null;
        List<String> codes = new ArrayList<>();
        while (words.hasNext()) {
            switch (words.next()) {
                case "required" -> required = true;
                case "->" -> refersTo = words.hasNext() ? words.next() : "";
                case "in" -> words.forEachRemaining(codes::add);
                default ->
                    tree.problem(
                            node, "layout-invalid", name + ": write `type [required] [-> object.column] [in codes]`.");
            }
        }
        return new Column(name, type, required, List.copyOf(codes), refersTo);
    }
}
