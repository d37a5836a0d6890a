package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of an OAuth app, one at a time, in memory only. They last about an hour; each is renewed a minute before its end, or
 * when it is refused, by one worker while the others wait. Thread-safe.
 */
final class AccessTokens {
    private static final long EARLY = Duration.ofMinutes(1).toNanos();

    private final OAuth app;
    private final String host;
    private final ProducerTemplate camel;
    private String refreshToken = "";
    private long renewed;
    private int refusals;
    private boolean refused;
    private volatile @Nullable Held held;

    private record Held(String token, long number, long renewAt) {}

    /** @param host the only one that requests go to */
    AccessTokens(OAuth app, String host, ProducerTemplate camel) {
        this.app = app;
        this.host = host;
        this.camel = camel;
    }

    /**
     * Renews the token when there is none that lasts.
     *
     * @return the token's number
     * @throws TargetBusy when it cannot be renewed now
     * @throws io.dragoman.model.RunProblem when it cannot be renewed at all
     */
    synchronized long fresh() {
        Held now = held;
        if (now != null && !refused && now.renewAt() - System.nanoTime() > 0) {
            return now.number();
        }
        Exchange exchange = camel.request(
                "direct:pipedrive-renew", asked -> asked.getMessage().setBody(form()));
        if (exchange.getException() instanceof RuntimeException known) {
            throw known;
        }
        if (exchange.getException() != null) {
            throw new IllegalStateException("the route pipedrive-renew is broken", exchange.getException());
        }
        return Objects.requireNonNull(held, "the route keeps what came").number();
    }

    String current() {
        return Objects.requireNonNull(held, "made fresh before").token();
    }

    /** Whether this one's refusal is worth another try; the second refusal in a row is not. */
    synchronized boolean another(long number) {
        if (refused || number != renewed) {
            return true;
        }
        refusals++;
        refused = refusals == 1;
        return refused;
    }

    synchronized void letIn() {
        refusals = 0;
    }

    /** Keeps what the answer holds. Called by the route, in the thread that is in {@link #fresh}. */
    synchronized void take(int status, byte @Nullable [] body) {
        if (status == 429 || status >= 500) {
            throw new TargetBusy("status " + status + " where tokens are renewed", 0, null);
        }
        JsonNode answer = Json.parse(body == null ? new byte[0] : body).orElseGet(Json::object);
        String token = answer.path("access_token").asText();
        if (status < 200 || status >= 300 || token.isEmpty()) {
            throw Stops.accessRejected();
        }
        String domain = answer.path("api_domain").asText();
        if (!domain.isEmpty() && !host.equals(hostOf(domain))) {
            throw Stops.anotherAccount();
        }
        // They are said not to change; should one, the old one may no longer hold.
        refreshToken = answer.path("refresh_token").asText(refreshToken);
        long lasts = Duration.ofSeconds(answer.path("expires_in").asLong(3600)).toNanos();
        refused = false;
        held = new Held(token, ++renewed, System.nanoTime() + Math.max(lasts / 2, lasts - EARLY));
    }

    private byte[] form() {
        String token = refreshToken.isEmpty() ? app.refreshToken().get() : refreshToken;
        return ("grant_type=refresh_token&refresh_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String hostOf(String domain) {
        try {
            String host = URI.create(domain.contains("://") ? domain : "https://" + domain)
                    .getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
