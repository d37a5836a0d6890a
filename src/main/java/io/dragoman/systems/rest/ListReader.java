package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.staging.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lists of {@code rest.yaml} and holds them against the layout they fill. For one thread. */
final class ListReader {
    private final JsonNode root;
    private final Layout layout;
    private final Problems problems;
    private final Set<String> filled = new HashSet<>();

    /** Remembers what is wrong at a pointer. */
    @FunctionalInterface
    interface Problems {
        void add(String pointer, String code, String advice);
    }

    ListReader(JsonNode root, Layout layout, Problems problems) {
        this.root = root;
        this.layout = layout;
        this.problems = problems;
    }

    List<RestList> read() {
        List<RestList> lists = new ArrayList<>();
        root.path("lists").properties().forEach(entry -> lists.add(list(entry.getKey(), entry.getValue())));
        layout.source().objects().values().stream()
                .filter(object -> object.required() && !filled.contains(object.name()))
                .forEach(object -> problems.add(
                        "/lists", "object-not-read", "the layout cannot do without " + object.name() + "."));
        return List.copyOf(lists);
    }

    private RestList list(String name, JsonNode told) {
        String pointer = "/lists" + part(name);
        JsonNode like = told.path("like");
        JsonNode model = like.isMissingNode() ? told : root.path("lists").path(like.asText());
        if (model.isMissingNode()) {
            problems.add(pointer + "/like", "list-unknown", "there is no list of this name.");
        }
        RestList.EachOf each = each(pointer, told.path("each-of"));
        JsonNode records = first("records", told, model, root);
        JsonNode changes = first("changes", told, model, root);
        JsonNode total = first("total", told, model, root);
        return new RestList(
                name,
                told.path("path").asText(),
                terms(first("query", told, model, root)),
                records.isMissingNode() ? null : records.asText(),
                paging(first("paging", told, model, root)),
                changes.isArray() ? terms(changes) : null,
                total.isMissingNode() || total.asText().equals("none") ? null : total.asText(),
                told.path("optional").asBoolean(false),
                own(pointer, told, model),
                rowsOf(pointer, first("rows-of", told, model)),
                each);
    }

    /** What the first of these says under a name; a missing node when none does. */
    private static JsonNode first(String name, JsonNode... nodes) {
        for (JsonNode node : nodes) {
            if (node.has(name)) {
                return node.get(name);
            }
        }
        return MissingNode.getInstance();
    }

    private RestList.@Nullable EachOf each(String pointer, JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        String object = node.path("object").asText();
        String column = node.path("column").asText();
        if (!filled.contains(object)) {
            problems.add(
                    pointer + "/each-of/object", "object-not-read", "no list above fills this object; move it up.");
        } else if (column(object, column).isEmpty()) {
            problems.add(pointer + "/each-of/column", "column-unknown", "the layout has no such column.");
        }
        return new RestList.EachOf(object, column);
    }

    private @Nullable RowShape own(String pointer, JsonNode told, JsonNode model) {
        JsonNode into = first("into", told, model);
        return into.isMissingNode() ? null : shape(pointer, into.asText(), List.of(), first("columns", told, model), 0);
    }

    private List<RowShape> rowsOf(String pointer, JsonNode node) {
        List<RowShape> shapes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String each = entry.getValue().path("each").asText();
            List<String> segments = List.of(each.substring(1).split("/"));
            int arrays = (int) segments.stream().filter("*"::equals).count();
            String at = pointer + "/rows-of" + part(entry.getKey());
            shapes.add(shape(at, entry.getKey(), segments, entry.getValue().path("columns"), arrays));
        }
        return List.copyOf(shapes);
    }

    private RowShape shape(String pointer, String object, List<String> each, JsonNode columns, int arrays) {
        List<String> names = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        SourceObject of = layout.source().objects().get(object);
        if (of == null || of.of() != null) {
            problems.add(pointer, "object-unknown", "the layout has no object " + object + " that can be filled.");
            return new RowShape(object, each, names, cells, List.of());
        }
        filled.add(object);
        for (Map.Entry<String, JsonNode> entry : told(of, columns).entrySet()) {
            String at = pointer + "/columns" + part(entry.getKey());
            Optional<Cell> cell = cell(entry.getValue());
            if (column(object, entry.getKey()).isEmpty()) {
                problems.add(at, "column-unknown", "the layout has no such column of " + object + ".");
            } else if (cell.isEmpty() || cell.get().up() > arrays) {
                problems.add(
                        at,
                        "column-source-wrong",
                        "write a JSON pointer, or id, json, list, date or time before one; ^ goes up one array of `each`.");
            } else {
                names.add(entry.getKey());
                cells.add(cell.get());
            }
        }
        of.columns().stream()
                .filter(column -> column.required() && !names.contains(column.name()))
                .forEach(column -> problems.add(
                        pointer,
                        "column-not-read",
                        "the layout cannot do without " + object + "." + column.name() + "."));
        List<Integer> key = of.key().stream().map(names::indexOf).toList();
        if (key.contains(-1)) {
            problems.add(pointer, "key-not-read", "the key columns of " + object + " must be among the columns.");
        }
        return new RowShape(object, each, List.copyOf(names), List.copyOf(cells), key);
    }

    /** Where each column is; for the word {@code same}, under its own name. */
    private static Map<String, JsonNode> told(SourceObject of, JsonNode columns) {
        Map<String, JsonNode> told = new LinkedHashMap<>();
        if (columns.isTextual()) {
            of.columns().forEach(column -> told.put(column.name(), TextNode.valueOf("/" + column.name())));
        }
        columns.properties().forEach(entry -> told.put(entry.getKey(), entry.getValue()));
        return told;
    }

    private static Optional<Cell> cell(JsonNode told) {
        Map<String, String> values = new HashMap<>();
        told.path("values")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return Cell.of(told.isTextual() ? told.asText() : told.path("from").asText(), Map.copyOf(values));
    }

    private Optional<Column> column(String object, String name) {
        return layout.object(object).columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    private static Paging paging(JsonNode node) {
        String more = node.has("more") ? node.get("more").asText() : null;
        if (node.has("next-link")) {
            return new Paging(Paging.Kind.NEXT_LINK, node.get("next-link").asText(), 0, null, "");
        }
        if (node.has("page")) {
            long from = node.path("from").asLong(1);
            return new Paging(Paging.Kind.PAGE, node.get("page").asText(), from, more, "");
        }
        if (node.has("offset")) {
            return new Paging(Paging.Kind.OFFSET, node.get("offset").asText(), 0, more, "");
        }
        return node.has("last-id")
                ? new Paging(
                        Paging.Kind.LAST_ID,
                        node.get("last-id").asText(),
                        0,
                        more,
                        node.path("of").asText("/id"))
                : Paging.NONE;
    }

    static List<Term> terms(JsonNode array) {
        List<Term> terms = new ArrayList<>();
        array.forEach(term -> terms.add(Term.of(term.asText())));
        return List.copyOf(terms);
    }

    /** A name as a part of a JSON pointer. */
    private static String part(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
