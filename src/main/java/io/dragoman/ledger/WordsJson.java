package io.dragoman.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** A list of words as one text. */
final class WordsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WordsJson() {}

    static List<String> read(String text) {
        try {
            return List.of(JSON.readValue(text, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the words are not JSON", e);
        }
    }

    static String text(List<String> words) {
        try {
            return JSON.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words cannot be written", e);
        }
    }
}
