package io.dragoman.contract;

import java.util.List;

/**
 * One operation of the official descriptions.
 *
 * @param path with {@code /api/v1} or {@code /api/v2} in front and variables in braces
 * @param tokens its price; 0 when none is given
 * @param retired whether it is marked deprecated
 */
record Operation(String method, String path, int tokens, boolean retired) {

    List<String> parts() {
        return List.of(path.substring(1).split("/"));
    }

    boolean old() {
        return path.startsWith("/api/v1/");
    }

    /** The collection it works on, such as {@code persons}. */
    String collection() {
        return parts().get(2);
    }

    /** How messages name it. */
    String name() {
        return method + " " + path;
    }
}
