package io.dragoman.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a service was asked for and has to finish, whatever happens to its process. Safe for use by several threads. */
public final class Orders {
    private static final String COLUMNS =
            "select number, verb, arguments, asked_by, state, edition, lives, asked_at, started_at,"
                    + " ended_at, run, exit_code, told, report from verb_order where migration = ?";
    private static final int TOLD = 10000;
    private static final int BY = 500;

    private final Desk desk;

    Orders(Desk desk) {
        this.desk = desk;
    }

    /** Takes an order down; it waits. */
    public Order add(String verb, List<String> arguments, String askedBy) {
        Instant now = desk.now();
        int made = desk.writer().write(pen -> {
            int number = pen.first(
                            (rs, ctx) -> rs.getInt(1),
                            "select coalesce(max(number), 0) + 1 from verb_order where migration = ?",
                            desk.migration())
                    .orElseThrow();
            pen.now(
                    "insert into verb_order (id, migration, number, verb, arguments, asked_by, state, edition, lives, asked_at,"
                            + " run, told, report) values (?, ?, ?, ?, ?, ?, ?, '', 0, ?, '', '', '')",
                    pen.id(),
                    desk.migration(),
                    number,
                    verb,
                    WordsJson.text(arguments),
                    Desk.fitting(askedBy, BY),
                    OrderState.WAITING.word(),
                    now);
            return number;
        });
        return find(word(made)).orElseThrow();
    }

    /** It is begun, once more after a restart. @param edition which it keeps until it is over */
    public void begin(String id, String edition) {
        Instant now = desk.now();
        desk.writer()
                .write(pen -> pen.now(
                        "update verb_order set state = ?, edition = ?, lives = lives + 1, started_at = coalesce(started_at, ?)"
                                + " where migration = ? and number = ?",
                        OrderState.RUNNING.word(),
                        edition,
                        now,
                        desk.migration(),
                        number(id)));
    }

    /** It made a run in this ledger. */
    public void made(String id, String run) {
        desk.writer()
                .write(pen -> pen.now(
                        "update verb_order set run = ? where migration = ? and number = ?",
                        run,
                        desk.migration(),
                        number(id)));
    }

    /** It waits again for its turn. */
    public void again(String id) {
        desk.writer()
                .write(pen -> pen.now(
                        "update verb_order set state = ?, ended_at = null, exit_code = null where migration = ? and number = ?",
                        OrderState.WAITING.word(),
                        desk.migration(),
                        number(id)));
    }

    /** It is over, or paused. */
    public void end(String id, Order.End end) {
        Instant now = desk.now();
        desk.writer()
                .write(pen -> pen.now(
                        "update verb_order set state = ?, ended_at = ?, exit_code = ?, run = ?, told = ?, report = ?"
                                + " where migration = ? and number = ?",
                        end.state().word(),
                        end.state().isOver() ? now : null,
                        end.exitCode(),
                        end.run(),
                        Desk.fitting(end.told(), TOLD),
                        end.report(),
                        desk.migration(),
                        number(id)));
    }

    /** Those that are not over, the oldest first. */
    public List<Order> open() {
        return desk.reads()
                .list(
                        (rs, ctx) -> order(rs),
                        COLUMNS + " and state in ('waiting', 'running', 'paused') order by number",
                        desk.migration());
    }

    /** The latest ones, the newest first. @param before only older ones than this; null for the newest */
    public List<Order> latest(int limit, @Nullable String before) {
        return desk.reads()
                .list(
                        (rs, ctx) -> order(rs),
                        COLUMNS + " and number < ? order by number desc limit ?",
                        desk.migration(),
                        before == null ? Integer.MAX_VALUE : number(before),
                        limit);
    }

    /** How many there are in each state. */
    public Map<OrderState, Long> counts() {
        Map<OrderState, Long> counts = new java.util.EnumMap<>(OrderState.class);
        desk.reads()
                .list(
                        (rs, ctx) -> Map.entry(OrderState.of(rs.getString(1)), rs.getLong(2)),
                        "select state, count(*) from verb_order where migration = ? group by state",
                        desk.migration())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** An order; empty when there is none of this id. */
    public Optional<Order> find(String id) {
        return isId(id)
                ? desk.reads().first((rs, ctx) -> order(rs), COLUMNS + " and number = ?", desk.migration(), number(id))
                : Optional.empty();
    }

    /** The last one of a verb that ended well, or with something left over. */
    public Optional<Order> lastDone(String verb) {
        return desk.reads()
                .first(
                        (rs, ctx) -> order(rs),
                        COLUMNS + " and verb = ? and state in ('done', 'left-over') order by number desc limit 1",
                        desk.migration(),
                        verb);
    }

    private static boolean isId(String id) {
        return id.matches("o[0-9]{1,9}");
    }

    private static int number(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("an order is named like o1");
        }
        return Integer.parseInt(id.substring(1));
    }

    private static String word(int number) {
        return "o" + number;
    }

    private static Order order(ResultSet rs) throws SQLException {
        int code = rs.getInt("exit_code");
        Integer exitCode = rs.wasNull() ? null : code;
        return new Order(
                word(rs.getInt("number")),
                rs.getString("verb"),
                WordsJson.read(rs.getString("arguments")),
                rs.getString("asked_by"),
                OrderState.of(rs.getString("state")),
                rs.getString("edition"),
                rs.getInt("lives"),
                Objects.requireNonNull(Desk.instant(rs, "asked_at")),
                Desk.instant(rs, "started_at"),
                Desk.instant(rs, "ended_at"),
                rs.getString("run"),
                exitCode,
                rs.getString("told"),
                rs.getString("report"));
    }
}
