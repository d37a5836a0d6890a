package io.dragoman.service.http;

import io.dragoman.service.Metrics;
import io.dragoman.service.Readiness;
import io.dragoman.service.Service;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;

/**
 * What the resources are about.
 *
 * @param schemas texts of the JSON schemas that editors ask for, by file name
 */
public record Resources(Service service, Metrics metrics, Readiness readiness, Map<String, String> schemas) {
    public Resources {
        schemas = Map.copyOf(schemas);
    }

    List<Endpoint> endpoints(Vertx vertx) {
        return new Endpoints(service, new Telling(metrics, readiness, schemas), new Events(vertx, service)).all();
    }
}
