package io.dragoman.service.http;

import io.dragoman.access.Arrival;
import io.dragoman.access.Role;
import io.dragoman.access.Visitor;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody asks, in words that know no server. Used by one thread at a time. */
public final class Request {
    private static final String VISITOR = "visitor";
    private static final String FORM = "_form";

    private final RoutingContext context;

    Request(RoutingContext context) {
        this.context = context;
    }

    /** Who asks; null where anybody may. */
    public @Nullable Visitor visitor() {
        return context.get(VISITOR);
    }

    /** Who asks, where nobody unknown comes. */
    public Visitor mustBeKnown() {
        return Objects.requireNonNull(visitor(), "the door lets nobody unknown come here");
    }

    void isBy(@Nullable Visitor visitor) {
        context.put(VISITOR, visitor);
    }

    /** A session begins with this request. */
    void begins(String cookie) {
        context.response().putHeader("Set-Cookie", Cookie.begin(cookie, isSecure()));
    }

    /** Whether who asks has one of these roles. */
    public boolean isAny(Set<Role> roles) {
        Visitor visitor = visitor();
        return visitor != null && visitor.isAny(roles);
    }

    /** A variable of the path. */
    public String part(String name) {
        return Objects.requireNonNullElse(context.pathParam(name), "");
    }

    public @Nullable String query(String name) {
        return context.queryParams().get(name);
    }

    /** A field of a form that was sent. */
    public @Nullable String field(String name) {
        return context.request().getFormAttribute(name);
    }

    public String path() {
        return context.normalizedPath();
    }

    /** Address at the other end of the connection. */
    public String address() {
        return context.request().remoteAddress().hostAddress();
    }

    /** Whether the browser speaks TLS, with us or with a proxy before us. */
    public boolean isSecure() {
        String origin = header("Origin");
        return context.request().isSSL() || (origin != null && origin.startsWith("https://"));
    }

    public boolean isChange() {
        return !context.request().method().name().equals("GET");
    }

    /** Value of our cookie. */
    public @Nullable String cookie() {
        io.vertx.core.http.Cookie cookie = context.request().getCookie(Cookie.NAME);
        return cookie == null ? null : cookie.getValue();
    }

    /** What came along to show that a form or script of ours asks. */
    @Nullable
    String form() {
        String header = header("X-Form");
        return header == null ? field(FORM) : header;
    }

    private @Nullable String header(String name) {
        return context.request().getHeader(name);
    }

    /** What it brought that decides whether it is answered. @param proxyHeader in which a proxy says who asks */
    Arrival arrival(String proxyHeader) {
        HttpServerRequest request = context.request();
        return new Arrival(
                request.method().name(),
                address(),
                header("Host"),
                header("Origin"),
                header("Sec-Fetch-Site"),
                header("Sec-Fetch-Mode"),
                cookie(),
                header("Authorization"),
                proxyHeader.isEmpty() ? null : header(proxyHeader));
    }
}
