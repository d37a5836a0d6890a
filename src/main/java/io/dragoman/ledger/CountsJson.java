package io.dragoman.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.model.Fate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counts of a run's phases as one text, in the order the phases were first counted. */
final class CountsJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, EnumMap<Fate, Long>>> COUNTS = new TypeReference<>() {};

    private CountsJson() {}

    static Map<String, Map<Fate, Long>> read(String text) {
        try {
            return new LinkedHashMap<>(JSON.readValue(text, COUNTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the counts of a run are not JSON", e);
        }
    }

    static String with(String text, String phase, Map<Fate, Long> counts) {
        Map<String, Map<Fate, Long>> all = read(text);
        all.put(phase, counts);
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts cannot be written", e);
        }
    }
}
