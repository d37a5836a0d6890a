package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.DidYouMean;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes a postal address on one line. */
final class Address implements Transform {
    private static final List<String> USUAL = List.of("street", "street-2", "city", "state", "postal-code");
    private static final List<String> PARTS = List.of("street", "street-2", "city", "state", "postal-code", "country");

    @Override
    public Description description() {
        return Description.of(
                        "address",
                        "Writes the parts of a postal address on one line; state and postal code stand together.")
                .withArgument("list of the parts in the order of the row's from:"
                        + " street, street-2, city, state, postal-code, country; without it the first five")
                .sample(
                        Arrays.asList("80 Mill Street", null, "Sand Springs", "OK", "74063"),
                        "80 Mill Street, Sand Springs, OK 74063")
                .sample(Arrays.asList("80 Mill Street", "Apt 2", null, null, "74063"), "80 Mill Street, Apt 2, 74063")
                .sample(List.of("city", "country"), List.of("Tulsa", "US"), "Tulsa, US")
                .sample(Arrays.asList(null, null, null, null, null), null)
                .problem(List.of("city"), List.of("Tulsa", "US"), "unexpected-value");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        List<String> order = argument.raw() == null ? USUAL : argument.texts();
        for (String part : order) {
            if (!PARTS.contains(part)) {
                throw new BadArgument("does not know the part " + part + DidYouMean.among(part, PARTS));
            }
        }
        return Each.list(values -> oneLine(values, order));
    }

    private static String oneLine(List<?> values, List<String> order) {
        if (values.size() > order.size()) {
            throw new ValueProblem("unexpected-value", values, "but fewer parts of an address are named.");
        }
        StringJoiner line = new StringJoiner(", ");
        for (String part : List.of("street", "street-2", "city", "state", "country")) {
            String text = part(values, order.indexOf(part));
            if (part.equals("state")) {
                text = joined(text, part(values, order.indexOf("postal-code")));
            }
            if (text != null) {
                line.add(text);
            }
        }
        return line.toString();
    }

    private static @Nullable String part(List<?> values, int position) {
        Object value = position >= 0 && position < values.size() ? values.get(position) : null;
        return value == null || PlainText.nothing(value) ? null : CollapseSpace.collapse(PlainText.of(value));
    }

    private static @Nullable String joined(@Nullable String state, @Nullable String postalCode) {
        if (state == null || postalCode == null) {
            return state == null ? postalCode : state;
        }
        return state + " " + postalCode;
    }
}
