package io.dragoman.mapping;

import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Mapping.Step;
import io.dragoman.model.TargetKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Whether every transform exists, takes its argument, and gives words that the target knows. */
final class TransformCheck {
    private final Catalog catalog;
    private final Transforms transforms;
    private final Surroundings surroundings;

    TransformCheck(Catalog catalog, Transforms transforms, Overrides overrides) {
        this.catalog = catalog;
        this.transforms = transforms;
        Surroundings example = Surroundings.EXAMPLE;
        this.surroundings = new Surroundings(example.region(), example.zone(), example.currency(), overrides);
    }

    /** @param pipelines of all mappings, by name; empty when nobody knows them all */
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

    private void words(Draft draft, Row row, Collection<String> known, Finding finding, String where) {
        for (GivenWords.Word word : GivenWords.of(row)) {
            if (!known.contains(word.text())) {
                draft.report(
                        finding,
                        word.place(),
                        "\"" + word.text() + "\" comes out here and " + where + " do not list it"
                                + DidYouMean.among(word.text(), known));
            }
        }
        for (Step step : row.as()) {
            if (step.argument() instanceof Map<?, ?> argument && argument.get("named") instanceof String named) {
                overridden(draft, step, named, known, finding, where);
            }
        }
    }

    /** A table of the migration file gives words as the mapping's own does. */
    private void overridden(
            Draft draft, Step step, String named, Collection<String> known, Finding finding, String where) {
        surroundings.overrides().values().getOrDefault(named, Map.of()).values().stream()
                .map(PlainText::of)
                .filter(word -> !word.isEmpty() && !known.contains(word))
                .distinct()
                .sorted()
                .forEach(word -> draft.report(
                        finding,
                        step.place(),
                        "\"" + word + "\" comes out here by overrides.values." + named + " of the migration file, and "
                                + where + " do not list it" + DidYouMean.among(word, known)));
    }
}
