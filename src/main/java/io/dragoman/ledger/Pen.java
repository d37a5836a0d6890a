package io.dragoman.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the ledger's one writing connection. {@link #add} collects lines that reach the database together at
 * {@link #finish}; {@link #now} and {@link #first} go there at once, and see nothing that is still collected. Used by the
 * writing thread only.
 */
final class Pen {
    private static final int ID_BLOCK = 4096;

    private final Connection connection;
    private final Map<Line, PreparedStatement> lines = new EnumMap<>(Line.class);
    private final Set<Line> collected = EnumSet.noneOf(Line.class);
    private final Map<String, PreparedStatement> others = new HashMap<>();
    private final Tally tally = new Tally();
    private @Nullable Chain chain;
    private boolean changed;
    private long nextId;
    private long idLimit;

    Pen(Connection connection) {
        this.connection = connection;
    }

    /** An id greater than all given before by this pen. */
    long id() throws SQLException {
        if (nextId == idLimit) {
            now("update id_block set next_id = next_id + " + ID_BLOCK);
            idLimit = first((rs, ctx) -> rs.getLong(1), "select next_id from id_block")
                    .orElseThrow();
            nextId = idLimit - ID_BLOCK;
        }
        return nextId++;
    }

    /** Collects one line for the end of this commit. */
    void add(Line line, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = lines.get(line);
        if (statement == null) {
            statement = connection.prepareStatement(line.sql());
            lines.put(line, statement);
        }
        fill(statement, values);
        statement.addBatch();
        collected.add(line);
    }

    /** Executes at once, within this commit; returns the number of rows changed. */
    int now(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = other(sql);
        fill(statement, values);
        int rows = statement.executeUpdate();
        changed |= rows != 0;
        return rows;
    }

    /** The first row as this commit sees it. */
    <T> Optional<T> first(RowMapper<T> mapper, String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = other(sql);
        fill(statement, values);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(mapper.map(rows, null)) : Optional.empty();
        }
    }

    /** The chain of closed writes, which this commit may lengthen. */
    Chain chain() {
        if (chain == null) {
            throw new IllegalStateException("the migration is not open yet");
        }
        return chain;
    }

    void use(Chain opened) {
        chain = opened;
    }

    /** Numbers that many lines of one commit share, such as tokens spent. */
    Tally tally() {
        return tally;
    }

    /** Sends everything collected; the commit comes after. */
    void finish() throws SQLException {
        for (Map.Entry<Line, PreparedStatement> line : lines.entrySet()) {
            if (collected.contains(line.getKey())) {
                // A driver may answer that it does not know how many; that counts as changed too.
                changed |= Arrays.stream(line.getValue().executeBatch()).anyMatch(rows -> rows != 0);
            }
        }
        tally.write(this);
        if (chain != null) {
            chain.write(this);
        }
    }

    /** Whether this commit changes any row so far. */
    boolean changed() {
        return changed;
    }

    /** The commit is on disk: what this pen remembered of it holds. */
    void committed() {
        collected.clear();
        changed = false;
        tally.clear();
        if (chain != null) {
            chain.committed();
        }
    }

    /** The commit did not happen: forgets what was collected, and a block of ids that may have been taken in it. */
    void undone() throws SQLException {
        for (PreparedStatement line : lines.values()) {
            line.clearBatch();
        }
        collected.clear();
        changed = false;
        tally.clear();
        if (chain != null) {
            chain.undone();
        }
        nextId = 0;
        idLimit = 0;
    }

    private PreparedStatement other(String sql) throws SQLException {
        PreparedStatement known = others.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            others.put(sql, known);
        }
        return known;
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
