package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.ProducerTemplate;

/** The token that client id and secret are exchanged for, in memory only. Thread-safe. */
public final class Grant {
    /** A token that is about to end is not used any more. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final long USUAL_SECONDS = 600;

    private final RestSettings settings;
    private final ProducerTemplate routes;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile String token = "";
    private volatile Instant ends = Instant.MIN;

    Grant(RestSettings settings, ProducerTemplate routes) {
        this.settings = settings;
        this.routes = routes;
    }

    /** Gets a token where one is needed and there is none that lasts; with a key, nothing happens. */
    public void fresh() {
        if (settings.system().auth().kind() != RestSystem.Auth.Kind.CLIENT_CREDENTIALS) {
            return;
        }
        lock.lock();
        try {
            if (!settings.clock().instant().isBefore(ends)) {
                take(routes.requestBody("direct:rest-token", null, Answer.class));
            }
        } finally {
            lock.unlock();
        }
    }

    /** The body of the request for a token. */
    public String form() {
        return Term.query(List.of(
                new Term("client_id", settings.clientId()),
                new Term("client_secret", settings.secret().get())));
    }

    private void take(Answer answer) {
        JsonNode granted = answer.body();
        String text = granted.path("access_token").asText("");
        if (text.isEmpty()) {
            throw refused();
        }
        long seconds = granted.path("expires_in").asLong(USUAL_SECONDS);
        token = text;
        ends = settings.clock().instant().plusSeconds(seconds).minus(MARGIN);
    }

    private static RunProblem refused() {
        return new RunProblem(
                RunProblem.Ending.BLOCKED,
                new Problem(
                        "source-key-refused",
                        "source.client-id",
                        "The source gives no token for client-id and client-secret. Look them up with its vendor."));
    }

    /** The source does not take the token any more; returns whether a new one may help. */
    boolean again() {
        boolean had = !token.isEmpty();
        token = "";
        ends = Instant.MIN;
        return had;
    }

    String token() {
        return token;
    }
}
