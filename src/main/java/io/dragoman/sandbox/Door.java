package io.dragoman.sandbox;

import com.sun.net.httpserver.Headers;

/** Checks the token, which must come in a header. */
final class Door {
    private Door() {}

    static void authorize(Headers headers, Ask ask, String token, OAuthApp app) {
        boolean named = token.equals(headers.getFirst("x-api-token"));
        String authorization = headers.getFirst("Authorization");
        boolean bearer = ("Bearer " + token).equals(authorization) || authorization != null && app.knows(authorization);
        if (ask.query().containsKey("api_token") || !(named || bearer)) {
            throw new Refusal(unauthorized());
        }
    }

    static Answer unauthorized() {
        var body = Json.object()
                .put("success", false)
                .put("error", "unauthorized access")
                .put("errorCode", 401);
        return Answer.json(401, body.put("error_info", "See the documentation")).with("x-401-by-gw", "true");
    }
}
