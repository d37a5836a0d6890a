package io.dragoman.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Values of the source that a mapping lets through without listing them: which of them a plan met, and which a person has
 * signed. Kept as keyed digests. Safe for use by several threads.
 */
public final class MetValues {
    private final Desk desk;

    MetValues(Desk desk) {
        this.desk = desk;
    }

    /** A value of one field of one mapping. */
    public record Met(String mapping, String field, String digest) {}

    /** The value as it is kept. */
    public Met met(String mapping, String field, String value) {
        return new Met(mapping, field, desk.key().hmac(mapping + "\n" + field + "\n" + value));
    }

    /** Replaces what earlier plans met and nobody signed by what this one met. */
    public void met(Set<Met> values) {
        Set<Met> known = values(true);
        List<Met> unknown =
                values.stream().filter(value -> !known.contains(value)).toList();
        desk.writer().write(pen -> {
            pen.now("delete from met_value where migration = ? and not signed", desk.migration());
            for (Met value : unknown) {
                pen.now(
                        "insert into met_value (id, migration, mapping, field, digest, signed) values (?, ?, ?, ?, ?, ?)",
                        pen.id(),
                        desk.migration(),
                        value.mapping(),
                        value.field(),
                        value.digest(),
                        false);
            }
            return unknown;
        });
    }

    /** Makes what the last plan met part of what is signed. */
    public void sign() {
        desk.writer()
                .write(pen -> pen.now(
                        "update met_value set signed = ? where migration = ? and not signed", true, desk.migration()));
    }

    /** Everything a person has signed. */
    public Set<Met> signed() {
        return values(true);
    }

    private Set<Met> values(boolean signed) {
        return new HashSet<>(desk.reads()
                .list(
                        (rs, ctx) -> new Met(rs.getString(1), rs.getString(2), rs.getString(3)),
                        "select mapping, field, digest from met_value where migration = ? and signed = ?",
                        desk.migration(),
                        signed));
    }
}
