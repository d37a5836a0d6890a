package io.dragoman.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pipedrive's own descriptions, read once for each process. They are no part of the project: the system property
 * {@code dragoman.reference} names the folder they are in.
 */
final class Descriptions {
    private final Operations operations = new Operations();
    private final OpenApiInteractionValidator first;
    private final OpenApiInteractionValidator second;

    private static final class Held {
        static final Descriptions ALL = new Descriptions();
    }

    private Descriptions() {
        first = validator("openapi-v1.yaml", "/api/v1");
        second = validator("openapi-v2.yaml", "/api/v2");
    }

    static boolean atHand() {
        return Files.isRegularFile(folder().resolve("openapi-v1.yaml"))
                && Files.isRegularFile(folder().resolve("openapi-v2.yaml"));
    }

    /** Reads the descriptions on the first call. */
    static Descriptions open() {
        return Held.ALL;
    }

    static Path folder() {
        return Path.of(System.getProperty("dragoman.reference", "../shared/reference"))
                .resolve("pipedrive");
    }

    Operations operations() {
        return operations;
    }

    /** @param old whether of the first version */
    OpenApiInteractionValidator validator(boolean old) {
        return old ? first : second;
    }

    private OpenApiInteractionValidator validator(String file, String base) {
        OpenAPI api = read(folder().resolve(file));
        operations.add(base, api);
        LevelResolver more = LevelResolver.create()
                .withLevel("validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                .build();
        return OpenApiInteractionValidator.createFor(api)
                .withBasePathOverride(base)
                .withLevelResolver(more)
                .build();
    }

    /** Schemas that are put together from parts are merged, so that unknown keys of requests are seen. */
    private static OpenAPI read(Path file) {
        ParseOptions whole = new ParseOptions();
        whole.setResolve(true);
        whole.setResolveFully(true);
        whole.setResolveCombinators(true);
        OpenAPI api = new OpenAPIV3Parser().read(file.toUri().toString(), null, whole);
        api.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().values().stream())
                .forEach(media -> tidy(media.getSchema()));
        return api;
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
            schema.getProperties().values().forEach(Descriptions::tidy);
        }
    }
}
