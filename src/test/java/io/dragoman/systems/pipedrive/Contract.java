package io.dragoman.systems.pipedrive;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.sandbox.RecordedRequest;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a request against Pipedrive's own description, and against what is known of the service beyond it: a person needs a name, dates
 * are real, activities take no person, keys of custom fields stand nowhere but in {@code custom_fields}.
 */
final class Contract {
    private static final List<String> NAMED = List.of("persons", "organizations", "products", "pipelines", "stages");
    private final OpenApiInteractionValidator second;
    private final OpenApiInteractionValidator first;

    private Contract(Path folder) {
        second = validator(folder.resolve("openapi-v2.yaml"), "/api/v2");
        first = validator(folder.resolve("openapi-v1.yaml"), "/api/v1");
    }

    /** Empty where the descriptions are not at hand. */
    static Optional<Contract> open() {
        return Files.isRegularFile(folder().resolve("openapi-v2.yaml"))
                ? Optional.of(new Contract(folder()))
                : Optional.empty();
    }

    static Path folder() {
        return Path.of(System.getProperty("dragoman.reference", "../shared/reference"))
                .resolve("pipedrive");
    }

    private static OpenApiInteractionValidator validator(Path description, String path) {
        ParseOptions whole = new ParseOptions();
        whole.setResolve(true);
        whole.setResolveFully(true);
        whole.setResolveCombinators(true);
        OpenAPI api = new OpenAPIV3Parser().read(description.toUri().toString(), null, whole);
        api.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().values().stream())
                .forEach(media -> tidy(media.getSchema()));
        return OpenApiInteractionValidator.createFor(api)
                .withBasePathOverride(path)
                .build();
    }

    /** Merged schemas name a required key once for each part that requires it, which the validator does not take. */
    private static void tidy(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRequired() != null) {
            List<String> once = schema.getRequired().stream().distinct().toList();
            schema.setRequired(once);
        }
        tidy(schema.getItems());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Contract::tidy);
        }
    }

    /** Everything that is wrong with the request. */
    List<String> faults(RecordedRequest request) {
        JsonNode body =
                Json.parse(request.body().getBytes(StandardCharsets.UTF_8)).orElse(null);
        List<String> faults = new ArrayList<>(ownRules(request, body));
        OpenApiInteractionValidator validator = request.path().startsWith("/api/v1/") ? first : second;
        for (ValidationReport.Message message :
                validator.validateRequest(simple(request, body)).getMessages()) {
            if (message.getLevel() == ValidationReport.Level.ERROR) {
                faults.add(message.getKey() + ": " + message.getMessage());
            }
        }
        return faults.stream()
                .map(fault -> request.method() + " " + request.path() + ": " + fault)
                .toList();
    }

    private static SimpleRequest simple(RecordedRequest request, @Nullable JsonNode body) {
        String[] target = request.path().split("\\?", 2);
        SimpleRequest.Builder simple = new SimpleRequest.Builder(request.method(), target[0])
                .withHeader("x-api-token", "given")
                .withContentType("application/json");
        if (target.length == 2) {
            for (String pair : target[1].split("&", -1)) {
                String[] named = pair.split("=", 2);
                simple.withQueryParam(named[0], URLDecoder.decode(named[1], StandardCharsets.UTF_8));
            }
        }
        if (body != null) {
            simple.withBody(Json.bytes(withoutNulls(request, body)));
        }
        return simple.build();
    }

    /** The description does not say that null clears a field in a change, but the migration guide does. */
    private static JsonNode withoutNulls(RecordedRequest request, JsonNode body) {
        if (request.method().equals("PATCH") && body.deepCopy() instanceof ObjectNode copy) {
            copy.properties().removeIf(entry -> entry.getValue().isNull());
            return copy;
        }
        return body;
    }

    private static List<String> ownRules(RecordedRequest request, @Nullable JsonNode body) {
        List<String> faults = new ArrayList<>();
        if (body == null) {
            return faults;
        }
        String collection = request.path().split("[/?]", -1)[3];
        boolean create = request.method().equals("POST") && request.path().endsWith(collection);
        if (create && NAMED.contains(collection) && body.path("name").asText().isBlank()) {
            faults.add("a name is required");
        }
        if (create
                && collection.equals("activities")
                && body.path("subject").asText().isBlank()) {
            faults.add("a subject is required");
        }
        if (collection.equals("activities") && body.has("person_id")) {
            faults.add("person_id cannot be written");
        }
        if (request.method().equals("PATCH") && body.has("add_time")
                || collection.equals("deals") && body.has("add_time")) {
            faults.add("add_time cannot be written here");
        }
        body.fieldNames().forEachRemaining(key -> {
            if (key.matches("[0-9a-f]{40}")) {
                faults.add("a custom field stands outside custom_fields");
            }
            if (key.endsWith("_date")
                    && body.path(key).isTextual()
                    && !isDay(body.path(key).asText())) {
                faults.add(key + " is no day");
            }
        });
        body.path("custom_fields").fieldNames().forEachRemaining(key -> {
            if (!key.matches("[0-9a-f]{40}")) {
                faults.add("custom_fields holds a key that is no field code");
            }
        });
        return faults;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }
}
