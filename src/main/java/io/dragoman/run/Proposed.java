package io.dragoman.run;

import io.dragoman.model.Price;
import io.dragoman.model.TargetWrite.Verb;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a plan would write for one mapping.
 *
 * @param writes price by verb; those that never happened are absent
 * @param undo taking back what would be made new
 * @param bytes size of the files among them
 */
public record Proposed(Map<Verb, Price> writes, Price undo, long bytes) {
    public static final Proposed NOTHING = new Proposed(Map.of(), Price.NOTHING, 0);

    public Proposed {
        writes = Map.copyOf(writes);
    }

    public Proposed plus(Proposed other) {
        Map<Verb, Price> sum = new EnumMap<>(Verb.class);
        sum.putAll(writes);
        other.writes.forEach((verb, price) -> sum.merge(verb, price, Price::plus));
        return new Proposed(sum, undo.plus(other.undo), bytes + other.bytes);
    }
}
