package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Transform.Notes;
import io.dragoman.mapping.Transform.Prepared;
import io.dragoman.mapping.ValueProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ways a transform meets its value: one at a time, one at a time with a way out, or as a whole list. */
final class Each {
    /** Key under which a mapping says what becomes of a value that is not valid. */
    static final String IF_INVALID = "if-invalid";

    private Each() {}

    /** Changes one value that is something. */
    @FunctionalInterface
    interface One {
        @Nullable
        Object apply(Object value, Notes notes);
    }

    /** A list is changed element by element and keeps its positions; nothing stays nothing. */
    static Prepared value(One one) {
        return (value, notes) -> {
            if (value instanceof List<?> several) {
                List<@Nullable Object> changed = new ArrayList<>(several.size());
                for (Object element : several) {
                    changed.add(changed(element, one, notes));
                }
                return changed;
            }
            return changed(value, one, notes);
        };
    }

    private static @Nullable Object changed(@Nullable Object value, One one, Notes notes) {
        if (value == null || value.equals("")) {
            return null;
        }
        Object changed = one.apply(value, notes);
        return "".equals(changed) ? null : changed;
    }

    /** As {@link #value(One)}, for changes of text. */
    static Prepared text(Function<String, @Nullable Object> change) {
        return value((value, notes) -> change.apply(PlainText.of(value)));
    }

    /**
     * As {@link #text}, for transforms that refuse some texts: the argument's {@code if-invalid} decides whether the record
     * is set aside, the value left out, or kept as it is. The last two are noted under the problem's code.
     */
    static Prepared checked(Argument argument, Function<String, @Nullable Object> change) {
        return checkedValue(argument, (value, notes) -> change.apply(PlainText.of(value)));
    }

    /** As {@link #checked}, for transforms that also take other values than text. */
    static Prepared checkedValue(Argument argument, One one) {
        return value(orElse(argument, one));
    }

    /** The change with the way out that the argument's {@code if-invalid} gives. */
    static One orElse(Argument argument, One one) {
        String way = argument.text(IF_INVALID, "quarantine");
        return switch (way) {
            case "quarantine" -> one;
            case "leave-empty" ->
                (value, notes) -> {
                    try {
                        return one.apply(value, notes);
                    } catch (ValueProblem problem) {
                        notes.noted(problem.code());
                        return null;
                    }
                };
            case "keep" ->
                (value, notes) -> {
                    try {
                        return one.apply(value, notes);
                    } catch (ValueProblem problem) {
                        notes.noted(problem.code());
                        return value;
                    }
                };
            default -> throw new BadArgument("takes quarantine, leave-empty or keep as if-invalid");
        };
    }

    /** The list as a whole; one value counts as a list of one, and a list without anything stays nothing. */
    static Prepared list(Function<List<?>, @Nullable Object> change) {
        return (value, notes) -> PlainText.nothing(value)
                ? null
                : change.apply(value instanceof List<?> several ? several : List.of(value));
    }

    /** A country code in capitals. */
    static String region(String code) {
        String region = code.toUpperCase(Locale.ROOT);
        if (!region.matches("[A-Z]{2}")) {
            throw new BadArgument("takes a country code of two letters, such as US");
        }
        return region;
    }
}
