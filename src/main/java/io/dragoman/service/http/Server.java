package io.dragoman.service.http;

import io.dragoman.access.Door;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port of the service, on the loopback address unless told otherwise. */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int WORKERS = 4;
    private static final int SECONDS = 10;

    private final Vertx vertx;
    private final HttpServer server;

    private Server(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /**
     * Where it listens.
     *
     * @param address of this machine
     * @param port 0 for a free one
     * @param proxyHeader in which a trusted proxy names a user; empty for none
     */
    public record Place(String address, int port, String proxyHeader) {}

    /**
     * Listens.
     *
     * @throws RunProblem {@code port-taken}
     */
    public static Server start(Place place, Door door, Resources resources, Site site) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(WORKERS)
                .setInternalBlockingPoolSize(2));
        Router router = Router.router(vertx);
        Answering answering = new Answering(door, site, place.proxyHeader());
        router.route().handler(Answering::guard);
        router.post().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        resources.endpoints(vertx).forEach(endpoint -> add(router, endpoint, answering));
        site.endpoints().forEach(endpoint -> add(router, endpoint, answering));
        router.route().blockingHandler(answering::answerNothing, false);
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(place.address())
                        .setPort(place.port())
                        .setMaxFormAttributeSize(LARGEST_BODY)
                        .setIdleTimeout(0))
                .requestHandler(router);
        try {
            server.listen().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
            return new Server(vertx, server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw taken(vertx, place.port(), e);
        } catch (ExecutionException | TimeoutException e) {
            throw taken(vertx, place.port(), e);
        }
    }

    private static void add(Router router, Endpoint endpoint, Answering answering) {
        router.route(HttpMethod.valueOf(endpoint.method()), endpoint.routed())
                .blockingHandler(context -> answering.answer(endpoint, context), false);
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
