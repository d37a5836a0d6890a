package io.dragoman.staging;

import io.dragoman.model.ContentProblem;
import io.dragoman.model.Reading;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The export of one verb, staged: first rows go in, object by object, then {@link #finish()} looks at all of them
 * together, then records come out, as often as wanted. Loading is for one thread; afterwards every method is safe for
 * several. Closing removes the file. Throws {@link io.dragoman.model.RunProblem} when the file itself fails.
 */
public final class Staging implements AutoCloseable {
    private final Layout layout;
    private final StagingFile file;
    private final BooleanSupplier stop;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> loaded = new HashSet<>();
    private final Map<String, String> contents = new ConcurrentSkipListMap<>();
    private @Nullable Connection writer;
    private @Nullable Lookups lookups;
    private final Proof proof;
    private final Changes changes;
    private final Set<String> ofThisExport = new HashSet<>();
    private final PreparedReadings readings;

    private Staging(Layout layout, StagingFile file, BooleanSupplier stop) throws SQLException {
        this.layout = layout;
        this.file = file;
        this.stop = stop;
        this.writer = file.writer(stop);
        this.readings = new PreparedReadings(file, layout, stop);
        for (SourceObject object : layout.source().objects().values()) {
            if (object.of() == null) {
                Tables.create(writer, object);
            }
        }
        Tables.createProblems(writer);
        Tables.createSettings(writer, layout.settings());
        this.changes = new Changes(writer, layout);
        this.proof = new Proof(layout, loaded, this::reading);
    }

    /**
     * An empty staging.
     *
     * @param file made anew in a folder only its owner may enter; one left by a crash is removed
     * @param stop asked before each batch and each record; true ends the reading, and fails the loading
     */
    public static Staging open(Path file, Layout layout, BooleanSupplier stop) {
        StagingFile made = StagingFile.create(file);
        try {
            return new Staging(layout, made, stop);
        } catch (SQLException e) {
            made.delete();
            throw StagingFile.failed(e);
        }
    }

    public Layout layout() {
        return layout;
    }

    /**
     * Takes the rows of one object, once for each export; close it before the next is opened.
     *
     * @param columns of the object, its key among them, in the order the cells will come
     */
    public Loader loader(String object, List<String> columns) {
        SourceObject of = layout.object(object);
        if (!ofThisExport.add(object)) {
            throw new IllegalStateException(object + " is staged already");
        }
        loaded.add(object);
        List<Column> typed = columns.stream()
                .map(name -> layout.column(new Layout.ColumnName(object, name)).orElseThrow())
                .toList();
        Writing writing = new Writing(writing(), of, typed, stop, this::note);
        return new Loader(writing, layout, of, typed, changes.numbering(of));
    }

    /** From now on come the rows of a later export that holds only what changed; each takes the place of those with its key. */
    public void laterExport() {
        ofThisExport.clear();
        changes.begin();
    }

    /** What the exports prove about records that are not here. */
    public Proof proof() {
        return proof;
    }

    /** Adds what a channel found about the export as a whole. */
    public synchronized void note(Finding finding) {
        findings.add(finding);
    }

    /** Tells views something about the export, such as when it was made; the layout's own text of this name gives way. */
    public void set(String name, String value) {
        try {
            Tables.set(writing(), name, value);
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** What has to be made anew at the target: the rows of a question of this layout, as texts; nothing is an empty text. */
    public List<List<String>> rebuild(Layout.Rebuild question) {
        return reading().rows(question.sql(), question.columns().size());
    }

    /** Remembers the digest of a file that was read whole. */
    public void read(String file, String sha256) {
        contents.put(file, sha256);
    }

    /** SHA-256 of each file that was read, by its name in the export. */
    public Map<String, String> files() {
        return Map.copyOf(contents);
    }

    /** The same text for the same files with the same content; empty before anything was read. */
    public String contents() {
        return contents.isEmpty() ? "" : contents.toString();
    }

    /**
     * Looks at all rows together: keys that come twice, references, circles; computes the views; asks the checks. Nothing
     * can be added afterwards.
     */
    public void finish() {
        Connection connection = writing();
        try {
            changes.end();
            new Finish(connection, layout, loaded, this::note).run();
            connection.commit();
            connection.close();
            writer = null;
            lookups = new Lookups(file.reader(stop), layout);
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    private Connection writing() {
        if (writer == null) {
            throw new IllegalStateException("the staging is finished");
        }
        return writer;
    }

    private Lookups reading() {
        if (lookups == null) {
            throw new IllegalStateException("the staging is not finished");
        }
        return lookups;
    }

    /**
     * Records of one mapping, in the order of their rows, each with its gathered children. A record that cannot be used
     * under this reading is not among them but among the {@link #problems(Reading) problems}: rows of an object are its
     * leaders, its joined records and its problems, always.
     */
    public Records read(Reading reading, Pass pass) {
        reading();
        Prepared prepared = readings.take(reading);
        try {
            return new Records(prepared, pass, stop, () -> readings.release(prepared));
        } catch (SQLException e) {
            readings.release(prepared);
            throw StagingFile.failed(e);
        }
    }

    /** The record of a mapping with this key, joined or not; empty when there is none, or it cannot be used as it is. */
    public Optional<Origin> find(Reading reading, String key) {
        reading();
        Prepared prepared = readings.take(reading);
        try {
            return Origins.find(prepared, key);
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        } finally {
            readings.release(prepared);
        }
    }

    /** Everything set aside under this reading, with the rows that could not be staged at all. */
    public StagedProblems problems(Reading reading) {
        reading();
        Prepared prepared = readings.take(reading);
        try {
            return new StagedProblems(prepared, () -> readings.release(prepared));
        } catch (SQLException e) {
            readings.release(prepared);
            throw StagingFile.failed(e);
        }
    }

    /** Whether the object has a row with this key; the parts of a composite key are joined with {@code /}. */
    public boolean exists(String object, List<String> keyColumns, String key) {
        return reading().exists(object, keyColumns, key);
    }

    /** The distinct values of a column, sorted, nothing left out but nothing itself. */
    public List<String> distinct(String object, String column) {
        return reading().distinct(object, column);
    }

    /** What the columns hold together, each combination once and in the order of the rows; rows that lack one are left out. */
    public List<List<String>> distinctRows(String object, List<String> columns) {
        return reading().distinctRows(object, columns);
    }

    /** The people an object tells of. */
    public StagedHumans humans(Topic people) {
        return asking(connection -> new StagedHumans(connection, layout, people, stop));
    }

    /** Rows of the object, those that could not be staged among them. */
    public long count(String object) {
        return reading().count(object);
    }

    /** Questions that count, on a connection of their own; the caller closes it before the staging. */
    public Census census() {
        return asking(connection -> new Census(connection, layout, Set.copyOf(loaded), stop));
    }

    /**
     * A file made of rows, in the form of CSV.
     *
     * @param where {@code sheet:NAME/KEY}: a question of the layout, and what it is asked about
     * @throws ContentProblem when the layout has no such question
     */
    public InputStream sheet(String where) throws ContentProblem {
        reading();
        int slash = where.indexOf('/');
        String sql = slash < 0 ? null : layout.sheets().get(where.substring(where.indexOf(':') + 1, slash));
        if (sql == null) {
            throw new ContentProblem(
                    "file-not-found", "The route folder of the source has no such sheet. Mend the view.");
        }
        return asking(connection -> new Sheet(connection, sql, where.substring(slash + 1)));
    }

    /** Whoever asks on a connection of their own, once everything is staged. */
    private interface Asker<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T asking(Asker<T> asker) {
        reading();
        try {
            return asker.on(file.reader(stop));
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** What was found about the export as a whole: while loading, and when it was finished. */
    public synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Ends every reading and removes the file. */
    @Override
    public synchronized void close() {
        try {
            if (writer != null) {
                writer.close();
            }
            if (lookups != null) {
                lookups.close();
            }
            readings.close();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        } finally {
            file.delete();
        }
    }
}
