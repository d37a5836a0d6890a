package io.dragoman.systems.csv;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.staging.Finding;
import io.dragoman.staging.Loader;
import io.dragoman.staging.Staging;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An export of CSV files on its way into a staging, one file after the other, and after it those that hold what changed since;
 * the steps of a system's staging route. For one thread.
 */
public final class CsvExport {
    private static final int ROWS_BETWEEN = 10_000;

    private final Staging staging;
    private final Progress progress;
    private final Headers headers;
    private final Deliveries deliveries;
    private int export;
    private @Nullable RowReader rows;
    private @Nullable Loader loader;

    /** Told now and then how far the reading is. */
    public interface Progress {
        /** @param rows of the object read so far */
        void staged(String object, long rows);
    }

    /**
     * @param work folder only its owner may enter, for what has to be unpacked
     * @param changes folder of the exports that hold what changed since; null when there are none
     * @param complete whether the whole export holds everything there is; null when its manifest tells
     * @param headers where files and columns are called otherwise than in the layout
     */
    public CsvExport(
            Staging staging,
            Path work,
            Progress progress,
            @Nullable Path changes,
            @Nullable Boolean complete,
            Headers headers) {
        this.staging = staging;
        this.progress = progress;
        this.headers = headers;
        this.deliveries = new Deliveries(staging, work, changes, complete, headers);
    }

    /** One export alone, whose manifest tells whether it is all there is. */
    public CsvExport(Staging staging, Path work, Progress progress) {
        this(staging, work, progress, null, null, Headers.NONE);
    }

    /**
     * Opens a folder or a zip, and the exports of what changed since, and holds them against the layout.
     *
     * @return the files to stage, in the order of the exports
     * @throws io.dragoman.model.UserProblems with everything that must be mended before it can be read
     * @throws RunProblem when the zip is made to do harm; {@code export-not-readable}
     */
    public List<CsvFile> open(Path wholeExport) {
        if (!headers.digest().isEmpty()) {
            staging.read("headers", headers.digest());
        }
        try {
            return deliveries.files(wholeExport);
        } catch (UncheckedIOException e) {
            throw notReadable(String.valueOf(wholeExport.getFileName()), e);
        }
    }

    /** The sound rows of a file as CSV text, without the header; rows that are not go to the staging as problems. */
    public Reader rows(CsvFile file) {
        for (; export < file.export(); export++) {
            staging.laterExport();
        }
        try {
            RowScanner scanner = new RowScanner(file.content());
            scanner.next(0);
            Loader opened = staging.loader(file.object().name(), file.shape().columns());
            loader = opened;
            rows = new RowReader(scanner, file.shape().width(), opened::unusable);
            return rows;
        } catch (IOException e) {
            throw notReadable(file.name(), e);
        }
    }

    /** Takes the parsed rows of the file whose {@link #rows} were asked for last, and checks it against the manifest. */
    public void stage(CsvFile file, Iterator<String[]> parsed) {
        RowReader reader = Objects.requireNonNull(rows);
        try (Digested content = file.content();
                Loader to = Objects.requireNonNull(loader);
                reader) {
            while (parsed.hasNext()) {
                String[] cells = file.shape().cells(parsed.next());
                RowReader.Spot spot = reader.spot();
                to.add(cells, spot.number(), spot.line());
                if (to.rows() % ROWS_BETWEEN == 0) {
                    progress.staged(file.object().name(), to.rows());
                }
            }
            progress.staged(file.object().name(), to.rows());
            compare(file, content, to.rows());
        } catch (IOException | UncheckedIOException e) { // the parser has no checked ones
            throw notReadable(file.name(), e);
        }
        if (reader.isWindows()) {
            staging.note(Finding.note("windows-1252", file.name(), "Not UTF-8; read as Windows-1252."));
        }
    }

    /** What the operating system says may quote the place, so only its kind is told. */
    static RunProblem notReadable(String file, Exception failure) {
        Throwable cause =
                failure instanceof UncheckedIOException && failure.getCause() != null ? failure.getCause() : failure;
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "export-not-readable",
                        file,
                        "Reading it broke off (" + cause.getClass().getSimpleName()
                                + "). Look at the disk or share it lies on, then start the verb again."),
                failure);
    }

    private void compare(CsvFile file, Digested content, long found) {
        String sha256 = content.hex();
        staging.read(file.export() == 0 ? file.name() : file.export() + " " + file.name(), sha256);
        Manifest.Entry entry = file.manifest();
        if (entry == null) {
            return;
        }
        if (!entry.sha256().isEmpty() && !entry.sha256().equals(sha256)) {
            throw new RunProblem(
                    RunProblem.Ending.REFUSED,
                    new Problem(
                            "export-changed",
                            file.name(),
                            "The file is not the one its manifest was made for. Export again, files and manifest together."));
        }
        if (entry.rows() >= 0 && entry.rows() != found) {
            staging.note(new Finding(
                    Finding.Severity.STOP,
                    new Problem(
                            "rows-differ",
                            file.name(),
                            "The manifest counts " + entry.rows() + " rows, the file has " + found
                                    + ". A stray quote can swallow rows: look at the file before trusting it."),
                    0,
                    List.of()));
        }
    }

    /** Looks at all rows together, after the last file. */
    public void finish() {
        staging.finish();
    }
}
