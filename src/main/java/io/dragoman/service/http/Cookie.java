package io.dragoman.service.http;

/** The cookie that keeps somebody in: no script reads it, and no page of somebody else makes a browser send it. */
public final class Cookie {
    static final String NAME = "dragoman";

    private Cookie() {}

    /** @param secure whether it may travel by TLS only */
    public static String begin(String value, boolean secure) {
        return NAME + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }

    public static String end(boolean secure) {
        return begin("", secure) + "; Max-Age=0";
    }
}
