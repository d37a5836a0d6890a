package io.dragoman.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dragoman.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Holds a YAML file against a JSON schema and tells every deviation with its place. Immutable, safe for several threads. */
public final class SchemaCheck {
    private final JsonNode source;
    private final Schema schema;

    /** @param schema JSON Schema 2020-12 as text; closed by the caller */
    public SchemaCheck(InputStream schema) {
        try {
            this.source = new ObjectMapper().readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(source);
    }

    /** Everything wrong with the file: its YAML and its schema, in the order of the file. */
    public List<Problem> problems(YamlTree tree) {
        List<Problem> problems = new ArrayList<>(tree.problems());
        if (problems.isEmpty()) {
            for (Error error : schema.validate(tree.root())) {
                problems.add(problem(tree, error));
            }
        }
        problems.sort(YamlTree.byPlace());
        return problems.stream().distinct().toList();
    }

    private Problem problem(YamlTree tree, Error error) {
        String pointer = error.getInstanceLocation().toString();
        String name = pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
        JsonNode wanted = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                Finding.UNKNOWN_KEY.at(
                        tree.place(pointer + YamlTree.part(error.getProperty())),
                        "There is no \"" + error.getProperty() + "\" here"
                                + DidYouMean.among(error.getProperty(), known(error)));
            case "required" ->
                Finding.MISSING_KEY.at(
                        tree.place(pointer), subject(name) + " needs \"" + error.getProperty() + "\"" + hint(error));
            case "type" ->
                Finding.WRONG_TYPE.at(tree.place(pointer), subject(name) + " must be " + types(wanted) + ".");
            case "enum", "const" ->
                Finding.UNKNOWN_WORD.at(
                        tree.place(pointer),
                        subject(name) + " does not take this word"
                                + DidYouMean.among(error.getInstanceNode().asText(), words(wanted)));
            default ->
                Finding.WRONG_SHAPE.at(
                        tree.place(pointer), subject(name) + " is not as it must be: " + rule(error) + ".");
        };
    }

    private static String subject(String name) {
        return name.isEmpty() ? "The file" : "\"" + name + "\"";
    }

    /** Keys the schema knows where an unknown one was found. */
    private List<String> known(Error error) {
        List<String> names = new ArrayList<>();
        parent(error).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What the schema says about a key that is missing. */
    private String hint(Error error) {
        JsonNode property = parent(error).path("properties").path(error.getProperty());
        String reference = property.path("$ref").asText("");
        JsonNode described = reference.startsWith("#") ? source.at(reference.substring(1)) : property;
        List<String> words = words(described.path("enum"));
        return words.isEmpty() ? "." : ": " + String.join(", ", words) + ".";
    }

    private JsonNode parent(Error error) {
        String pointer = error.getSchemaLocation().getFragment().toString();
        return source.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static List<String> words(JsonNode wanted) {
        List<String> words = new ArrayList<>();
        if (wanted.isArray()) {
            wanted.forEach(word -> words.add(word.asText()));
        } else if (!wanted.isMissingNode()) {
            words.add(wanted.asText());
        }
        return words;
    }

    private static String types(JsonNode wanted) {
        return String.join(" or ", words(wanted))
                .replace("string", "a text")
                .replace("array", "a list")
                .replace("object", "a map")
                .replace("number", "a number")
                .replace("integer", "a whole number")
                .replace("boolean", "true or false");
    }

    private static String rule(Error error) {
        String wanted =
                error.getSchemaNode() == null ? "" : error.getSchemaNode().asText();
        return switch (error.getKeyword()) {
            case "pattern" -> "it must match " + wanted;
            case "minLength", "minItems", "minProperties" -> "at least " + wanted + " wanted";
            case "maxLength", "maxItems", "maxProperties" -> "at most " + wanted + " allowed";
            default -> error.getKeyword() + " " + wanted;
        };
    }
}
