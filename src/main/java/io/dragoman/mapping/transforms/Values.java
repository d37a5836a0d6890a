package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates the source's words by a table. */
final class Values implements Transform {
    private static final Map<String, String> RECALLS = Map.of("PRO", "Prophy", "PER", "Perio");

    @Override
    public Description description() {
        return Description.of(
                        "values",
                        "Translates by a table; a word the table does not list sets the record aside unless if-unknown says"
                                + " otherwise. An empty text as a key stands for nothing.")
                .withArgument("a table; or table, named: a table of the migration file asked first,"
                        + " if-unknown: quarantine, leave-empty or keep")
                .withNothing("What the table has for the empty text, else nothing.")
                .withKeys("table", "named", "if-unknown")
                .sample(RECALLS, "PRO", "Prophy")
                .sample(Map.of("true", true, "", "unset"), null, "unset")
                .sample(Map.of("table", RECALLS, "if-unknown", "leave-empty"), "ORT", null)
                .sample(Map.of("table", RECALLS, "if-unknown", "keep"), "ORT", "ORT")
                .sample(RECALLS, List.of("PER", "PRO"), List.of("Perio", "Prophy"))
                .problem(RECALLS, "ORT", "value-not-mapped");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        Map<String, Object> table = table(argument);
        String named = argument.text("named", "");
        if (table.isEmpty() && named.isEmpty()) {
            throw new BadArgument("takes a table, or the name of one");
        }
        table.putAll(surroundings.overrides().values().getOrDefault(named, Map.of()));
        String ifUnknown = argument.text("if-unknown", "quarantine");
        if (!List.of("quarantine", "leave-empty", "keep").contains(ifUnknown)) {
            throw new BadArgument("takes quarantine, leave-empty or keep as if-unknown");
        }
        Prepared each = Each.value((value, notes) -> translated(value, table, ifUnknown, notes));
        Object forNothing = table.get("");
        return forNothing == null
                ? each
                : (value, notes) -> PlainText.nothing(value) ? forNothing : each.apply(value, notes);
    }

    private static Map<String, Object> table(Argument argument) {
        Map<String, Object> table = new HashMap<>();
        if (argument.has("table")) {
            Argument given = argument.at("table");
            given.map()
                    .forEach((word, meaning) ->
                            table.put(String.valueOf(word), new Argument(meaning, List.of()).scalar()));
        }
        return table;
    }

    private static @Nullable Object translated(Object value, Map<String, Object> table, String ifUnknown, Notes notes) {
        Object meaning = table.get(PlainText.of(value));
        if (meaning != null) {
            return meaning;
        }
        if (ifUnknown.equals("quarantine")) {
            throw new ValueProblem("value-not-mapped", value, "that values does not list. Add it, or set if-unknown.");
        }
        notes.unlisted(value);
        notes.noted("value-not-mapped");
        return ifUnknown.equals("keep") ? value : null;
    }
}
