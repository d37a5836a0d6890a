package io.dragoman.systems.csv;

import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.model.UserProblems;
import io.dragoman.staging.Finding;
import io.dragoman.staging.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds an export against its layout before any row is read: manifest, files and headers, everything wrong at once. */
final class ExportCheck {
    private final boolean changes;
    private final Container container;
    private final Layout layout;
    private final Consumer<Finding> notes;
    private final List<Problem> problems = new ArrayList<>();

    /** @param changes whether it holds only what changed; it may lack files then, which says nothing */
    ExportCheck(boolean changes, Container container, Layout layout, Consumer<Finding> notes) {
        this.changes = changes;
        this.container = container;
        this.layout = layout;
        this.notes = notes;
    }

    /** The files to stage, in the order of the layout. */
    List<CsvFile> files(Manifest manifest) {
        List<CsvFile> files = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(Manifest.NAME));
        for (SourceObject object : layout.source().objects().values()) {
            String name = object.file();
            if (name != null) {
                known.add(name);
                CsvFile file = file(object, name, manifest);
                if (file != null) {
                    files.add(file);
                }
            }
        }
        noteUnknownFiles(known);
        if (!problems.isEmpty()) {
            throw new UserProblems(problems);
        }
        return files;
    }

    /** Only tables are named: the name of a letter or a picture may be that of a patient. */
    private void noteUnknownFiles(Set<String> known) {
        List<String> unknown = container.fileNames().stream()
                .filter(name -> known.stream().noneMatch(name::equalsIgnoreCase))
                .toList();
        List<String> tables = unknown.stream().filter(n -> n.endsWith(".csv")).toList();
        tables.forEach(name ->
                notes.accept(Finding.note("file-unknown", name, "The layout has no such file. It is not read.")));
        if (unknown.size() > tables.size()) {
            notes.accept(Finding.note(
                    "file-unknown",
                    (unknown.size() - tables.size()) + " other files",
                    "The export holds files that are no tables. They are not read."));
        }
    }

    /** What the export says of itself; what is wrong in it is told with the files. */
    Manifest manifest() {
        Content content = container.file(Manifest.NAME);
        if (content == null) {
            notes.accept(
                    Finding.note(
                            "manifest-missing",
                            Manifest.NAME,
                            "Without it nobody can tell whether the export is whole. Add one with rows and sha256 of each file."));
            return Manifest.none();
        }
        Manifest manifest = Manifest.read(content, layout.id(), problems);
        for (String name : manifest.fileNames()) {
            if (container.file(name) == null) {
                problems.add(
                        new Problem("file-missing", name, "The manifest names it. Add it, or make the export anew."));
            }
        }
        return manifest;
    }

    private @Nullable CsvFile file(SourceObject object, String name, Manifest manifest) {
        Content content = container.file(name);
        if (content == null) {
            missing(object, name, manifest);
            return null;
        }
        try {
            List<String> given = Header.read(content);
            if (given.isEmpty()) {
                problems.add(new Problem(
                        "header-missing",
                        name,
                        "The file does not begin with a header row in UTF-8. Export it again."));
                return null;
            }
            List<@Nullable String> header = header(object, name, given);
            return new CsvFile(0, object, name, new Digested(content), header, manifest.entry(name));
        } catch (IOException e) {
            throw CsvExport.notReadable(name, e);
        }
    }

    private void missing(SourceObject object, String name, Manifest manifest) {
        if (changes || object.name().equals(layout.deletions())) {
            return; // nothing of it changed, or nothing was deleted
        }
        if (object.required()) {
            problems.add(new Problem("file-missing", name, "The export cannot do without it. Add it, and run again."));
        } else if (manifest.entry(name) == null) {
            notes.accept(Finding.note("file-missing", name, "The export has none, so these records do not move."));
        }
    }

    private List<@Nullable String> header(SourceObject object, String name, List<String> given) {
        List<@Nullable String> header = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String column : given) {
            boolean isKnown = object.columns().stream().anyMatch(c -> c.name().equals(column));
            if (isKnown && header.contains(column)) {
                problems.add(new Problem("column-twice", name, column + " is in the header twice. Keep one."));
            }
            if (!isKnown) {
                unknown.add(column);
            }
            header.add(isKnown ? column : null);
        }
        if (hasRequired(object, name, header) && !unknown.isEmpty()) {
            notes.accept(Finding.note(
                    "column-unknown", name, "Not in the layout, so not read: " + String.join(", ", unknown) + "."));
        }
        return header;
    }

    /** A first row without the columns that must be there may be no header at all; nothing of it is then repeated. */
    private boolean hasRequired(SourceObject object, String name, List<@Nullable String> header) {
        List<String> required = names(object, header, true);
        List<String> optional = names(object, header, false);
        if (!required.isEmpty()) {
            problems.add(new Problem(
                    "column-missing",
                    name,
                    "The header lacks " + String.join(", ", required)
                            + ". Add what is missing; names are separated by commas."));
        } else if (!optional.isEmpty()) {
            notes.accept(Finding.note(
                    "column-missing", name, "Not in the export, so empty: " + String.join(", ", optional) + "."));
        }
        return required.isEmpty();
    }

    private static List<String> names(SourceObject object, List<@Nullable String> header, boolean required) {
        Set<@Nullable String> given = new HashSet<>(header);
        return object.columns().stream()
                .filter(c -> c.required() == required)
                .map(Column::name)
                .filter(Objects::nonNull)
                .filter(c -> !given.contains(c))
                .toList();
    }
}
