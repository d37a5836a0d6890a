package io.dragoman.service.http;

import io.dragoman.access.Role;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One resource or page, and what can be done with it.
 *
 * @param path with variables in braces
 * @param id of the operation in the description; empty for a page
 * @param about one sentence
 * @param may roles that may ask; empty for anybody, known or not
 * @param answers status codes it gives of itself
 * @param verb whose options its body takes; empty for none
 */
public record Endpoint(
        String method,
        String path,
        String id,
        String about,
        Set<Role> may,
        List<Integer> answers,
        String verb,
        Handler handler) {
    public Endpoint {
        may = Set.copyOf(may);
    }

    /** Answers a request; may wait for the disk. */
    @FunctionalInterface
    public interface Handler {
        /** @return null when it answers by and by itself */
        @Nullable
        Reply answer(RoutingContext request);
    }

    static Endpoint get(String path, String id, String about, List<Integer> answers, Handler handler) {
        return new Endpoint("GET", path, id, about, Rights.ALL, answers, "", handler);
    }

    static Endpoint post(String path, String id, String about, List<Integer> answers, Handler handler) {
        return new Endpoint("POST", path, id, about, Rights.ENGINEER, answers, "", handler);
    }

    /** A page of a site. */
    public static Endpoint page(String method, String path, Set<Role> may, Function<Request, Reply> answer) {
        return new Endpoint(method, path, "", "", may, List.of(), "", context -> answer.apply(new Request(context)));
    }

    /** The same, for everybody. */
    Endpoint forAll() {
        return new Endpoint(method, path, id, about, Set.of(), answers, verb, handler);
    }

    /** Whether people look at it. */
    boolean isPage() {
        return id.isEmpty();
    }

    /** The path as the router has it. */
    String routed() {
        return path.replace("{", ":").replace("}", "");
    }
}
