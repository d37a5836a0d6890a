package io.dragoman.systems.rest;

import io.dragoman.staging.Staging;
import io.dragoman.systems.rest.Extraction.Progress;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;

/**
 * Everything the routes of the channel refer to by name, put into a Camel context before the routes are loaded. They then answer at
 * {@code direct:SYSTEM-rest-stage}. One set of beans serves one practice.
 */
public final class RestBeans {
    private final RestSettings settings;
    private final Staging staging;
    private final Progress progress;
    private final Pace pace;
    private final Extraction extraction;
    private @Nullable RestFiles files;

    /** @param stop asked before each page and while waiting; true ends the reading */
    public RestBeans(RestSettings settings, Staging staging, Seal seal, BooleanSupplier stop, Progress progress) {
        Segments.make(settings.folder());
        this.settings = settings;
        this.staging = staging;
        this.progress = progress;
        this.pace = new Pace(settings, stop);
        this.extraction = new Extraction(settings, seal, stop, progress);
    }

    /** What was read of the API. */
    public Extraction extraction() {
        return extraction;
    }

    /** The files of the API, once the beans are bound. */
    public Optional<RestFiles> files() {
        return Optional.ofNullable(files);
    }

    /** Binds beans and properties. */
    public void bindTo(CamelContext context) {
        properties().forEach(context.getPropertiesComponent()::addInitialProperty);
        Registry registry = context.getRegistry();
        Grant grant = new Grant(settings, context.createProducerTemplate());
        registry.bind("restGrant", grant);
        registry.bind("restPace", pace);
        Answers answers = new Answers(settings, pace, grant);
        RestClient client = new RestClient(settings, grant);
        files = new RestFiles(settings, client, pace, answers);
        registry.bind("restAnswers", answers);
        registry.bind("restClient", client);
        registry.bind("restTokenClient", new RestTokenClient(settings));
        registry.bind("restExtraction", extraction);
        registry.bind("restStaging", new RestStaging(settings, extraction, staging, progress));
    }

    private Map<String, String> properties() {
        RestSystem.Auth auth = settings.system().auth();
        boolean client = auth.kind() == RestSystem.Auth.Kind.CLIENT_CREDENTIALS;
        String query = Term.query(auth.query());
        return Map.of(
                "rest.system",
                settings.name(),
                "rest.base-url",
                settings.base().toString(),
                "rest.token-url",
                settings.base() + (client ? auth.name() : ""),
                "rest.token-query",
                query,
                "rest.retry-delay",
                Long.toString(settings.retryDelay().toMillis()));
    }
}
