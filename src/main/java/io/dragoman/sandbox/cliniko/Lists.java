package io.dragoman.sandbox.cliniko;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Answers lists page by page. Which records a list has is found once for all of its pages. */
final class Lists {
    private final Clinic clinic;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    /** The places of a list's records. @param asked with the version of the records, or it does not count any more */
    private record Found(String asked, int[] places) {}

    Lists(Clinic clinic) {
        this.clinic = clinic;
    }

    /**
     * One page.
     *
     * @param path of the list behind {@code /v1}
     * @param also what records must have beside what the filters ask, when {@code narrowed}
     */
    Answer page(Resource resource, String path, URI asked, String base, boolean narrowed, Predicate<JsonNode> also) {
        Query query = Query.of(asked, resource);
        int[] places = places(resource, query, path, narrowed, also);
        int from = (int) Math.min((long) (query.page() - 1) * query.perPage(), places.length);
        int to = Math.min(from + query.perPage(), places.length);
        ObjectNode envelope = Json.object();
        ArrayNode records = envelope.putArray(resource.name());
        for (int i = from; i < to; i++) {
            records.add(clinic.at(resource.name(), places[i]));
        }
        Json.host(records, base);
        if (!resource.total().isEmpty() && !records.isEmpty()) {
            envelope.put(resource.total(), places.length);
        }
        ObjectNode links = envelope.putObject("links").put("self", query.address(base + path, query.page()));
        if (to < places.length) {
            links.put("next", query.address(base + path, query.page() + 1));
        }
        if (query.page() > 1) {
            links.put("previous", query.address(base + path, query.page() - 1));
        }
        return Answer.json(envelope);
    }

    private int[] places(Resource resource, Query query, String path, boolean narrowed, Predicate<JsonNode> also) {
        int size = clinic.size(resource.name());
        boolean all = !narrowed
                && clinic.plain(resource.name())
                && query.filters().stream().allMatch(Filter::any);
        String asked = clinic.version(resource.name()) + " " + size + " " + query.asked();
        Found before = found.get(path);
        if (before != null && before.asked().equals(asked)) {
            return before.places();
        }
        List<Filter> filters = query.filters();
        IntStream fitting = IntStream.range(0, size).filter(place -> all || fits(resource, filters, place, also));
        int[] places = fitting.toArray();
        if (query.newestFirst()) {
            int[] oldestFirst = places;
            places = IntStream.range(0, oldestFirst.length)
                    .map(i -> oldestFirst[oldestFirst.length - 1 - i])
                    .toArray();
        }
        found.put(path, new Found(asked, places));
        return places;
    }

    private boolean fits(Resource resource, List<Filter> filters, int place, Predicate<JsonNode> also) {
        JsonNode record = clinic.at(resource.name(), place);
        boolean shown = resource.leftOut().stream()
                .filter(time ->
                        filters.stream().noneMatch(filter -> filter.field().equals(time)))
                .allMatch(time -> Filter.held(record, time) == null);
        return shown && filters.stream().allMatch(filter -> filter.fits(record)) && also.test(record);
    }
}
