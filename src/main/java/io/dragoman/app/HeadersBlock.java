package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.mapping.SchemaCheck;
import io.dragoman.mapping.YamlTree;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.staging.Layout;
import io.dragoman.systems.csv.Headers;
import io.dragoman.systems.csv.Headers.FileHeaders;
import io.dragoman.systems.csv.Headers.Formats;
import io.dragoman.systems.csv.Headers.Taken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads how the files and columns of an export are called: in the migration file itself, in a file it names, or in one of those that
 * come with the system.
 */
final class HeadersBlock {
    private static final String AT = "/source/headers";

    private final MigrationTree tree;
    private final Path folder;
    private final Home home;

    /** @param folder that relative paths start at */
    HeadersBlock(MigrationTree tree, Path folder, Home home) {
        this.tree = tree;
        this.folder = folder;
        this.home = home;
    }

    /** The names, as far as they can be read; what is wrong in them is remembered by the tree. */
    Headers read(Layout layout) {
        JsonNode node = tree.root().at(AT);
        Map<String, SourceObject> objects = layout.source().objects();
        if (!node.isTextual()) {
            return headers(node, objects, pointer -> tree.place(AT + pointer));
        }
        Path file = file(node.asText(), layout.source().system());
        if (file == null) {
            return Headers.NONE;
        }
        YamlTree own = YamlTree.read(file.getFileName().toString(), text(file));
        List<Problem> problems = own.problems().isEmpty() ? schema().problems(own) : own.problems();
        problems.forEach(tree::problem);
        return problems.isEmpty() ? headers(own.root(), objects, own::place) : Headers.NONE;
    }

    private @Nullable Path file(String named, String system) {
        Path own = folder.resolve(named);
        Path offered = home.system(system).resolve("headers");
        Path ready = offered.resolve(named + ".yaml");
        if (Files.isRegularFile(own)) {
            return own;
        }
        if (!named.contains("/") && Files.isRegularFile(ready)) {
            return ready;
        }
        tree.problem(
                "headers-missing", AT, "there is no such file, and of those that come along: " + names(offered) + ".");
        return null;
    }

    private static String names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return "none";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return String.join(
                    ", ",
                    files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of its own holds to the same rules as the block in a migration file. */
    private SchemaCheck schema() {
        try {
            ObjectNode whole = (ObjectNode)
                    new ObjectMapper().readTree(text(home.mappings().resolve("migration.schema.json")));
            ObjectNode schema = new ObjectMapper().createObjectNode().put("$ref", "#/$defs/headers");
            schema.set("$defs", whole.get("$defs"));
            return new SchemaCheck(new ByteArrayInputStream(schema.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Headers headers(JsonNode node, Map<String, SourceObject> objects, Function<String, Place> places) {
        Map<String, FileHeaders> files = new LinkedHashMap<>();
        node.path("files").properties().forEach(file -> {
            SourceObject object = objects.get(file.getKey());
            String at = "/files" + YamlTree.part(file.getKey());
            if (object == null || object.file() == null) {
                wrong("unknown-source-object", places.apply(at), "The layout has no file \"" + file.getKey() + "\".");
            } else {
                files.put(object.name(), file(file.getValue(), object, at, places));
            }
        });
        return new Headers(
                files,
                new Formats(formats(node, "dates", places), formats(node, "times", places)),
                text -> text,
                sha256(node.toString()));
    }

    private FileHeaders file(JsonNode node, SourceObject object, String at, Function<String, Place> places) {
        Map<String, Taken> columns = new LinkedHashMap<>();
        node.path("columns").properties().forEach(column -> {
            Place place = places.apply(at + "/columns" + YamlTree.part(column.getKey()));
            mustBeColumn(object, column.getKey(), place);
            columns.put(column.getKey(), taken(column.getValue()));
        });
        List<String> key = texts(node.path("key"));
        key.forEach(column -> mustBeColumn(object, column, places.apply(at + "/key")));
        return new FileHeaders(texts(node.path("file")), columns, key);
    }

    private void mustBeColumn(SourceObject object, String name, Place place) {
        if (object.columns().stream().map(Column::name).noneMatch(name::equals)) {
            wrong("unknown-source-field", place, object.name() + " has no column \"" + name + "\" in the layout.");
        }
    }

    private static Taken taken(JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        node.path("values")
                .properties()
                .forEach(value -> values.put(
                        value.getKey().toLowerCase(Locale.ROOT),
                        value.getValue().asText()));
        return new Taken(
                texts(node.isObject() ? node.path("from") : node).stream()
                        .map(names -> List.of(names.split(" or ")))
                        .toList(),
                values);
    }

    private List<String> formats(JsonNode node, String key, Function<String, Place> places) {
        List<String> formats = texts(node.path(key));
        if (!formats.stream().allMatch(HeadersBlock::isFormat)) {
            wrong("wrong-shape", places.apply("/" + key), "Write a pattern such as MM/dd/yyyy, or h:mm a.");
            return List.of();
        }
        return formats;
    }

    private static boolean isFormat(String pattern) {
        try {
            return !DateTimeFormatter.ofPattern(pattern, Locale.US).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(one -> texts.add(one.asText()));
        } else if (!node.isMissingNode()) {
            texts.add(node.asText());
        }
        return texts;
    }

    private void wrong(String code, Place place, String advice) {
        tree.problem(new Problem(code, place.toString(), advice));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
