package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of each phone number or e-mail address what it is for. */
final class Labels implements Transform {
    @Override
    public Description description() {
        return Description.of(
                        "labels",
                        "Gives each of several phone numbers or e-mail addresses the label of its position;"
                                + " the same value twice keeps its first label.")
                .withArgument("list of labels, as many as the row has fields in from")
                .sample(
                        List.of("mobile", "home"),
                        Arrays.asList(null, "+19185550130"),
                        List.of(Map.of("value", "+19185550130", "label", "home")))
                .sample(
                        List.of("mobile", "home"),
                        List.of("+19185550130", "+19185550130"),
                        List.of(Map.of("value", "+19185550130", "label", "mobile")))
                .problem(List.of("home"), List.of("1", "2"), "unexpected-value");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        List<String> labels = argument.texts();
        return Each.list(values -> labelled(values, labels));
    }

    private static List<Object> labelled(List<?> values, List<String> labels) {
        if (values.size() > labels.size()) {
            throw new ValueProblem(
                    "unexpected-value", values, "but fewer labels. Give a label for each field of the row.");
        }
        List<Object> labelled = new ArrayList<>(values.size());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null && !PlainText.nothing(value) && seen.add(PlainText.of(value))) {
                labelled.add(Map.of("value", PlainText.of(value), "label", labels.get(i)));
            }
        }
        return labelled;
    }
}
