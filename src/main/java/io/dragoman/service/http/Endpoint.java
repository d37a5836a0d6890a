package io.dragoman.service.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * One resource and what can be done with it.
 *
 * @param path with variables in braces
 * @param id of the operation in the description
 * @param about one sentence
 * @param open whether anybody on this machine may ask, without a token
 * @param answers status codes it gives of itself
 * @param verb whose options its body takes; empty for none
 */
public record Endpoint(
        String method,
        String path,
        String id,
        String about,
        boolean open,
        List<Integer> answers,
        String verb,
        Handler handler) {
    /** Answers a request; may wait for the disk. */
    @FunctionalInterface
    public interface Handler {
        /** @return null when it answers by and by itself */
        @org.jspecify.annotations.Nullable
        Reply answer(RoutingContext request);
    }

    static Endpoint get(String path, String id, String about, List<Integer> answers, Handler handler) {
        return new Endpoint("GET", path, id, about, false, answers, "", handler);
    }

    static Endpoint post(String path, String id, String about, List<Integer> answers, Handler handler) {
        return new Endpoint("POST", path, id, about, false, answers, "", handler);
    }

    /** The same, for everybody. */
    Endpoint forAll() {
        return new Endpoint(method, path, id, about, true, answers, verb, handler);
    }

    /** The path as the router has it. */
    String routed() {
        return path.replace("{", ":").replace("}", "");
    }
}
