package io.dragoman.systems.jdbc;

import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.staging.Finding;
import io.dragoman.staging.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a folder of queries: {@code <object>.sql}, each one SELECT whose columns are called as the layout calls them. */
final class QueryFolder {
    private static final String ENDING = ".sql";

    private final Layout layout;
    private final List<Problem> problems;
    private final Consumer<Finding> notes;

    /** @param problems gets everything that must be mended first */
    QueryFolder(Layout layout, List<Problem> problems, Consumer<Finding> notes) {
        this.layout = layout;
        this.problems = problems;
        this.notes = notes;
    }

    List<Query> read(Path folder) {
        String name = String.valueOf(folder.getFileName());
        List<Query> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
                String object = file.getFileName().toString().replace(ENDING, "");
                queries.add(Query.of(object, name + "/" + file.getFileName(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        queries.forEach(this::check);
        lookForMissing(name, queries);
        return queries;
    }

    private void check(Query query) {
        if (!files().contains(query.object())) {
            problems.add(new Problem(
                    "query-unknown",
                    query.file(),
                    "The layout has no file object of this name. Rename it or take it out."));
        }
        if (!new SqlWords(query.sql()).isOneSelect()) {
            problems.add(new Problem(
                    "query-not-a-select",
                    query.file(),
                    "A source is only read, so a file holds one SELECT and nothing else. Write a column called like a word"
                            + " that changes something in double quotes."));
        }
    }

    private Set<String> files() {
        Set<String> files = new HashSet<>();
        layout.source().objects().forEach((name, object) -> {
            if (object.file() != null) {
                files.add(name);
            }
        });
        return files;
    }

    private void lookForMissing(String folder, List<Query> queries) {
        Set<String> there = new HashSet<>();
        queries.forEach(query -> there.add(query.object()));
        for (SourceObject object : layout.source().objects().values()) {
            if (object.file() == null
                    || there.contains(object.name())
                    || object.name().equals(layout.deletions())) {
                continue;
            }
            String file = folder + "/" + object.name() + ENDING;
            if (object.required()) {
                problems.add(new Problem("query-missing", file, "The source cannot do without it. Write the query."));
            } else {
                notes.accept(
                        Finding.note("query-missing", file, "There is no such query, so these records do not move."));
            }
        }
    }
}
