package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import io.dragoman.staging.Layout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads {@code rest.yaml}, after its schema was held against it; collects what the schema cannot know. For one thread. */
final class RestSystemReader {
    private final JsonNode root;
    private final Function<String, Place> places;
    private final Layout layout;
    private final List<Problem> problems = new ArrayList<>();

    RestSystemReader(JsonNode root, Function<String, Place> places, Layout layout) {
        this.root = root;
        this.places = places;
        this.layout = layout;
    }

    RestSystem read() {
        ListReader lists = new ListReader(root, layout, this::problem);
        RestSystem system = new RestSystem(
                root.has("base") ? root.get("base").asText() : null,
                shard(root.path("shard")),
                auth(root.path("auth")),
                texts(root.path("headers")),
                new RestSystem.Rate(
                        root.at("/rate/requests").asInt(1),
                        Duration.ofSeconds(root.at("/rate/seconds").asLong(1))),
                busy(root.path("busy-until")),
                root.at("/quota/requests").asLong(0),
                lists.read(),
                root.toString());
        if (!problems.isEmpty()) {
            throw new UserProblems(problems);
        }
        return system;
    }

    private void problem(String pointer, String code, String advice) {
        problems.add(new Problem(code, places.apply(pointer).toString(), advice));
    }

    private RestSystem.@Nullable Shard shard(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        try {
            Pattern pattern = Pattern.compile(node.path("pattern").asText());
            if (pattern.matcher("").groupCount() == 0) {
                problem("/shard/pattern", "pattern-without-group", "put the part that is the shard into brackets.");
            }
            return new RestSystem.Shard(pattern, node.path("otherwise").asText());
        } catch (PatternSyntaxException e) {
            problem("/shard/pattern", "pattern-broken", "it is no regular expression.");
            return null;
        }
    }

    private static RestSystem.Auth auth(JsonNode node) {
        if (node.isTextual()) {
            RestSystem.Auth.Kind kind = RestSystem.Auth.Kind.valueOf(
                    node.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
            return new RestSystem.Auth(kind, "", List.of());
        }
        return node.has("header")
                ? new RestSystem.Auth(
                        RestSystem.Auth.Kind.HEADER, node.get("header").asText(), List.of())
                : new RestSystem.Auth(
                        RestSystem.Auth.Kind.CLIENT_CREDENTIALS,
                        node.path("client-credentials").asText(),
                        ListReader.terms(node.path("query")));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static Map<String, RestSystem.Wait> busy(JsonNode node) {
        Map<String, RestSystem.Wait> busy = new LinkedHashMap<>();
        texts(node)
                .forEach((header, word) -> busy.put(
                        header.toLowerCase(Locale.ROOT),
                        RestSystem.Wait.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'))));
        return busy;
    }
}
