package io.dragoman.access;

import org.jspecify.annotations.Nullable;

/**
 * What a request brought that decides whether it is answered. Nothing of it is logged.
 *
 * @param method in capitals
 * @param address of the socket's other end, without port
 * @param host header {@code Host}
 * @param origin header {@code Origin}
 * @param fetchSite header {@code Sec-Fetch-Site}
 * @param fetchMode header {@code Sec-Fetch-Mode}
 * @param cookie value of our cookie
 * @param authorization header {@code Authorization}
 * @param named what the header of a proxy says, whoever sent it
 */
public record Arrival(
        String method,
        String address,
        @Nullable String host,
        @Nullable String origin,
        @Nullable String fetchSite,
        @Nullable String fetchMode,
        @Nullable String cookie,
        @Nullable String authorization,
        @Nullable String named) {

    /** Whether it asks for no change. */
    public boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether a browser says that a page of somebody else sent it; a link to one of our pages is none of these. */
    boolean isForeign() {
        boolean link = isSafe() && "navigate".equals(fetchMode);
        boolean elsewhere = fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none");
        return (elsewhere && !link) || (origin != null && !isOwn(origin));
    }

    private boolean isOwn(String from) {
        return host != null && (from.equals("http://" + host) || from.equals("https://" + host));
    }
}
