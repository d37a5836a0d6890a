package io.dragoman.systems.pipedrive;

import java.net.URI;
import java.util.function.Supplier;

/**
 * An OAuth app that was let into the account, instead of an API token. Its secrets are asked for when they are needed.
 *
 * @param refreshToken as the app got it when somebody let it in
 * @param tokenUrl where access tokens are renewed
 */
public record OAuth(String clientId, Supplier<String> clientSecret, Supplier<String> refreshToken, URI tokenUrl) {
    /** Pipedrive's own. */
    public static final URI TOKEN_URL = URI.create("https://oauth.pipedrive.com/oauth/token");

    /** Never printed with its secrets. */
    @Override
    public String toString() {
        return "OAuth[" + tokenUrl + "]";
    }
}
