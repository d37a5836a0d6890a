package io.dragoman.sandbox;

import com.sun.net.httpserver.Headers;
import java.util.Optional;

/** Checks the token, which must come in a header. */
final class Door {
    private static final String OF = "-of-";

    private Door() {}

    /** The token of a user, who is let in beside the account's own token. */
    static String tokenOf(String token, long userId) {
        return token + OF + userId;
    }

    /** Who is let in. */
    static long authorize(Headers headers, Ask ask, Account account, OAuthApp app) {
        String token = account.settings().token();
        String given = headers.getFirst("x-api-token");
        Optional<SandboxUser> person = account.users().stream()
                .filter(user -> user.active() && tokenOf(token, user.id()).equals(given))
                .findFirst();
        boolean named = person.isPresent() || token.equals(given);
        String authorization = headers.getFirst("Authorization");
        boolean bearer = ("Bearer " + token).equals(authorization) || authorization != null && app.knows(authorization);
        if (ask.query().containsKey("api_token") || !(named || bearer)) {
            throw new Refusal(unauthorized());
        }
        return person.orElse(account.me()).id();
    }

    static Answer unauthorized() {
        var body = Json.object()
                .put("success", false)
                .put("error", "unauthorized access")
                .put("errorCode", 401);
        return Answer.json(401, body.put("error_info", "See the documentation")).with("x-401-by-gw", "true");
    }
}
