package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Traces of deal lines, which are listed by deal: the mark stands in the last line of the comments. */
final class LineTrail {
    private static final int DEALS_AT_ONCE = 100;
    private final Calls calls;

    LineTrail(Calls calls) {
        this.calls = calls;
    }

    Iterator<Trace> follow(TraceRequest asked) {
        Iterator<String> deals = StreamSupport.stream(asked.wanted().spliterator(), false)
                .map(Lines::deal)
                .distinct()
                .iterator();
        return Stream.generate(() -> some(deals))
                .takeWhile(piece -> !piece.isEmpty())
                .flatMap(piece -> traces(piece, asked.mapping()))
                .iterator();
    }

    private static List<String> some(Iterator<String> deals) {
        List<String> piece = new ArrayList<>(DEALS_AT_ONCE);
        while (piece.size() < DEALS_AT_ONCE && deals.hasNext()) {
            piece.add(deals.next());
        }
        return piece;
    }

    private Stream<Trace> traces(List<String> deals, String mapping) {
        Map<Place, List<String>> lines = new LinkedHashMap<>();
        for (JsonNode line :
                calls.walk("traces", "/api/v2/deals/products", Map.of("deal_ids", String.join(",", deals)))) {
            Marker.markIn(line.path("comments").asText(), mapping)
                    .ifPresent(mark -> lines.computeIfAbsent(
                                    new Place(line.path("deal_id").asText(), mark), none -> new ArrayList<>())
                            .add(line.path("id").asText()));
        }
        return lines.entrySet().stream()
                .map(one -> new Trace(one.getKey().mark(), Lines.id(one.getKey().deal(), one.getValue())));
    }

    private record Place(String deal, String mark) {}
}
