package io.dragoman.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.dragoman.service.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of endpoints as an OpenAPI document. */
final class ApiDescription {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final Map<Integer, String> MEANING = Map.ofEntries(
            Map.entry(200, "As asked."),
            Map.entry(202, "Taken as an order; its address is in Location."),
            Map.entry(400, "What is asked for is wrong; problems say what."),
            Map.entry(401, "The token is missing."),
            Map.entry(403, "No role of who asks may; problems say which."),
            Map.entry(404, "There is no such thing."),
            Map.entry(409, "A rule forbids it; problems say which."),
            Map.entry(421, "The machine is named otherwise than it is."),
            Map.entry(503, "It does not work now; problems say what to do."));

    private ApiDescription() {}

    static String of(List<Endpoint> endpoints, List<Verb> verbs) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        endpoints.forEach(endpoint -> paths.computeIfAbsent(endpoint.path(), path -> new TreeMap<>())
                .put(endpoint.method().toLowerCase(java.util.Locale.ROOT), operation(endpoint, verbs)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "Dragoman",
                        "version", "1",
                        "description",
                                "Migrations of a service, and what can be asked for. No answer holds a value of a record."));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("paths", paths);
        document.put(
                "components", Map.of("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a description is maps and texts", e);
        }
    }

    private static Map<String, Object> operation(Endpoint endpoint, List<Verb> verbs) {
        Map<String, Object> operation = new TreeMap<>();
        operation.put("operationId", endpoint.id());
        operation.put("summary", endpoint.about());
        operation.put("parameters", parameters(endpoint.path()));
        Map<String, Object> answers = new TreeMap<>();
        endpoint.answers().forEach(status -> answers.put(String.valueOf(status), answer(status)));
        answers.put("421", answer(421));
        if (endpoint.may().isEmpty()) {
            operation.put("security", List.of());
        } else {
            answers.put("401", answer(401));
            answers.put("403", answer(403));
        }
        operation.put("responses", answers);
        verbs.stream()
                .filter(verb -> verb.name().equals(endpoint.verb()))
                .findFirst()
                .ifPresent(verb -> operation.put(
                        "requestBody", Map.of("content", Map.of("application/json", Map.of("schema", schema(verb))))));
        return operation;
    }

    private static Map<String, Object> answer(int status) {
        return Map.of("description", MEANING.getOrDefault(status, "As HTTP has it."));
    }

    private static List<Object> parameters(String path) {
        List<Object> parameters = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            parameters.add(Map.of(
                    "name", variables.group(1), "in", "path", "required", true, "schema", Map.of("type", "string")));
        }
        return parameters;
    }

    private static Map<String, Object> schema(Verb verb) {
        Map<String, Object> properties = new TreeMap<>();
        verb.options().forEach(option -> properties.put(option.name(), schema(option)));
        if (!verb.parameters().isEmpty()) {
            properties.put(
                    "parameters",
                    Map.of(
                            "type", "array",
                            "items", Map.of("type", "string"),
                            "maxItems", verb.parameters().size()));
        }
        if (verb.confirmed()) {
            properties.put(
                    "confirm", Map.of("type", "string", "description", "The migration's name; not for a preview."));
        }
        Map<String, Object> schema = new TreeMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        List<String> required = verb.options().stream()
                .filter(Verb.Option::required)
                .map(Verb.Option::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> schema(Verb.Option option) {
        Map<String, Object> one = new TreeMap<>();
        one.put(
                "type",
                switch (option.kind()) {
                    case FLAG -> "boolean";
                    case NUMBER -> "integer";
                    case TEXT -> "string";
                });
        if (!option.values().isEmpty()) {
            one.put("enum", option.values());
        }
        if (!option.several()) {
            one.put("description", option.about());
            return one;
        }
        return Map.of("type", "array", "items", one, "description", option.about());
    }
}
