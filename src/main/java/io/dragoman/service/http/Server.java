package io.dragoman.service.http;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import io.dragoman.service.Metrics;
import io.dragoman.service.Readiness;
import io.dragoman.service.Service;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port of the service, on the loopback address. */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final long LARGEST_BODY = 64 * 1024;
    private static final int WORKERS = 4;
    private static final int SECONDS = 10;

    private final Vertx vertx;
    private final HttpServer server;

    private Server(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /**
     * Listens.
     *
     * @param port 0 for a free one
     * @param token what a request shows; asked for nothing but health
     * @throws RunProblem {@code port-taken}
     */
    public static Server start(int port, String token, Service service, Metrics metrics, Readiness readiness) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(WORKERS)
                .setInternalBlockingPoolSize(2));
        Router router = Router.router(vertx);
        Door door = new Door(token);
        Endpoints endpoints = new Endpoints(service, new Telling(metrics, readiness), new Events(vertx, service));
        router.route().handler(Server::guard);
        router.post().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        endpoints.all().forEach(endpoint -> add(router, endpoint, door));
        router.route().handler(request -> {
            Reply stops = door.stops(request, false);
            send(request, stops == null ? Reply.notFound() : stops);
        });
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost(LOOPBACK).setPort(port).setIdleTimeout(0))
                .requestHandler(router);
        try {
            server.listen().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
            return new Server(vertx, server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw taken(vertx, port, e);
        } catch (ExecutionException | TimeoutException e) {
            throw taken(vertx, port, e);
        }
    }

    private static RunProblem taken(Vertx vertx, int port, Exception why) {
        vertx.close();
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "port-taken",
                        "port " + port,
                        "something else listens there. Give --port another, or 0 for a free one."),
                why);
    }

    private static void add(Router router, Endpoint endpoint, Door door) {
        router.route(io.vertx.core.http.HttpMethod.valueOf(endpoint.method()), endpoint.routed())
                .blockingHandler(
                        request -> {
                            Reply stops = door.stops(request, endpoint.open());
                            Reply reply = stops == null ? answered(endpoint, request) : stops;
                            if (reply != null) {
                                send(request, reply);
                            }
                        },
                        false);
    }

    private static @org.jspecify.annotations.Nullable Reply answered(Endpoint endpoint, RoutingContext request) {
        try {
            return endpoint.handler().answer(request);
        } catch (UserProblems user) {
            boolean absent = user.problems().stream().anyMatch(one -> one.code().equals("not-found"));
            return Reply.problems(absent ? 404 : 400, user.problems());
        } catch (RunProblem run) {
            return Reply.problems(run.ending() == RunProblem.Ending.REFUSED ? 409 : 503, List.of(run.problem()));
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

    private static void guard(RoutingContext request) {
        request.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .putHeader("Cache-Control", "no-store");
        request.next();
    }

    private static void send(RoutingContext request, Reply reply) {
        if (request.response().ended() || request.response().closed()) {
            return;
        }
        request.response().setStatusCode(reply.status()).putHeader("Content-Type", reply.contentType());
        reply.headers().forEach(request.response()::putHeader);
        request.response().end(io.vertx.core.buffer.Buffer.buffer(reply.body()));
    }

    /** Where it listens. */
    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The port did not close well ({})", e.getClass().getSimpleName());
        }
    }
}
