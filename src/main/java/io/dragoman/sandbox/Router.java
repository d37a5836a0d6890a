package io.dragoman.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the operation of a request. A written path part wins over a variable one. */
final class Router {
    private final Map<Integer, List<Route>> byLength = new HashMap<>();

    record Match(Route route, Call call) {
        Answer answer() {
            return route.work().apply(call);
        }
    }

    void read(String path, int cost, Function<Call, Answer> work) {
        add(new Route("GET", path, cost, false, work));
    }

    void search(String path, Function<Call, Answer> work) {
        add(new Route("GET", path, 20, true, work));
    }

    void write(String method, String path, int cost, Function<Call, Answer> work) {
        add(new Route(method, path, cost, false, work));
    }

    private void add(Route route) {
        byLength.computeIfAbsent(route.parts().size(), n -> new ArrayList<>()).add(route);
    }

    List<Route> routes() {
        return byLength.values().stream().flatMap(List::stream).toList();
    }

    /** Refuses with an HTML page where no such path exists, and with 405 where only the verb is wrong. */
    Match find(Ask ask) {
        @Nullable Match best = null;
        boolean pathKnown = false;
        for (Route route : byLength.getOrDefault(ask.path().size(), List.of())) {
            @Nullable List<String> variables = variables(route.parts(), ask.path());
            if (variables == null) {
                continue;
            }
            pathKnown = true;
            boolean better =
                    best == null || variables.size() < best.call().variables().size();
            if (route.method().equals(ask.method()) && better) {
                best = new Match(route, new Call(ask, variables));
            }
        }
        if (best != null) {
            return best;
        }
        if (pathKnown) {
            throw new Refusal(Answer.error(405, "Method not allowed", "ERR_METHOD_NOT_ALLOWED"));
        }
        throw new Refusal(Answer.html(404, "Page not found"));
    }

    private static @Nullable List<String> variables(List<String> pattern, List<String> path) {
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.get(i).startsWith("{")) {
                variables.add(path.get(i));
            } else if (!pattern.get(i).equals(path.get(i))) {
                return null;
            }
        }
        return variables;
    }
}
