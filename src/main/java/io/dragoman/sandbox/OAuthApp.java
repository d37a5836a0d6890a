package io.dragoman.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one OAuth app that is let into a {@link Sandbox}; renews access tokens at {@code POST /oauth/token}. Each holds until it is renewed
 * or ended. Thread-safe.
 */
public final class OAuthApp implements HttpHandler {
    public static final String CLIENT = "sandbox-client";
    public static final String SECRET = "sandbox-client-secret";
    public static final String REFRESH = "sandbox-refresh-token";

    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger renewals = new AtomicInteger();
    private final Reply reply;
    private volatile String apiDomain = "";
    private volatile boolean shutOut;

    OAuthApp(Reply reply) {
        this.reply = reply;
    }

    /** Tells this as the place of the account, in place of the sandbox's own address. */
    public void apiDomain(String domain) {
        apiDomain = domain;
    }

    /** Ends every access token that was given out, though its time is not over. */
    public void endAll() {
        open.clear();
    }

    /** Renews nothing any more, as after somebody took the app's access away. */
    public void shutOut() {
        shutOut = true;
        open.clear();
    }

    /** How often a token was asked for with success. */
    public int renewals() {
        return renewals.get();
    }

    boolean knows(String authorization) {
        return authorization.startsWith("Bearer ") && open.contains(authorization.substring("Bearer ".length()));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean ours = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && form.equals("grant_type=refresh_token&refresh_token=" + REFRESH)
                && exchange.getRequestMethod().equals("POST");
        reply.now(exchange, ours && !shutOut ? renewed(exchange) : refused(), Reply.Ending.WHOLE);
    }

    private Answer renewed(HttpExchange exchange) {
        String token = "access-" + renewals.incrementAndGet();
        open.clear();
        open.add(token);
        String host = exchange.getRequestHeaders().getFirst("Host");
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", token)
                        .put("token_type", "Bearer")
                        .put("refresh_token", REFRESH)
                        .put("scope", "base")
                        .put("expires_in", 3599)
                        .put("api_domain", apiDomain.isEmpty() ? "http://" + host : apiDomain));
    }

    private static Answer refused() {
        return Answer.json(
                400,
                Json.object()
                        .put("success", false)
                        .put("error", "invalid_grant")
                        .put("message", "Refresh token is invalid"));
    }
}
