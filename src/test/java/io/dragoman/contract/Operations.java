package io.dragoman.contract;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the operation that a request asks for. A written path part wins over a variable one. */
final class Operations {
    private final Map<Integer, List<Operation>> byLength = new HashMap<>();

    /** Takes in all operations of one description. */
    void add(String base, OpenAPI description) {
        description
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    Map<String, Object> more = Objects.requireNonNullElse(operation.getExtensions(), Map.of());
                    Operation known = new Operation(
                            method.name(),
                            base + path,
                            more.get("x-token-cost") instanceof Number tokens ? tokens.intValue() : 0,
                            Boolean.TRUE.equals(operation.getDeprecated()));
                    byLength.computeIfAbsent(known.parts().size(), n -> new ArrayList<>())
                            .add(known);
                }));
    }

    /** @param path without the query */
    Optional<Operation> find(String method, String path) {
        List<String> asked = List.of(path.substring(1).split("/", -1));
        return byLength.getOrDefault(asked.size(), List.of()).stream()
                .filter(operation -> operation.method().equals(method) && matches(operation.parts(), asked))
                .min(Comparator.comparing(Operations::variables));
    }

    private static boolean matches(List<String> pattern, List<String> asked) {
        return IntStream.range(0, asked.size())
                .allMatch(i -> pattern.get(i).startsWith("{") || pattern.get(i).equals(asked.get(i)));
    }

    private static long variables(Operation operation) {
        return operation.parts().stream().filter(part -> part.startsWith("{")).count();
    }
}
