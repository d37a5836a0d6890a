package io.dragoman.sandbox.cliniko;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets in who shows the key, says who asks, and does not ask too often. */
final class Door {
    private static final Pattern CONTACT = Pattern.compile(".*\\S.*\\(.*[^\\s@]+@[^\\s@]+.*\\)");
    private static final long SECOND = 1_000_000_000L;

    private final ClinikoSettings settings;
    private final Rate rate;

    Door(ClinikoSettings settings, Rate rate) {
        this.settings = settings;
        this.rate = rate;
    }

    /** @throws Refusal when the request is not let in */
    void pass(String method, Headers headers, boolean bytes) {
        if (!known(headers.getFirst("Authorization"))) {
            throw new Refusal(Answer.error(401, "base", "the key is not valid"));
        }
        String agent = headers.getFirst("User-Agent");
        if (agent == null || !CONTACT.matcher(agent).matches()) {
            throw Refusal.bad("the User-Agent must name a contact: NAME (EMAIL)");
        }
        String accept = headers.getFirst("Accept");
        if (!bytes && (accept == null || !accept.contains("application/json"))) {
            throw new Refusal(Answer.error(406, "base", "Accept must be application/json"));
        }
        if (!method.equals("GET")) {
            throw new Refusal(Answer.error(405, "base", "this stand-in is read-only"));
        }
        long wait = rate.arrive();
        if (wait > 0) {
            throw new Refusal(Answer.error(429, "base", "too many requests", whenAgain(wait)));
        }
    }

    /** The key with its shard or without, as user name with an empty password. */
    private boolean known(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return false;
        }
        String shown = new String(
                Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
        String key = settings.key();
        return shown.equals(key + ":") || shown.equals(key.substring(0, key.lastIndexOf('-')) + ":");
    }

    private Map<String, String> whenAgain(long wait) {
        long seconds = (wait + SECOND - 1) / SECOND;
        String reset = String.valueOf(Instant.now().plusNanos(wait).getEpochSecond() + 1);
        return settings.retryAfter()
                ? Map.of("X-RateLimit-Reset", reset, "Retry-After", String.valueOf(seconds))
                : Map.of("X-RateLimit-Reset", reset);
    }
}
