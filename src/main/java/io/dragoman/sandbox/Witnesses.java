package io.dragoman.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everyone in this process who wants to see what sandboxes are asked and answer. */
final class Witnesses {
    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final List<Witness> ALL = ServiceLoader.load(Witness.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private Witnesses() {}

    static void show(HttpExchange exchange, Ask ask, Gate.Outcome outcome, Answer sent) {
        if (ALL.isEmpty()) {
            return;
        }
        Seen seen = seen(exchange, ask, outcome, sent);
        for (Witness witness : ALL) {
            try {
                witness.saw(seen);
            } catch (RuntimeException e) {
                LOG.error("a witness failed", e);
            }
        }
    }

    private static Seen seen(HttpExchange exchange, Ask ask, Gate.Outcome outcome, Answer sent) {
        Headers headers = exchange.getRequestHeaders();
        boolean cut = outcome.ending() == Reply.Ending.CUT;
        return new Seen(
                "http://127.0.0.1:" + exchange.getLocalAddress().getPort(),
                ask.method(),
                ask.target(),
                Objects.requireNonNullElse(headers.getFirst("User-Agent"), ""),
                ask.contentType(),
                headers.containsKey("x-api-token") || headers.containsKey("Authorization"),
                ask.body(),
                cut ? 0 : sent.status(),
                sent.headers(),
                cut ? "" : sent.body(),
                outcome.price(),
                outcome.injected());
    }
}
