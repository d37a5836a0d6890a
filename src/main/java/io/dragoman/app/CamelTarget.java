package io.dragoman.app;

import io.dragoman.ledger.Intent;
import io.dragoman.model.Catalogue;
import io.dragoman.model.FindRequest;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.run.Phase;
import io.dragoman.run.Target;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** A target behind the endpoints its system answers. Failures come out as they went in, without Camel's wrapping. */
final class CamelTarget implements Target {
    private final ProducerTemplate camel;
    private final String system;

    CamelTarget(ProducerTemplate camel, String system) {
        this.camel = camel;
        this.system = system;
    }

    @Override
    public Catalogue catalogue(Set<String> kinds) {
        return ask("catalogue", kinds, Catalogue.class);
    }

    @Override
    public SchemaItem.Made make(SchemaItem item) {
        return ask("prepare", item, SchemaItem.Made.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, TargetId> find(FindRequest request) {
        return ask("find", request, Map.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Set<TargetId> remaining(String kind, Set<TargetId> ids) {
        return ask("read-back", new io.dragoman.model.ReadBack(kind, ids), Map.class).keySet();
    }

    @Override
    public void send(Phase phase, Iterator<?> intentsOrWrites) {
        travel("direct:send-again", intentsOrWrites, phase, Map.of());
    }

    /** Sends a body down a route that carries a phase, and raises what stopped the phase. */
    void travel(String route, Object body, Phase phase, Map<String, Object> variables) {
        Exchange result = camel.request(route, exchange -> {
            exchange.setVariable("phase", phase);
            variables.forEach(exchange::setVariable);
            exchange.getMessage().setBody(body);
        });
        raise(result.getException());
        raise(phase.stop().cause());
    }

    private <T> T ask(String port, Object body, Class<T> type) {
        try {
            return camel.requestBody("direct:" + system + "-" + port, body, type);
        } catch (CamelExecutionException e) {
            raise(e);
            throw e;
        }
    }

    private static void raise(Throwable failure) {
        if (failure == null) {
            return;
        }
        Throwable cause = failure;
        while (cause instanceof CamelExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof RuntimeException unwrapped) {
            throw unwrapped;
        }
        throw new IllegalStateException(cause);
    }
}
