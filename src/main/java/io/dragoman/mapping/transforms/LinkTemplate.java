package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the address of a page outside from columns of the record. */
final class LinkTemplate implements Transform {
    @Override
    public Description description() {
        return Description.of(
                        "link-template",
                        "Puts the row's columns, encoded for an address, where the template names them in braces;"
                                + " nothing comes out when a column is nothing or there is no template.")
                .withArgument("a template such as https://archive.example/{patient_id}; or template,"
                        + " named: a template of the migration file taken first")
                .withKeys("template", "named")
                .sample("https://archive.example/{column-1}", "a b/c", "https://archive.example/a%20b%2Fc")
                .sample(
                        "https://archive.example/{column-1}/{column-2}",
                        List.of("a", "b"),
                        "https://archive.example/a/b")
                .sample(Map.of("named", "image-archive"), "a", null);
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        if (!argument.has("template") && !argument.has("named")) {
            throw new BadArgument("takes a template, or the name of one");
        }
        String own = argument.text("template", "");
        String named = argument.text("named", "");
        String template = surroundings.overrides().links().getOrDefault(named, own);
        List<Object> pieces = pieces(template, argument.columns());
        return pieces.isEmpty() ? (value, notes) -> null : Each.list(values -> filled(pieces, values));
    }

    /** Texts, and the position of a column as a number. */
    private static List<Object> pieces(String template, List<String> columns) {
        List<Object> pieces = new ArrayList<>();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            String column = close < 0 ? "" : template.substring(open + 1, close);
            int position = columns.indexOf(column);
            if (position < 0) {
                throw new BadArgument("names {" + column + "}, which is no column of the row's from");
            }
            pieces.add(template.substring(at, open));
            pieces.add(position);
            at = close + 1;
        }
        if (at < template.length()) {
            pieces.add(template.substring(at));
        }
        return pieces;
    }

    private static @Nullable String filled(List<Object> pieces, List<?> values) {
        StringBuilder address = new StringBuilder();
        for (Object piece : pieces) {
            if (piece instanceof String fixed) {
                address.append(fixed);
                continue;
            }
            int position = (Integer) piece;
            Object value = position < values.size() ? values.get(position) : null;
            if (value == null || PlainText.nothing(value)) {
                return null;
            }
            address.append(URLEncoder.encode(PlainText.of(value), StandardCharsets.UTF_8)
                    .replace("+", "%20"));
        }
        return address.toString();
    }
}
