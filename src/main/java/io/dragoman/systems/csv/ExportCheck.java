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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds an export against its layout before any row is read: manifest, files and headers, everything wrong at once. */
final class ExportCheck {
    private final boolean changes;
    private final Container container;
    private final Layout layout;
    private final Headers headers;
    private final Consumer<Finding> notes;
    private final List<Problem> problems = new ArrayList<>();

    /** @param changes whether it holds only what changed; it may lack files then, which says nothing */
    ExportCheck(boolean changes, Container container, Layout layout, Headers headers, Consumer<Finding> notes) {
        this.changes = changes;
        this.container = container;
        this.layout = layout;
        this.headers = headers;
        this.notes = notes;
    }

    /** The files to stage, in the order of the layout. */
    List<CsvFile> files(Manifest manifest) {
        List<CsvFile> files = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(Manifest.NAME));
        for (SourceObject object : layout.source().objects().values()) {
            String usual = object.file();
            if (usual != null) {
                String name = name(object, usual);
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

    /** What the file is called here: the first of its possible names that the export has. */
    private String name(SourceObject object, String usual) {
        List<String> names = headers.of(object.name()).names();
        return names.stream()
                .filter(name -> container.file(name) != null)
                .findFirst()
                .orElse(names.isEmpty() ? usual : names.get(0));
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
            RowShape shape = RowShape.of(object, given, ground(object, manifest));
            check(object, name, shape);
            return new CsvFile(0, object, name, new Digested(content), shape, manifest.entry(name));
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

    private RowShape.Ground ground(SourceObject object, Manifest manifest) {
        List<String> dates = new ArrayList<>(headers.formats().dates());
        if (!manifest.word().dates().isEmpty()) {
            dates.add(manifest.word().dates());
        }
        Map<String, String> paths = new TreeMap<>();
        layout.completion().measured().forEach((size, path) -> {
            if (size.object().equals(object.name())) {
                paths.put(size.column(), path);
            }
        });
        return new RowShape.Ground(
                headers, new Dates(new Headers.Formats(dates, headers.formats().times())), paths, container::size);
    }

    private void check(SourceObject object, String name, RowShape shape) {
        for (String column : shape.twice()) {
            problems.add(new Problem("column-twice", name, column + " is in the header twice. Keep one."));
        }
        if (hasRequired(object, name, shape.columns()) && !shape.unknown().isEmpty()) {
            notes.accept(Finding.note(
                    "column-unknown",
                    name,
                    "Not in the layout, so not read: " + String.join(", ", shape.unknown()) + "."));
        }
    }

    /** A first row without the columns that must be there may be no header at all; nothing of it is then repeated. */
    private boolean hasRequired(SourceObject object, String name, List<String> given) {
        List<String> required = names(object, given, true);
        List<String> optional = names(object, given, false);
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

    private List<String> names(SourceObject object, List<String> given, boolean required) {
        return object.columns().stream()
                .filter(column -> column.required() == required)
                .map(Column::name)
                .filter(column -> !given.contains(column))
                .filter(column -> !layout.completion().isOnlyForJoins(new Layout.ColumnName(object.name(), column)))
                .toList();
    }
}
