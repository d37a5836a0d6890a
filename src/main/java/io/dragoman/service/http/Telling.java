package io.dragoman.service.http;

import io.dragoman.service.Metrics;
import io.dragoman.service.Readiness;
import java.util.Map;

/** What tells machines how the service is. */
final class Telling {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;
    private final Readiness readiness;
    private final Map<String, String> schemas;

    Telling(Metrics metrics, Readiness readiness, Map<String, String> schemas) {
        this.schemas = schemas;
        this.metrics = metrics;
        this.readiness = readiness;
    }

    Reply live() {
        return Reply.json(200, Map.of("live", true));
    }

    Reply ready() {
        Readiness.Verdict verdict = readiness.look();
        return Reply.json(verdict.ready() ? 200 : 503, verdict);
    }

    Reply metrics() {
        return Reply.text(200, PROMETHEUS, metrics.text());
    }

    Reply schema(String file) {
        String text = schemas.get(file);
        return text == null ? Reply.notFound() : Reply.text(200, "application/schema+json", text);
    }
}
