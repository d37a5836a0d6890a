package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.ContentProblem;
import io.dragoman.model.FileFields;
import io.dragoman.model.InDoubt;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.TypeConversionException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells from what came back, or did not, whether a request was carried out. Thread-safe. */
public final class Answers {
    /** So many 429s in a row that may mean the day do mean it. */
    private static final int SURE_AFTER = 5;

    private final Budget budget;
    private final Gate gate;
    private final Burst burst;
    private final ServerClock clock;
    private final Access access;
    private final AtomicInteger doubtful429s = new AtomicInteger();

    Answers(Budget budget, Gate gate, Burst burst, ServerClock clock, Access access) {
        this.budget = budget;
        this.gate = gate;
        this.burst = burst;
        this.clock = clock;
        this.access = access;
    }

    /**
     * The envelope of a request that was carried out.
     *
     * @param token number of the access token it was sent with
     * @param headers of the answer
     * @param body null when the answer had none
     * @return the envelope; an empty object when the record was gone and that is as good
     * @throws TargetBusy when the request can be sent again
     * @throws InDoubt when a write may have been carried out
     * @throws io.dragoman.model.RecordProblem when this record cannot be written as it is
     * @throws io.dragoman.model.RunProblem when nothing can be written
     */
    public JsonNode read(Request request, long token, int status, Map<String, Object> headers, byte @Nullable [] body) {
        clock.told(headers);
        RateHeaders rates = new RateHeaders(headers);
        if (status != 429) {
            budget.told(rates.tokensLeft(), rates.requestsLeft());
        }
        Optional<JsonNode> json = Json.parse(body == null ? new byte[0] : body);
        if (status >= 200 && status < 300) {
            doubtful429s.set(0);
            access.letIn();
            return json.filter(envelope -> envelope.path("success").asBoolean(false))
                    .orElseThrow(() -> unsure(request, "unreadable answer with status " + status, null));
        }
        if (status == 429) {
            throw dayIsSpent(rates) ? budget.refused() : slowDown(rates);
        }
        if (status == 401 && access.another(token)) {
            throw new TargetBusy("401", 1, null);
        }
        if (status == 503) {
            throw new TargetBusy("503", 0, null);
        }
        if (status == 501 || status < 500) {
            return refused(request, status, json);
        }
        throw unsure(request, "status " + status, null);
    }

    /** Throws what a failure of the connection means for the request. Its own text is dropped; only its kind is told. */
    public void lost(Request request, Exception failure) {
        Exception root = failure instanceof TypeConversionException && failure.getCause() instanceof Exception cause
                ? cause
                : failure;
        Site site = request.site();
        if (root instanceof ContentProblem broken && site != null) {
            throw site.problem(broken.code(), FileFields.CONTENT, broken.advice());
        }
        if (neverLeft(root)) {
            throw new TargetBusy(root.getClass().getSimpleName(), 0, root);
        }
        throw unsure(request, root.getClass().getSimpleName(), root);
    }

    private JsonNode refused(Request request, int status, Optional<JsonNode> json) {
        if (request.goneIsDone() && json.isPresent() && (status == 404 || status == 410)) {
            return Json.object();
        }
        if (status == 403 && json.isEmpty()) {
            throw gate.close();
        }
        if (status == 401 && access.isRenewed()) {
            throw Stops.accessRejected();
        }
        throw Refusals.of(request, status, json.orElse(null));
    }

    private boolean dayIsSpent(RateHeaders rates) {
        return rates.dayIsSpent() || rates.dayMayBeSpent() && doubtful429s.incrementAndGet() >= SURE_AFTER;
    }

    private TargetBusy slowDown(RateHeaders rates) {
        gate.pause(rates.delay());
        burst.refused();
        return new TargetBusy("429", rates.delay().toMillis(), null);
    }

    private static RuntimeException unsure(Request request, String reason, @Nullable Exception failure) {
        if (!request.isWrite()) {
            return new TargetBusy(reason, 0, failure);
        }
        return new InDoubt(reason, failure == null ? new IOException(reason) : failure);
    }

    private static boolean neverLeft(Exception failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof ConnectionRequestTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof SSLHandshakeException;
    }
}
