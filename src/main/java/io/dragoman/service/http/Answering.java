package io.dragoman.service.http;

import io.dragoman.access.Door;
import io.dragoman.access.Entrance;
import io.dragoman.access.Role;
import io.dragoman.access.Visitor;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of every request: past the door, to its endpoint, and back with what keeps browsers careful. Thread-safe. */
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final Set<Role> KNOWN = EnumSet.allOf(Role.class);

    /** Nothing of a resource is run or shown as a page, but for reports, which bring their style along. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'; sandbox allow-popups";

    private final Door door;
    private final Site site;
    private final String proxyHeader;

    /** @param proxyHeader in which a trusted proxy names a user; empty for none */
    Answering(Door door, Site site, String proxyHeader) {
        this.door = door;
        this.site = site;
        this.proxyHeader = proxyHeader;
    }

    void answer(Endpoint endpoint, RoutingContext context) {
        Request request = new Request(context);
        Reply closed = closed(request, endpoint.may());
        Reply reply = closed == null ? answered(endpoint, context) : closed;
        if (reply != null) {
            boolean bare = endpoint.isPage()
                    && reply.status() >= 400
                    && !reply.contentType().startsWith("text/html");
            send(context, bare ? site.instead(request, reply.status(), reply.problems()) : reply);
        }
    }

    /** What is at no address: a stranger learns nothing of what there is. */
    void answerNothing(RoutingContext context) {
        Request request = new Request(context);
        Reply closed = closed(request, KNOWN);
        Reply reply = closed == null ? Reply.notFound() : closed;
        boolean resource = request.path().startsWith("/api/");
        send(context, resource ? reply : site.instead(request, reply.status(), reply.problems()));
    }

    private @Nullable Reply closed(Request request, Set<Role> may) {
        Entrance entrance = door.judge(request.arrival(proxyHeader), may);
        if (entrance instanceof Entrance.Closed closed) {
            return Reply.problems(closed.status(), List.of(closed.problem()));
        }
        Entrance.Open open = (Entrance.Open) entrance;
        Visitor visitor = open.visitor();
        request.isBy(visitor);
        if (open.cookie() != null) {
            request.begins(open.cookie());
        }
        if (visitor == null || may.isEmpty() || !request.isChange()) {
            return null;
        }
        Optional<Problem> stale = door.formProblem(visitor, request.form());
        return stale.map(problem -> Reply.problems(403, List.of(problem))).orElse(null);
    }

    private static @Nullable Reply answered(Endpoint endpoint, RoutingContext request) {
        try {
            return endpoint.handler().answer(request);
        } catch (UserProblems user) {
            boolean absent = user.problems().stream().anyMatch(one -> one.code().equals("not-found"));
            return Reply.problems(absent ? 404 : 400, user.problems());
        } catch (RunProblem run) {
            int refused = run.problem().code().equals("role-missing") ? 403 : 409;
            return Reply.problems(run.ending() == RunProblem.Ending.REFUSED ? refused : 503, List.of(run.problem()));
        } catch (RuntimeException fault) {
            LOG.error("unexpected", fault);
            return Reply.problems(
                    500,
                    List.of(new Problem(
                            "unexpected",
                            fault.getClass().getSimpleName(),
                            "this is a fault of Dragoman. The log of the service has its trace; report it.")));
        }
    }

    /** Headers that every answer has, unless it says otherwise itself. */
    static void guard(RoutingContext request) {
        request.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                // With no-referrer a browser would name no origin on forms, and the door looks at it.
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Cache-Control", "no-store");
        request.next();
    }

    private static void send(RoutingContext request, Reply reply) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status()).putHeader("Content-Type", reply.contentType());
        reply.headers().forEach(response::putHeader);
        response.end(Buffer.buffer(reply.body()));
    }
}
