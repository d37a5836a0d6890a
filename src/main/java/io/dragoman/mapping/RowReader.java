package io.dragoman.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Mapping.IfMissing;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Mapping.Step;
import io.dragoman.model.PhiClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a mapping file that its schema has already proved. */
final class RowReader {
    private final YamlTree tree;
    private final Transforms transforms;
    private final Overrides overrides;

    RowReader(YamlTree tree, Transforms transforms, Overrides overrides) {
        this.tree = tree;
        this.transforms = transforms;
        this.overrides = overrides;
    }

    /** Rows of fields, custom fields and links, in this order. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows("/fields", "", Set.of()));
        rows.addAll(rows("/custom-fields", "", Set.of()));
        rows.addAll(rows("/links", "", Set.of()));
        return rows;
    }

    /** Rows of lines; columns of the child are written {@code each.column}, so that they are told from the record's. */
    List<Row> lineRows(String each, Set<String> childColumns) {
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows("/lines/fields", each, childColumns));
        rows.addAll(rows("/lines/links", each, childColumns));
        return rows;
    }

    private List<Row> rows(String pointer, String each, Set<String> childColumns) {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : tree.root().at(pointer).properties()) {
            String at = pointer + YamlTree.part(entry.getKey());
            rows.add(row(entry.getKey(), entry.getValue(), at, name -> qualified(name, each, childColumns)));
        }
        return rows;
    }

    private static String qualified(String name, String each, Set<String> childColumns) {
        return !each.isEmpty() && childColumns.contains(name) ? each + "." + name : name;
    }

    private Row row(String target, JsonNode node, String at, UnaryOperator<String> qualified) {
        List<String> from =
                Nodes.texts(node.path("from")).stream().map(qualified).toList();
        List<String> through = Nodes.texts(node.path("through"));
        List<Step> steps = steps(node.path("as"), at + "/as");
        FieldType type = type(node.path("type").asText(""));
        return new Row(
                target,
                at.startsWith("/custom-fields"),
                type,
                options(node.path("options"), type, steps),
                Nodes.textOrNull(node.path("options-from")),
                from,
                node.path("from").isTextual(),
                steps,
                through,
                phi(node.path("phi").asText("none")),
                phiOf(node.path("phi-of"), qualified),
                ifMissing(node.path("if-missing").asText(""), !through.isEmpty()),
                node.path("wins").asText("").equals("source"),
                tree.place(at));
    }

    private static PhiClass phi(String word) {
        return PhiClass.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Map<String, PhiClass> phiOf(JsonNode node, UnaryOperator<String> qualified) {
        Map<String, PhiClass> phiOf = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> phiOf.put(
                        qualified.apply(entry.getKey()), phi(entry.getValue().asText())));
        return phiOf;
    }

    private static @Nullable FieldType type(String word) {
        return word.isEmpty()
                ? null
                : FieldType.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static IfMissing ifMissing(String word, boolean link) {
        if (word.isEmpty()) {
            return link ? IfMissing.UNLESS_NAMED : IfMissing.LEAVE_EMPTY;
        }
        return IfMissing.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private List<Step> steps(JsonNode as, String at) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < as.size(); i++) {
            JsonNode step = as.get(i);
            String name =
                    step.isTextual() ? step.textValue() : step.fieldNames().next();
            Object argument = step.isTextual() ? null : Nodes.plain(step.path(name));
            Object whole = transforms
                    .named(name)
                    .map(transform -> transforms.whole(transform.description(), argument))
                    .orElse(argument);
            steps.add(new Step(name, whole, tree.place(at + "/" + i)));
        }
        return steps;
    }

    /** Labels of a choice; those that a table of the migration file brings are labels too. */
    private List<String> options(JsonNode listed, @Nullable FieldType type, List<Step> steps) {
        Set<String> options = new LinkedHashSet<>(Nodes.texts(listed));
        if (!options.isEmpty() && (type == FieldType.CHOICE || type == FieldType.SEVERAL_CHOICES)) {
            for (Step step : steps) {
                if (step.argument() instanceof Map<?, ?> argument && argument.get("named") instanceof String named) {
                    options.addAll(overrides.values().getOrDefault(named, Map.of()).values().stream()
                            .map(PlainText::of)
                            .collect(Collectors.toList()));
                }
            }
        }
        return List.copyOf(options);
    }
}
