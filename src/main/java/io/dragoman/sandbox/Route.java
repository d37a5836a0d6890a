package io.dragoman.sandbox;

import java.util.List;
import java.util.function.Function;

/** One operation: verb, path with variables in braces, its price in tokens, and whether it counts as a search. */
record Route(String method, String path, int cost, boolean search, Function<Call, Answer> work) {

    List<String> parts() {
        return List.of(path.substring(1).split("/"));
    }

    /** The collection this operation writes to, as counted in the statistics. */
    String collection() {
        List<String> parts = parts();
        return parts.size() > 4 && parts.get(4).equals("products") ? "dealProducts" : parts.get(2);
    }
}
