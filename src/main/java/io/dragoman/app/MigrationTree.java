package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.mapping.YamlTree;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a migration file that holds to its schema, and what is found wrong with them. For one thread. */
final class MigrationTree {
    private final YamlTree tree;
    private final JsonNode root;
    private final List<Problem> problems = new ArrayList<>();

    MigrationTree(YamlTree tree) {
        this.tree = tree;
        this.root = tree.root();
    }

    JsonNode root() {
        return root;
    }

    /** Where a secret is, and where the file says so. */
    Secret secret(String pointer) {
        return new Secret(text(pointer, ""), tree.place(pointer));
    }

    /** Everything found wrong until now, in the order it was found. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** An object as texts by their keys, in its order; empty when it is none. */
    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    /** An array as texts; empty when it is none. */
    static List<String> list(JsonNode array) {
        List<String> list = new ArrayList<>();
        array.forEach(element -> list.add(element.asText()));
        return list;
    }

    /** Text at a pointer. @param otherwise what is meant where the file says nothing */
    String text(String pointer, String otherwise) {
        JsonNode node = root.at(pointer);
        return node.isMissingNode() ? otherwise : node.asText();
    }

    /** Text at a pointer; null where the file says nothing. */
    @Nullable
    String textOrNull(String pointer) {
        JsonNode node = root.at(pointer);
        return node.isMissingNode() ? null : node.asText();
    }

    /** Where a pointer is in the file. */
    Place place(String pointer) {
        return tree.place(pointer);
    }

    /** Remembers what was found in another file. */
    void problem(Problem found) {
        problems.add(found);
    }

    /** Remembers what is wrong at a pointer. */
    void problem(String code, String pointer, String advice) {
        problems.add(new Problem(code, tree.place(pointer).toString(), advice));
    }
}
