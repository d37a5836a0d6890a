package io.dragoman.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The edits that runs saw. A row says that a field was changed, never to what. Safe for use by several threads; what is told stays,
 * also when the record is taken back later.
 */
public final class EditsSeen {
    private static final String COLUMNS =
            "select id, mapping, source_key, field, run, first_at, last_at from edit where migration = ?";

    private final Desk desk;

    EditsSeen(Desk desk) {
        this.desk = desk;
    }

    /** Remembers that a run found these fields of a record changed. */
    public void saw(String run, String mapping, String key, Collection<String> fields) {
        if (fields.isEmpty()) {
            return;
        }
        int number = Runs.number(run);
        Object now = desk.now();
        desk.writer().write(pen -> {
            int rows = 0;
            for (String field : fields) {
                int known = pen.now(
                        "update edit set run = ?, last_at = ? where source_key = ? and mapping = ? and field = ?"
                                + " and migration = ?",
                        number,
                        now,
                        key,
                        mapping,
                        field,
                        desk.migration());
                rows += known > 0
                        ? known
                        : pen.now(
                                "insert into edit (id, migration, mapping, source_key, field, run, first_at, last_at)"
                                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                                pen.id(),
                                desk.migration(),
                                mapping,
                                key,
                                field,
                                number,
                                now,
                                now);
            }
            return rows;
        });
    }

    /** Those of one record, by field; empty when nobody ever saw one. */
    public List<Edit> of(String mapping, String key) {
        return desk.reads()
                .list(
                        (rs, ctx) -> edit(rs),
                        COLUMNS + " and mapping = ? and source_key = ? order by field",
                        desk.migration(),
                        mapping,
                        key);
    }

    /** Hands every edit that this run was the last to see to a reader, without holding them all. */
    public void forEach(String run, Consumer<Edit> reader) {
        new Paged<>(
                        0,
                        after -> desk.reads()
                                .list(
                                        (rs, ctx) -> new Row(rs.getLong("id"), edit(rs)),
                                        COLUMNS + " and run = ? and id > ? order by migration, run, id limit "
                                                + Paged.PAGE,
                                        desk.migration(),
                                        Runs.number(run),
                                        after),
                        Row::id)
                .forEachRemaining(row -> reader.accept(row.edit()));
    }

    private static Edit edit(ResultSet rs) throws SQLException {
        return new Edit(
                rs.getString("mapping"),
                rs.getString("source_key"),
                rs.getString("field"),
                Runs.word(rs.getInt("run")),
                Objects.requireNonNull(Desk.instant(rs, "first_at")),
                Objects.requireNonNull(Desk.instant(rs, "last_at")));
    }

    private record Row(long id, Edit edit) {}
}
