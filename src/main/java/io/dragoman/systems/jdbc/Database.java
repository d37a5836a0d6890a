package io.dragoman.systems.jdbc;

import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import io.dragoman.staging.Finding;
import io.dragoman.staging.Loader;
import io.dragoman.staging.Staging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A database on its way into a staging, one query after the other; the steps of a system's staging route. For one thread. What
 * was read is all there is, so a record that is not among it is not at the source either.
 */
public final class Database implements AutoCloseable {
    private static final int ROWS_BETWEEN = 10_000;

    private final Staging staging;
    private final @Nullable DatabaseAccess access;
    private final Progress progress;
    private @Nullable Session session;

    /** Told now and then how far the reading is. */
    public interface Progress {
        /** @param rows of the object read so far */
        void staged(String object, long rows);
    }

    /** @param access null for a source that comes by another channel; then nothing here is asked for */
    public Database(Staging staging, @Nullable DatabaseAccess access, Progress progress) {
        this.staging = staging;
        this.access = access;
        this.progress = progress;
    }

    /**
     * Reads the queries, signs in, and has every query looked at by the database before the first row is read.
     *
     * @param system its folder; in {@code jdbc} there is a folder of queries for each product
     * @param usual product that is taken where the migration file names none
     * @throws UserProblems with all that must be mended first
     * @throws io.dragoman.model.RunProblem when the database does not let us in
     */
    public List<Query> open(Path system, String usual) {
        DatabaseAccess to = Objects.requireNonNull(access);
        Path folder = to.queries() == null ? system.resolve("jdbc").resolve(usual) : to.queries();
        if (!Files.isDirectory(folder)) {
            throw new UserProblems(
                    List.of(
                            new Problem(
                                    "queries-missing",
                                    String.valueOf(folder.getFileName()),
                                    "There is no such folder of queries. Name one that holds a file for each object, such as patient.sql.")));
        }
        List<Problem> problems = new ArrayList<>();
        List<Query> read = new QueryFolder(staging.layout(), problems, staging::note).read(folder);
        stopOn(problems);
        session = Session.open(to);
        look(read, problems);
        stopOn(problems);
        staging.proof().exported(Instant.now());
        return read;
    }

    private static void stopOn(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new UserProblems(problems);
        }
    }

    private Session session() {
        return Objects.requireNonNull(session);
    }

    private void look(List<Query> queries, List<Problem> problems) {
        try {
            if (!session().isReadOnly()) {
                staging.note(
                        Finding.note(
                                "database-may-write",
                                "source",
                                "The driver does not promise a session that only reads. Give source.user rights to read and no others."));
            }
            for (Query query : queries) {
                look(query, problems);
            }
        } catch (SQLException e) {
            throw SqlFault.ofConnection(e);
        }
    }

    private void look(Query query, List<Problem> problems) throws SQLException {
        try (PreparedStatement statement = session().prepare(query)) {
            ResultSetMetaData result = statement.getMetaData();
            if (result != null) {
                Columns.of(query, staging.layout().object(query.object()), result, problems, staging::note);
            }
        } catch (SQLException refused) {
            problems.add(SqlFault.ofQuery(query, refused));
            session().recover();
        }
    }

    /** Takes all rows of a query. */
    public void stage(Query query) {
        try (PreparedStatement statement = session().prepare(query);
                ResultSet result = statement.executeQuery()) {
            List<Problem> problems = new ArrayList<>();
            Columns columns = Columns.of(
                    query, staging.layout().object(query.object()), result.getMetaData(), problems, any -> {});
            stopOn(problems);
            DatabaseAccess to = Objects.requireNonNull(access);
            Rows rows = new Rows(columns, new Cells(to.zone(), session().isModern()), query.bits());
            try (Loader loader = staging.loader(query.object(), columns.names())) {
                while (result.next()) {
                    rows.take(result, loader);
                    if (loader.rows() % ROWS_BETWEEN == 0) {
                        progress.staged(query.object(), loader.rows());
                    }
                }
                progress.staged(query.object(), loader.rows());
            }
            staging.read(query.file(), rows.digest());
            staging.proof().vouch(query.object());
        } catch (SQLException e) {
            throw SqlFault.ofReading(query, e);
        }
    }

    /** Looks at all rows together, after the last query. */
    public void finish() {
        close();
        staging.finish();
    }

    @Override
    public void close() {
        Session open = session;
        session = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                throw SqlFault.ofConnection(e);
            }
        }
    }
}
