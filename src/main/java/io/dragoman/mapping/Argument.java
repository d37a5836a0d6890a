package io.dragoman.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The argument of a transform as the mapping gives it. Every reader throws {@link BadArgument} with what is wanted when the
 * argument is not of that form.
 *
 * @param raw null, text, {@code BigDecimal}, {@code Boolean}, list or map
 * @param columns what the row reads, in order, for arguments that name them
 */
public record Argument(@Nullable Object raw, List<String> columns) {

    /** Nothing may be given. */
    public void none() {
        if (raw != null) {
            throw new BadArgument("takes no argument");
        }
    }

    /** A text, number or yes-no. */
    public Object scalar() {
        if (raw == null || raw instanceof List || raw instanceof Map) {
            throw new BadArgument("takes one text, number, true or false");
        }
        return raw;
    }

    /** One text. */
    public String text() {
        return PlainText.of(scalar());
    }

    /** One or several texts, at least one. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Object one : raw instanceof List<?> several ? several : List.of(scalar())) {
            if (one == null || one instanceof List || one instanceof Map) {
                throw new BadArgument("takes a text or a list of texts");
            }
            texts.add(PlainText.of(one));
        }
        if (texts.isEmpty()) {
            throw new BadArgument("takes at least one text");
        }
        return texts;
    }

    /** A whole number, not below the given one. */
    public int whole(int least) {
        if (raw instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0) {
            long value = number.longValue();
            if (value >= least && value <= Integer.MAX_VALUE) {
                return (int) value;
            }
        }
        throw new BadArgument("takes a whole number" + (least > Integer.MIN_VALUE ? ", at least " + least : ""));
    }

    /** The entries of a map; empty when no argument is given. */
    public Map<?, ?> map() {
        if (raw == null) {
            return Map.of();
        }
        if (raw instanceof Map<?, ?> map) {
            return map;
        }
        throw new BadArgument("takes a map");
    }

    /** Whether the map has this key. */
    public boolean has(String key) {
        return map().get(key) != null;
    }

    /** The value of a key of the map, as an argument of its own. */
    public Argument at(String key) {
        try {
            return new Argument(map().get(key), columns);
        } catch (BadArgument e) {
            throw new BadArgument("takes a map with " + key);
        }
    }

    /** The text of a key of the map, or the given one. */
    public String text(String key, String otherwise) {
        return has(key) ? at(key).text() : otherwise;
    }
}
