package io.dragoman.console;

import io.dragoman.access.Role;
import io.dragoman.access.Visitor;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param form what its forms send along
 * @param migration empty where the page is of none
 */
record Frame(String user, String roles, String form, String migration, List<Place> places, String version) {
    private static final Map<String, String> PLACES = road();

    /** @param here whether the page is this one */
    record Place(String title, String address, boolean here) {}

    private static Map<String, String> road() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("", "Overview");
        places.put("mapping", "Mapping");
        places.put("verbs/plan", "Plan");
        places.put("sample", "Sample");
        places.put("verbs/run", "Run");
        places.put("quarantine", "Quarantine");
        places.put("verbs/owners", "Owners");
        places.put("verbs/explain", "Explain");
        places.put("verbs/rollback", "Rollback");
        places.put("tokens", "Tokens");
        places.put("reports", "Reports");
        return places;
    }

    /** @param here the part of the address after the migration @param migration null where the page is of none */
    static Frame of(@Nullable Visitor visitor, @Nullable String migration, String here, String version) {
        return new Frame(
                visitor == null ? "" : visitor.name(),
                visitor == null ? "" : words(visitor),
                visitor == null ? "" : visitor.form(),
                migration == null ? "" : migration,
                migration == null || visitor == null ? List.of() : places(migration, here),
                version);
    }

    /** The place that an order of a verb belongs to; empty for the overview. */
    static String place(String verb) {
        String slug = verb.replace(' ', '-');
        String own = slug.startsWith("quarantine") ? "quarantine" : slug.equals("approve") ? "mapping" : slug;
        return PLACES.containsKey(own) ? own : PLACES.containsKey("verbs/" + slug) ? "verbs/" + slug : "";
    }

    private static List<Place> places(String migration, String here) {
        return PLACES.entrySet().stream()
                .map(place -> new Place(
                        place.getValue(),
                        "/m/" + migration + (place.getKey().isEmpty() ? "" : "/" + place.getKey()),
                        place.getKey().equals(here)))
                .toList();
    }

    private static String words(Visitor visitor) {
        return visitor.roles().isEmpty()
                ? ""
                : EnumSet.copyOf(visitor.roles()).stream().map(Role::word).collect(Collectors.joining(", "));
    }
}
