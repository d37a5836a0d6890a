package io.dragoman.run;

import io.dragoman.mapping.GivenWords;
import io.dragoman.mapping.Mappings;
import io.dragoman.mapping.SchemaNeeds;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.TargetKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the words that mappings give for stages, pipelines and activity types are known to the schema plan or the account. One that
 * is not would set aside each record that gets it.
 */
public final class LabelCheck {
    private final Set<String> stages = new HashSet<>();
    private final Set<String> pipelines;
    private final Set<String> types;

    /** @param standardTypes keys of activity types that need no binding, as far as the account still has them */
    public LabelCheck(SchemaNeeds needs, Catalogue catalogue, Set<String> standardTypes) {
        needs.pipelines().values().forEach(stages::addAll);
        pipelines = needs.pipelines().keySet();
        types = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        types.addAll(needs.activityTypes());
        standardTypes.stream().filter(catalogue.activityTypes()::containsValue).forEach(types::add);
    }

    /** Every unknown word that the policy lets through, by file and line. */
    public List<Problem> problems(Mappings mappings, Policy policy) {
        List<Problem> problems = new ArrayList<>();
        for (Mapping mapping : mappings.phases()) {
            TargetKind kind = mappings.kindOf(mapping);
            if (!policy.withholdsWhole(mapping, kind)) {
                mapping.rows().stream()
                        .filter(row -> policy.passage(row, kind) != Policy.Passage.NOT_AT_ALL)
                        .forEach(row -> check(problems, row, kind));
            }
        }
        return problems;
    }

    private void check(List<Problem> problems, Row row, TargetKind kind) {
        switch (kind.typeOf(row)) {
            case "stage" -> add(problems, row, stages, "stage");
            case "pipeline" -> add(problems, row, pipelines, "pipeline");
            case "activity-type" -> add(problems, row, types, "activity type");
            default -> {
                // Choices are held against their options when the files are read.
            }
        }
    }

    private static void add(List<Problem> problems, Row row, Set<String> known, String what) {
        for (GivenWords.Word word : GivenWords.of(row)) {
            if (!known.contains(word.text())) {
                problems.add(new Problem(
                        "label-unknown",
                        word.place().toString(),
                        "\"" + word.text() + "\" comes out here for \"" + row.target()
                                + "\", and neither the mappings nor the" + " account have a " + what
                                + " of this name. Name it in the mapping, or map to another one."));
            }
        }
    }
}
