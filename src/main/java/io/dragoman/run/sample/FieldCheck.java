package io.dragoman.run.sample;

import io.dragoman.model.Mapping;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Place;
import io.dragoman.privacy.Mask;
import org.jspecify.annotations.Nullable;

/**
 * One field of one record: what the source has, what was expected of the account, what it showed. Values are masked by
 * class from the beginning, so that nobody who gets this can show one.
 *
 * @param field as the mapping names it, a field of a line as {@code lines.2.quantity}
 * @param place the mapping's row
 * @param source masked; several values are joined; empty for none
 * @param expected masked; empty for none
 * @param got masked; empty for none
 */
public record FieldCheck(
        String mapping,
        String key,
        String field,
        Place place,
        PhiClass phi,
        String source,
        String expected,
        String got,
        Verdict verdict) {

    /** A check of what the source gave, what was expected and what was read back. */
    static FieldCheck of(
            Spot spot,
            Mapping.Row row,
            String field,
            @Nullable Object source,
            @Nullable Object expected,
            @Nullable Object got,
            Verdict verdict) {
        PhiClass phi = row.strictest();
        return new FieldCheck(
                spot.mapping(),
                spot.key(),
                field,
                row.place(),
                phi,
                Mask.of(source, phi),
                Mask.of(Likeness.plain(expected), phi),
                Mask.of(Likeness.plain(got), phi),
                verdict);
    }

    /** Which record a check is of. */
    record Spot(String mapping, String key) {}
}
