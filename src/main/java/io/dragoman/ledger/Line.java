package io.dragoman.ledger;

/** The statements of which many share one commit, in the order in which a commit executes them. */
enum Line {
    NEW_LINEAGE(
            "insert into lineage (id, migration, mapping, source_key, kind, created_by_us) values (?, ?, ?, ?, ?, false)"),
    NEW_WRITE(
            "insert into write (id, migration, run, lineage, open_lineage, state, verb, kind, fingerprint, digest, request,"
                    + " before_change, intended_at, attempts, target_id) values (?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, 1, ?)"),
    RESENT("update write set attempts = ? where id = ?"),
    CLOSED(
            "update write set open_lineage = null, state = ?, attempts = ?, target_id = ?, code = ?, closed_at = ?, tokens = ?,"
                    + " differences = ?, imprint = ?, seq = ?, chain = ? where id = ?"),
    CREATED(
            "update lineage set kind = ?, target_id = ?, target_start = ?, fingerprint = ?, created_by_us = true, leader = null, created_run = ?,"
                    + " last_run = ?, last_write = ?, made_order = ? where id = ?"),
    ADOPTED(
            "update lineage set kind = ?, target_id = ?, target_start = ?, fingerprint = ?, created_by_us = false, leader = null, created_run = ?,"
                    + " last_run = ?, last_write = ?, made_order = ? where id = ?"),
    UPDATED("update lineage set fingerprint = ?, last_run = ?, last_write = ? where id = ?"),
    GONE(Line.WITHOUT_TARGET + " where id = ? and target_id = ?"),
    FOLLOWERS_GONE(Line.WITHOUT_TARGET + " where leader = ? and target_id = ?"),
    /** A write that put another record of the target in the place of the one before; those that share it follow. */
    MOVED("update lineage set target_id = ?, target_start = ? where id = ? or leader = ?"),
    CONTENT("update lineage set content = ?, look = ? where id = ?"),
    FORGOTTEN(Line.WITHOUT_TARGET + " where id = ?"),
    JOINED(
            "update lineage set kind = ?, target_id = ?, target_start = ?, fingerprint = ?, created_by_us = false, leader = ?, created_run = ?,"
                    + " last_run = ?, last_write = null, made_order = ? where id = ?"),
    EVENT(
            "insert into event (id, migration, entry, run, mapping, source_key, kind, target_id, verb, outcome, code, digest,"
                    + " acted_by, note, at_moment, seq, chain) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    SET_ASIDE(
            "insert into quarantine (id, migration, mapping, source_key, code, open_code, place, advice, fingerprint, run,"
                    + " times, first_at, last_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)"),
    CLOSED_ENTRY("update quarantine set open_code = null, resolved_at = ?, resolved_by = ? where id = ?"),
    SEEN_AGAIN("update quarantine set times = times + 1, place = ?, advice = ?, fingerprint = ?, run = ?, last_at = ?"
            + " where id = ?");

    private static final String WITHOUT_TARGET =
            "update lineage set target_id = null, target_start = null, fingerprint = null,"
                    + " created_by_us = false, leader = null, created_run = null, last_run = ?, made_order = null";

    private final String sql;

    Line(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
