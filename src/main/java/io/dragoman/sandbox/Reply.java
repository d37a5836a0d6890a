package io.dragoman.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers, after the latency and as whole as asked. A held answer holds no worker. */
final class Reply {
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    /** How an answer ends. */
    enum Ending {
        WHOLE,
        /** Declared length larger than what is sent. */
        HALF,
        /** Connection closed before a single byte. */
        CUT
    }

    private final SandboxSettings settings;
    private final ScheduledExecutorService later;

    Reply(SandboxSettings settings, ScheduledExecutorService later) {
        this.settings = settings;
        this.later = later;
    }

    void send(HttpExchange exchange, Answer answer, Ending ending, long number) {
        double jitter = Mix.unit(settings.seed() + 7, number) * settings.jitterMillis();
        long hold = settings.latencyMillis() + Math.round(jitter);
        if (hold == 0) {
            now(exchange, answer, ending);
        } else {
            var unused = later.schedule(() -> now(exchange, answer, ending), hold, TimeUnit.MILLISECONDS);
        }
    }

    void now(HttpExchange exchange, Answer answer, Ending ending) {
        try {
            if (ending != Ending.CUT) {
                write(exchange, answer, ending == Ending.HALF);
            }
        } catch (IOException e) {
            LOG.debug("a client did not wait for its answer: {}", e.getClass().getSimpleName());
        } finally {
            exchange.close();
        }
    }

    private static void write(HttpExchange exchange, Answer answer, boolean half) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), headOnly ? -1 : body.length + (half ? 64 : 0));
        if (headOnly) {
            return;
        }
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, half ? body.length / 2 : body.length);
        out.flush();
    }
}
