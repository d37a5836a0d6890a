package io.dragoman.contract;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Where requests go: nowhere that is out of support, and with the token in a header. */
final class AddressRules {
    private static final Set<String> RETIRED =
            Set.of("deals", "persons", "organizations", "activities", "products", "pipelines", "stages", "itemSearch");
    private static final Pattern RETIRED_PATH =
            Pattern.compile("/api/v1/(?:([a-zA-Z]+)(?:/(?:[0-9]+|collection|search))?"
                    + "|deals/[0-9]+/(?:products|activities|persons)(?:/[0-9]+)?"
                    + "|[a-zA-Z]+/[0-9]+/(?:deals|persons|activities)"
                    + "|itemSearch/field)");

    private AddressRules() {}

    static void check(Asked asked, Consumer<String> fault) {
        if (asked.query().keySet().stream().anyMatch(key -> key.contains("token"))) {
            fault.accept("a token stands in the address");
        }
        if (!asked.seen().tokenInHeader()) {
            fault.accept("no token in a header");
        }
        var path = RETIRED_PATH.matcher(asked.path());
        if (path.matches() && (path.group(1) == null || RETIRED.contains(path.group(1)))) {
            fault.accept("out of support since 2026-08-01");
        }
    }
}
