package io.dragoman.systems.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that answers as a test says, and remembers what it was asked. */
final class Api implements AutoCloseable {
    static {
        System.setProperty(
                "sun.net.httpserver.nodelay", "true"); // else each small answer waits for a clock of the system
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Answering answering = request -> Reply.json("{}");

    /** How the server answers. */
    interface Answering {
        Reply answer(Asked request);
    }

    /** @param query as it was sent; empty for none */
    record Asked(String method, String path, String query, Map<String, String> headers, String body) {
        @Override
        public String toString() {
            return query.isEmpty() ? path : path + "?" + query;
        }
    }

    record Reply(int status, Map<String, String> headers, byte[] body, int promised) {
        static Reply json(String body) {
            return of(200, "application/json", body);
        }

        static Reply of(int status, String type, String body) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return new Reply(status, Map.of("Content-Type", type), bytes, bytes.length);
        }

        Reply with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body, promised);
        }

        /** The same, broken off after its bytes although its head promises more. */
        Reply half() {
            return new Reply(status, headers, body, 2 * body.length);
        }
    }

    private Api(String host) throws IOException {
        server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static Api at(String host) throws IOException {
        return new Api(host);
    }

    static Api start() throws IOException {
        return new Api("127.0.0.1");
    }

    void answers(Answering how) {
        answering = how;
    }

    URI base() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort());
    }

    /** Paths and queries, in the order they came. */
    List<String> calls() {
        return asked.stream().map(Asked::toString).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        URI uri = exchange.getRequestURI();
        Asked request = new Asked(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(request);
        Reply reply = answering.answer(request);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.promised() == 0 ? -1 : reply.promised());
        try (exchange) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
