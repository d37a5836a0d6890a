package io.dragoman.mapping;

import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Mapping.Step;
import io.dragoman.model.TargetKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether every transform exists, takes its argument, and gives words that the target knows. */
final class TransformCheck {
    /** Transforms after which a word is still the word it was. */
    private static final Set<String> KEEP_WORDS = Set.of("default", "distinct", "first", "last", "trim", "nothing-if");

    private static final Set<String> GIVE_ARGUMENT = Set.of("constant", "default", "when-missing", "when-present");
    private final Catalog catalog;
    private final Transforms transforms;
    private final Surroundings surroundings;

    TransformCheck(Catalog catalog, Transforms transforms, Overrides overrides) {
        this.catalog = catalog;
        this.transforms = transforms;
        Surroundings example = Surroundings.EXAMPLE;
        this.surroundings = new Surroundings(example.region(), example.zone(), example.currency(), overrides);
    }

    /** @param pipelines of all mappings, by name */
    void check(Draft draft, Map<String, List<String>> pipelines) {
        TargetKind kind = catalog.kind(draft.mapping().to()).orElse(null);
        for (Row row : draft.rows()) {
            row.as().forEach(step -> step(draft, row, step));
            String type = kind == null ? "" : kind.typeOf(row);
            if (!row.options().isEmpty()) {
                words(draft, row, row.options(), Finding.OPTION_NOT_LISTED, "options");
            } else if (type.equals("stage") && !pipelines.isEmpty()) {
                List<String> stages =
                        pipelines.values().stream().flatMap(List::stream).toList();
                words(draft, row, stages, Finding.STAGE_NOT_LISTED, "pipelines");
            } else if (type.equals("pipeline") && !pipelines.isEmpty()) {
                words(draft, row, pipelines.keySet(), Finding.STAGE_NOT_LISTED, "pipelines");
            }
        }
    }

    private void step(Draft draft, Row row, Step step) {
        if (transforms.named(step.transform()).isEmpty()) {
            draft.report(
                    Finding.UNKNOWN_TRANSFORM,
                    step.place(),
                    "There is no transform \"" + step.transform() + "\""
                            + DidYouMean.among(step.transform(), transforms.names()));
            return;
        }
        try {
            transforms.prepare(step, columns(row), surroundings);
        } catch (BadArgument e) {
            draft.report(Finding.BAD_ARGUMENT, step.place(), step.transform() + " " + sentence(e));
        }
    }

    private static String sentence(BadArgument e) {
        String message = String.valueOf(e.getMessage());
        return message.endsWith("?") || message.endsWith(".") ? message : message + ".";
    }

    /** The row's source fields by their last name, as templates write them. */
    static List<String> columns(Row row) {
        return row.from().stream()
                .map(field -> field.substring(field.indexOf('.') + 1))
                .toList();
    }

    private static void words(Draft draft, Row row, Collection<String> known, Finding finding, String where) {
        for (int i = row.as().size() - 1; i >= 0; i--) {
            Step step = row.as().get(i);
            given(step)
                    .filter(word -> !word.isEmpty() && !known.contains(word))
                    .forEach(word -> draft.report(
                            finding,
                            step.place(),
                            "\"" + word + "\" comes out here and " + where + " do not list it"
                                    + DidYouMean.among(word, known)));
            if (!KEEP_WORDS.contains(step.transform())) {
                return;
            }
        }
    }

    /** Words a transform brings in by its argument. */
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
