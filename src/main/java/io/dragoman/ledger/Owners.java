package io.dragoman.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The owners of a migration. Staff are no patients: their names and e-mails are readable. Safe for several threads. */
public final class Owners {
    private static final String COLUMNS =
            "select source_key, email, name, state, user_id, history from owner where migration = ?";

    private final Desk desk;

    Owners(Desk desk) {
        this.desk = desk;
    }

    /** Remembers an owner, in place of what was known of the same key. */
    public void put(Owner owner) {
        String key = new Spot("owner", owner.key()).checked().key();
        desk.writer().write(pen -> {
            int known = pen.now(
                    "update owner set email = ?, name = ?, state = ?, user_id = ?, history = ?"
                            + " where migration = ? and source_key = ?",
                    owner.email(),
                    owner.name(),
                    owner.state().word(),
                    owner.user(),
                    owner.history(),
                    desk.migration(),
                    key);
            return known > 0
                    ? known
                    : pen.now(
                            "insert into owner (id, migration, source_key, email, name, state, user_id, history)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                            pen.id(),
                            desk.migration(),
                            key,
                            owner.email(),
                            owner.name(),
                            owner.state().word(),
                            owner.user(),
                            owner.history());
        });
    }

    public Optional<Owner> find(String key) {
        return desk.reads().first((rs, ctx) -> owner(rs), COLUMNS + " and source_key = ?", desk.migration(), key);
    }

    /** All owners, by source key. */
    public List<Owner> all() {
        return desk.reads().list((rs, ctx) -> owner(rs), COLUMNS + " order by source_key", desk.migration());
    }

    private static Owner owner(ResultSet rs) throws SQLException {
        return new Owner(
                rs.getString("source_key"),
                rs.getString("email"),
                rs.getString("name"),
                Owner.State.of(rs.getString("state")),
                rs.getString("user_id"),
                rs.getString("history"));
    }
}
