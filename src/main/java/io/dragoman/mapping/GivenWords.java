package io.dragoman.mapping;

import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Mapping.Step;
import io.dragoman.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The words that a row can give whatever the source says, because its transforms bring them along. */
public final class GivenWords {
    /** Transforms after which a word is still the word it was. */
    private static final Set<String> KEEP_WORDS = Set.of("default", "distinct", "first", "last", "trim", "nothing-if");

    private static final Set<String> GIVE_ARGUMENT = Set.of("constant", "default", "when-missing", "when-present");

    private GivenWords() {}

    /** A word, and the step that brings it. */
    public record Word(String text, Place place) {}

    /** All words that can come out at the end of the row; empty when they are all the source's. */
    public static List<Word> of(Row row) {
        List<Word> words = new ArrayList<>();
        for (int i = row.as().size() - 1; i >= 0; i--) {
            Step step = row.as().get(i);
            given(step).filter(word -> !word.isEmpty()).forEach(word -> words.add(new Word(word, step.place())));
            if (!KEEP_WORDS.contains(step.transform())) {
                break;
            }
        }
        return words;
    }

    private static Stream<String> given(Step step) {
        Object argument = step.argument();
        if (GIVE_ARGUMENT.contains(step.transform()) && argument != null) {
            List<?> words = argument instanceof List<?> several ? several : List.of(argument);
            return words.stream()
                    .filter(word -> word != null && !(word instanceof Map))
                    .map(PlainText::of);
        }
        boolean values = step.transform().equals("values");
        if (!values || !(argument instanceof Map<?, ?> map) || !(map.get("table") instanceof Map<?, ?> words)) {
            return Stream.of();
        }
        return words.values().stream()
                .filter(word -> word != null && !(word instanceof Map) && !(word instanceof List))
                .map(PlainText::of)
                .distinct()
                .sorted();
    }
}
