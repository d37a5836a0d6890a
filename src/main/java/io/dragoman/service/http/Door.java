package io.dragoman.service.http;

import io.dragoman.model.Problem;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets in who names this machine as it is called and has the token. */
final class Door {
    private static final String WHO = "who";
    private static final String BEARER = "Bearer ";
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final byte[] token;

    Door(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Who asks, as orders remember it. */
    static String who(RoutingContext request) {
        return request.get(WHO, "token");
    }

    /** What a request is answered that may not come in; null when it may. */
    @Nullable
    Reply stops(RoutingContext request, boolean open) {
        String host = request.request().getHeader("Host");
        if (host == null || !NAMES.contains(host.replaceFirst(":[0-9]+$", ""))) {
            // A page elsewhere can give this machine a name of its own, and would be let in by the browser.
            return Reply.problems(
                    421, List.of(new Problem("host-unknown", "", "name this machine 127.0.0.1 or localhost.")));
        }
        if (open) {
            return null;
        }
        String given = request.request().getHeader("Authorization");
        boolean known = given != null
                && given.startsWith(BEARER)
                && MessageDigest.isEqual(given.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8), token);
        return known
                ? null
                : Reply.problems(
                                401,
                                List.of(new Problem(
                                        "token-missing", "", "send the service's token as Authorization: Bearer.")))
                        .with("WWW-Authenticate", "Bearer");
    }
}
