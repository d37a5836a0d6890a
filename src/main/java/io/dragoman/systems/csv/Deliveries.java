package io.dragoman.systems.csv;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.staging.Finding;
import io.dragoman.staging.Staging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exports that make one picture of the source: the whole one, then those that hold only what changed since, in the order in
 * which they were made. One without a manifest is not finished yet and waits.
 */
final class Deliveries {
    private final Staging staging;
    private final Path work;
    private final @Nullable Path changes;
    private final @Nullable Boolean complete;
    private final Headers headers;
    private final List<CsvFile> files = new ArrayList<>();

    Deliveries(Staging staging, Path work, @Nullable Path changes, @Nullable Boolean complete, Headers headers) {
        this.staging = staging;
        this.work = work;
        this.changes = changes;
        this.complete = complete;
        this.headers = headers;
    }

    /** An export of changes that may be read. */
    private record Later(String name, ExportCheck check, Manifest manifest, Instant made) {}

    List<CsvFile> files(Path whole) {
        Container container = Container.open(whole, work);
        ExportCheck check = new ExportCheck(false, container, staging.layout(), headers, staging::note);
        Manifest manifest = check.manifest();
        if (manifest.word().changes()) {
            throw refused(
                    "changes-alone",
                    String.valueOf(whole.getFileName()),
                    "the export holds only what changed. Name the whole one as source.folder, and the folder with this one as"
                            + " source.changes.");
        }
        files.addAll(check.files(manifest));
        vouch(manifest);
        Instant until = manifest.word().made();
        int number = 0;
        for (Later later : laterOnes()) {
            Instant since = later.manifest().word().since();
            if (since != null && until != null && since.isAfter(until)) {
                staging.note(new Finding(
                        Finding.Severity.STOP,
                        new Problem(
                                "changes-gap",
                                later.name(),
                                "It begins at " + since + ", and the export before it ends at " + until
                                        + ". What changed between is missing: add the export that holds it."),
                        0,
                        List.of()));
            }
            add(++number, later);
            until = later.made();
        }
        return files;
    }

    private void vouch(Manifest manifest) {
        files.stream()
                .filter(file -> complete == null ? file.manifest() != null : complete)
                .forEach(file -> staging.proof().vouch(file.object().name()));
        Instant made = manifest.word().made();
        if (made != null) {
            exported(made);
        }
    }

    private void exported(Instant made) {
        staging.proof().exported(made);
        staging.set("exported_at", made.toString());
    }

    private List<Later> laterOnes() {
        List<Later> later = new ArrayList<>();
        for (Path path : entries()) {
            String name = String.valueOf(path.getFileName());
            Container container = Container.open(path, work);
            ExportCheck check = new ExportCheck(true, container, staging.layout(), headers, staging::note);
            Manifest manifest = container.file(Manifest.NAME) == null ? Manifest.none() : check.manifest();
            Instant made = manifest.word().made();
            if (made == null) {
                staging.note(Finding.note(
                        "changes-unfinished",
                        name,
                        "It has no manifest that says when it was made, so it is not read yet."));
            } else {
                later.add(new Later(name, check, manifest, made));
            }
        }
        later.sort(Comparator.comparing(Later::made).thenComparing(Later::name));
        return later;
    }

    private List<Path> entries() {
        Path folder = changes;
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> Files.isDirectory(path)
                            || String.valueOf(path.getFileName()).endsWith(".zip"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(int number, Later later) {
        List<CsvFile> added = later.check().files(later.manifest()).stream()
                .map(file -> file.of(number))
                .toList();
        mustHaveAllColumns(later, added);
        files.addAll(added);
        exported(later.made());
    }

    /** A column that is left out would empty what it held. */
    private void mustHaveAllColumns(Later later, List<CsvFile> added) {
        Map<String, Set<String>> known = new TreeMap<>();
        files.forEach(file -> known.computeIfAbsent(file.object().name(), any -> new HashSet<>())
                .addAll(file.shape().columns()));
        for (CsvFile file : added) {
            Set<String> lacking = new TreeSet<>(known.getOrDefault(file.object().name(), Set.of()));
            file.shape().columns().forEach(lacking::remove);
            if (!lacking.isEmpty()) {
                throw refused(
                        "changes-columns",
                        later.name() + "/" + file.name(),
                        "the header lacks "
                                + String.join(", ", lacking)
                                + ", which the export before it has. Export the changes with the same columns.");
            }
        }
    }

    private static RunProblem refused(String code, String place, String advice) {
        return new RunProblem(RunProblem.Ending.REFUSED, new Problem(code, place, advice));
    }
}
