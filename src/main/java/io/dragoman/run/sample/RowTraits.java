package io.dragoman.run.sample;

import io.dragoman.model.Mapping;
import io.dragoman.model.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What records show of one row of a mapping. For one thread. */
final class RowTraits {
    /** A column with more values than this holds no codes, whatever its layout says. */
    private static final int MOST_CODES = 1000;

    private final Mapping.Row row;
    private final @Nullable String each;
    private final String mapping;
    private final String name;
    private final boolean words;
    private final Set<String> codes;
    private final TraitBook book;
    private final int given;
    private final int empty;
    private final Map<String, Integer> known = new HashMap<>();
    private int codesSeen;

    /** @param each gather whose children make lines; null for rows outside lines */
    RowTraits(Mapping mapping, Mapping.Row row, @Nullable String each, Coded coded, TraitBook book) {
        this.row = row;
        this.each = each;
        this.mapping = mapping.name();
        this.name = each == null ? row.target() : "lines." + row.target();
        this.words = coded.field(row);
        this.codes = coded.columns(row);
        this.book = book;
        this.given = number(Trait.Sort.LINE, "");
        this.empty = number(Trait.Sort.EMPTY, "");
    }

    Mapping.Row row() {
        return row;
    }

    /** The name by which a screened record speaks of this row. */
    String name() {
        return name;
    }

    private int number(Trait.Sort sort, String what) {
        return book.number(new Trait(sort, mapping, name, what));
    }

    /** The number of a trait whose words come from a few; asked for with every record. */
    private int number(Trait.Sort sort, String prefix, String what) {
        return known.computeIfAbsent(prefix + what, any -> number(sort, prefix + what));
    }

    /**
     * Looks at what a row made of a record.
     *
     * @param source fields of the record
     * @param child columns of the line's child; empty outside lines
     * @param value what came out, a reference for a link; null for nothing
     */
    void look(Map<String, Object> source, Map<?, ?> child, @Nullable Object value, Showing into) {
        into.add(value == null ? empty : given);
        for (String field : row.from()) {
            List<String> texts = texts(field, source, child);
            if (row.from().size() > 1 && texts.isEmpty()) {
                into.add(number(Trait.Sort.SHAPE, "without ", field));
            }
        }
        if (value == null) {
            return;
        }
        codes.forEach(field -> texts(field, source, child).forEach(text -> code(field + " is " + text, into)));
        if (value instanceof Collection<?> several) {
            into.add(number(Trait.Sort.EXTREME, "", "most values"), several.size());
            several.forEach(one -> one(one, into));
        } else {
            one(value, into);
        }
    }

    private void code(String what, Showing into) {
        Integer number = known.get("code " + what);
        if (number == null && codesSeen < MOST_CODES) {
            codesSeen++;
            number = number(Trait.Sort.CODE, "code ", what);
        }
        if (number != null) {
            into.add(number);
        }
    }

    private void one(@Nullable Object value, Showing into) {
        if (value instanceof Map<?, ?> parts) {
            Object inner = parts.get("value");
            one(
                    inner == null
                            ? String.join(
                                    " ",
                                    parts.values().stream().map(String::valueOf).toList())
                            : inner,
                    into);
        } else if (words && value != null) {
            code("gives " + value, into);
        } else if (value instanceof String text) {
            into.add(number(Trait.Sort.EXTREME, "", "longest"), text.codePointCount(0, text.length()));
            Oddities.of(text).forEach(odd -> into.add(number(Trait.Sort.ODD, "odd: ", odd)));
        } else {
            double at = scale(value);
            if (!Double.isNaN(at)) {
                into.add(number(Trait.Sort.EXTREME, "", "greatest"), at);
                into.add(number(Trait.Sort.EXTREME, "", "least"), -at);
            }
        }
    }

    private static double scale(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        if (value instanceof Money money) {
            return money.amount().doubleValue();
        }
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        if (value instanceof Instant instant) {
            return instant.getEpochSecond();
        }
        return value instanceof LocalTime time ? time.toSecondOfDay() : Double.NaN;
    }

    /** What stands in a field of the source; several for gathered children. */
    private List<String> texts(String field, Map<String, Object> source, Map<?, ?> child) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            Object value = source.get(field);
            return value == null ? List.of() : List.of(value instanceof List ? "children" : value.toString());
        }
        String gather = field.substring(0, dot);
        String column = field.substring(dot + 1);
        if (gather.equals(each)) {
            Object value = child.get(column);
            return value == null ? List.of() : List.of(value.toString());
        }
        List<String> texts = new ArrayList<>();
        if (source.get(gather) instanceof List<?> children) {
            for (Object one : children) {
                Object value = one instanceof Map<?, ?> columns ? columns.get(column) : null;
                if (value != null) {
                    texts.add(value.toString());
                }
            }
        }
        return texts;
    }
}
