package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dragoman.model.RunProblem;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The memory of one migration, open for one process. Every part is safe for use by several threads; a change is on disk
 * when its method returns, where its method does not say otherwise. When the database fails every change is refused with
 * {@link RunProblem} {@code ledger-not-writable}, until the ledger is closed and opened again.
 */
public final class Ledger implements AutoCloseable {
    private final String migration;
    private final Database database;
    private final GroupCommit writer;
    private final Runs runs;
    private final Lineages lineages;
    private final FileLineages files;
    private final Writes writes;
    private final Quarantine quarantine;
    private final Owners owners;
    private final Tokens tokens;
    private final Marks marks;
    private final Approvals approvals;
    private final AuditLog log;
    private final LedgerBindings bindings;
    private final Checkpoints checkpoints;
    private final Forecasts forecasts;
    private final Spending spending;
    private final SourceDeletions sourceDeletions;
    private final MetValues metValues;
    private final DeltaWindows deltaWindows;
    private final Plans plans;
    private final Certificates certificates;
    private final EditsSeen edits;
    private final Samples samples;
    private final Orders orders;
    private final Rhythms rhythms;
    private final AtomicInteger holders = new AtomicInteger(1);

    private Ledger(String migration, Database database, GroupCommit writer, Desk desk) {
        this.migration = migration;
        this.database = database;
        this.writer = writer;
        OpenIntents open = new OpenIntents();
        LineageRows lineageRows = new LineageRows(desk);
        runs = new Runs(desk);
        runs.stopLeftRunning();
        lineages = new Lineages(desk, lineageRows, open);
        files = new FileLineages(desk, open);
        writes = new Writes(desk, runs, lineageRows, open);
        quarantine = new Quarantine(desk);
        owners = new Owners(desk);
        tokens = new Tokens(desk);
        marks = new Marks(desk);
        approvals = new Approvals(desk);
        log = new AuditLog(desk);
        bindings = new LedgerBindings(desk);
        checkpoints = new Checkpoints(desk);
        forecasts = new Forecasts(desk, runs);
        spending = new Spending(desk, runs);
        sourceDeletions = new SourceDeletions(desk);
        metValues = new MetValues(desk);
        deltaWindows = new DeltaWindows(desk);
        plans = new Plans(desk, runs);
        certificates = new Certificates(desk);
        edits = new EditsSeen(desk);
        samples = new Samples(desk);
        orders = new Orders(desk);
        rhythms = new Rhythms(desk);
    }

    /**
     * Opens the ledger of a migration, and makes it when there is none. A run that a crash left running is marked
     * stopped; its open intents are found in {@link Writes#open}.
     *
     * @param migration name from the migration file, 1 to 200 characters
     * @throws RunProblem {@code ledger-unreachable}, {@code ledger-in-use}, {@code ledger-wrong-version} or
     *     {@code seal-key-wrong}
     */
    public static Ledger open(LedgerAddress address, String migration, SealKey key) {
        return open(address, migration, key, Clock.systemUTC());
    }

    static Ledger open(LedgerAddress address, String migration, SealKey key, Clock clock) {
        Database database = Database.open(address, migration);
        GroupCommit writer = null;
        try {
            GroupCommit started = new GroupCommit(database.writing(), database.disk(), migration);
            writer = started;
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            long id = started.write(pen -> enter(pen, migration, key, now));
            return new Ledger(migration, database, started, new Desk(id, database.reads(), started, key, clock));
        } catch (SQLException e) {
            database.close();
            throw LedgerProblems.unreachable(address, e);
        } catch (RuntimeException e) {
            if (writer != null) {
                writer.close();
            }
            database.close();
            throw e;
        }
    }

    /** Name of the migration. */
    public String migration() {
        return migration;
    }

    public Runs runs() {
        return runs;
    }

    public Lineages lineages() {
        return lineages;
    }

    public FileLineages files() {
        return files;
    }

    public Writes writes() {
        return writes;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    public Owners owners() {
        return owners;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Marks marks() {
        return marks;
    }

    public Approvals approvals() {
        return approvals;
    }

    public AuditLog log() {
        return log;
    }

    public LedgerBindings bindings() {
        return bindings;
    }

    public Checkpoints checkpoints() {
        return checkpoints;
    }

    public Forecasts forecasts() {
        return forecasts;
    }

    public Spending spending() {
        return spending;
    }

    public SourceDeletions sourceDeletions() {
        return sourceDeletions;
    }

    public MetValues metValues() {
        return metValues;
    }

    public DeltaWindows deltaWindows() {
        return deltaWindows;
    }

    public Plans plans() {
        return plans;
    }

    public Certificates certificates() {
        return certificates;
    }

    public EditsSeen edits() {
        return edits;
    }

    public Samples samples() {
        return samples;
    }

    public Orders orders() {
        return orders;
    }

    public Rhythms rhythms() {
        return rhythms;
    }

    /**
     * The same ledger for one more holder, who closes it as every holder does: once.
     *
     * @throws RunProblem {@code ledger-not-writable} when nobody holds it any more
     */
    public Ledger lent() {
        if (holders.getAndUpdate(number -> number == 0 ? 0 : number + 1) == 0) {
            throw LedgerProblems.notWritable("it is closed");
        }
        return this;
    }

    /** Whether changes are taken; once one was refused, only a ledger that is closed and opened again takes any. */
    public boolean takesChanges() {
        return writer.isAlive();
    }

    /** The last holder's call writes what waits and lets go of the database. A call too many does nothing. */
    @Override
    public void close() {
        if (holders.getAndUpdate(number -> Math.max(0, number - 1)) == 1) {
            writer.close();
            database.close();
        }
    }

    /** Finds the migration's row or makes it, checks the sealing key with it, and takes up the chain. */
    private static long enter(Pen pen, String migration, SealKey key, Instant now) throws SQLException {
        byte[] check = ("dragoman " + migration).getBytes(UTF_8);
        Row row = pen.first(
                        (rs, ctx) -> new Row(rs.getLong(1), rs.getString(2), rs.getLong(3), rs.getString(4)),
                        "select id, seal_check, chain_seq, chain_head from migration where name = ?",
                        migration)
                .orElse(null);
        if (row != null) {
            if (!Arrays.equals(check, key.open(row.sealCheck()))) {
                throw SealKey.wrong();
            }
            pen.use(new Chain(row.id(), key, new Chain.Link(row.chainSeq(), row.chainHead())));
            return row.id();
        }
        long id = pen.id();
        pen.now(
                "insert into migration (id, name, seal_check, chain_seq, chain_head, chain_seal, made_at)"
                        + " values (?, ?, ?, 0, '', ?, ?)",
                id,
                migration,
                key.seal(check),
                Chain.sign(Chain.Link.FIRST, key),
                now);
        pen.use(new Chain(id, key, Chain.Link.FIRST));
        return id;
    }

    private record Row(long id, String sealCheck, long chainSeq, String chainHead) {}
}
