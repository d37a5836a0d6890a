package io.dragoman.ledger;

import java.util.Optional;

/** How far each mapping has read each channel; the text is the channel's own. Safe for use by several threads. */
public final class Checkpoints {
    private final Desk desk;

    Checkpoints(Desk desk) {
        this.desk = desk;
    }

    public Optional<String> get(String mapping, String channel) {
        return desk.reads()
                .first(
                        (rs, ctx) -> rs.getString(1),
                        "select mark from checkpoint where migration = ? and mapping = ? and channel = ?",
                        desk.migration(),
                        mapping,
                        channel);
    }

    /** Moves the mark; call it only when every record up to it is settled or set aside. */
    public void put(String mapping, String channel, String mark) {
        desk.writer().write(pen -> {
            int known = pen.now(
                    "update checkpoint set mark = ? where migration = ? and mapping = ? and channel = ?",
                    mark,
                    desk.migration(),
                    mapping,
                    channel);
            return known > 0
                    ? known
                    : pen.now(
                            "insert into checkpoint (id, migration, mapping, channel, mark) values (?, ?, ?, ?, ?)",
                            pen.id(),
                            desk.migration(),
                            mapping,
                            channel,
                            mark);
        });
    }
}
