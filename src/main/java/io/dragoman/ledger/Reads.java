package io.dragoman.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/** Reads of the ledger, each on a connection of the pool. Safe for use by several threads. */
final class Reads {
    private final Jdbi jdbi;

    Reads(DataSource pool) {
        jdbi = Jdbi.create(pool);
        // What was bound to a statement must not come out through an exception's message.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    <T> List<T> list(RowMapper<T> mapper, String sql, Object... values) {
        return run(mapper, sql, values);
    }

    <T> Optional<T> first(RowMapper<T> mapper, String sql, Object... values) {
        return run(mapper, sql, values).stream().findFirst();
    }

    long number(String sql, Object... values) {
        return first((rs, ctx) -> rs.getLong(1), sql, values).orElse(0L);
    }

    private <T> List<T> run(RowMapper<T> mapper, String sql, Object... values) {
        try {
            return jdbi.withHandle(handle -> {
                Query query = handle.createQuery(sql);
                for (int i = 0; i < values.length; i++) {
                    query.bind(i, values[i]);
                }
                return query.map(mapper).list();
            });
        } catch (JdbiException e) {
            throw LedgerProblems.notReadable(database(e));
        }
    }

    private static @Nullable SQLException database(@Nullable Throwable e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return (SQLException) cause;
    }
}
