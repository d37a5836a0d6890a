package io.dragoman.app;

import io.dragoman.content.Contents;
import io.dragoman.model.ContentProblem;
import io.dragoman.model.SourceFiles;
import io.dragoman.staging.Staging;
import io.dragoman.systems.rest.RestBeans;
import io.dragoman.systems.rest.RestFiles;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The files of a migration's source: sheets made of staged rows, and the files of its API where it has one. */
final class OwnFiles implements SourceFiles {
    private final Staging staging;
    private final Supplier<@Nullable RestBeans> rest;

    OwnFiles(Staging staging, Supplier<@Nullable RestBeans> rest) {
        this.staging = staging;
        this.rest = rest;
    }

    @Override
    public boolean holds(String where) {
        return Contents.isSheet(where)
                || files().filter(files -> files.holds(where)).isPresent();
    }

    @Override
    public InputStream open(String where) throws ContentProblem {
        return Contents.isSheet(where)
                ? staging.sheet(where)
                : files().orElseThrow().open(where);
    }

    private Optional<RestFiles> files() {
        return Optional.ofNullable(rest.get()).flatMap(RestBeans::files);
    }
}
