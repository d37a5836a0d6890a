package io.dragoman.app;

import io.dragoman.model.Catalogue;
import io.dragoman.model.ChangesRequest;
import io.dragoman.model.FieldChange;
import io.dragoman.model.FindRequest;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.ReadBack;
import io.dragoman.model.Room;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import io.dragoman.run.Phase;
import io.dragoman.run.Target;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** A target behind the endpoints its system answers. Failures come out as they went in, without Camel's wrapping. */
final class CamelTarget implements Target {
    private final ProducerTemplate camel;
    private final String system;
    private final Runnable awaitLast;

    /** @param awaitLast returns when no record is under way any more */
    CamelTarget(ProducerTemplate camel, String system, Runnable awaitLast) {
        this.camel = camel;
        this.system = system;
        this.awaitLast = awaitLast;
    }

    @Override
    public Catalogue catalogue(Set<String> kinds) {
        return port("catalogue", kinds, Catalogue.class);
    }

    @Override
    public Room room(Set<String> kinds) {
        return port("room", kinds, Room.class);
    }

    @Override
    public SchemaItem.Made make(SchemaItem item) {
        return port("prepare", item, SchemaItem.Made.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, TargetId> find(FindRequest request) {
        return port("find", request, Map.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Iterator<Trace> traces(TraceRequest request) {
        return port("traces", request, Iterator.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Iterator<HeldRecord> held(HeldRequest request) {
        return port("held", request, Iterator.class);
    }

    @Override
    public HeldRecord asSent(TargetRecord record) {
        return port("as-sent", record, HeldRecord.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Iterator<FieldChange> changes(ChangesRequest request) {
        return port("changes", request, Iterator.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Iterator<ReadBack.Held> readBack(ReadBack wanted) {
        return port("read-back", wanted, Iterator.class);
    }

    @Override
    public Set<TargetId> remaining(String kind, Set<TargetId> ids) {
        Set<TargetId> remaining = new HashSet<>();
        readBack(new ReadBack(kind, ids)).forEachRemaining(one -> remaining.add(one.id()));
        return remaining;
    }

    @Override
    public void send(Phase phase, Iterator<?> intentsOrWrites) {
        travel("direct:send-again", intentsOrWrites, phase, Map.of());
    }

    /** Sends a body down a route that carries a phase, and raises what stopped the phase once no record is under way any more. */
    void travel(String route, Object body, Phase phase, Map<String, Object> variables) {
        Exchange result = camel.request(route, exchange -> {
            exchange.setVariable("phase", phase);
            variables.forEach(exchange::setVariable);
            exchange.getMessage().setBody(body);
        });
        awaitLast.run();
        raise(result.getException());
        raise(phase.stop().cause());
    }

    private <T> T port(String name, Object body, Class<T> type) {
        return ask("direct:" + system + "-" + name, body, type);
    }

    /** Sends a body to an endpoint, and gives what comes back. */
    <T> T ask(String endpoint, Object body, Class<T> type) {
        try {
            return camel.requestBody(endpoint, body, type);
        } catch (CamelExecutionException e) {
            raise(e);
            throw e;
        }
    }

    private static void raise(@Nullable Throwable failure) {
        if (failure == null) {
            return;
        }
        Throwable cause = failure;
        while (isWrapping(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof RuntimeException unwrapped) {
            throw unwrapped;
        }
        throw new IllegalStateException(cause);
    }

    /** A split that stops at its first failure wraps it once more. */
    private static boolean isWrapping(Throwable failure) {
        return failure instanceof CamelExecutionException || failure instanceof CamelExchangeException;
    }
}
