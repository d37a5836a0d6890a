package io.dragoman.content;

import io.dragoman.model.ContentProblem;
import io.dragoman.model.ContentSource;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens files by a path in the export's folder, or by an address at a host the migration file allows. Thread-safe. */
public final class Contents implements ContentSource {
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*", Pattern.DOTALL);

    private final ExportFolder folder;
    private final WebFiles web;

    /**
     * @param export folder of the export; a zip holds no files that can be named; null when there is none
     * @param hosts names of the hosts that files may be fetched from, lower case; a name with a port allows that port only
     */
    public Contents(@Nullable Path export, Set<String> hosts) {
        this.folder = new ExportFolder(export);
        this.web = new WebFiles(hosts);
    }

    /** What tells without reading it whether a file changed. */
    public record Stamp(long size, Instant modified) {}

    /** Whether the text is an address rather than a path. */
    public static boolean isAddress(String where) {
        return ADDRESS.matcher(where).matches();
    }

    @Override
    public InputStream open(String where) throws ContentProblem {
        return isAddress(where) ? web.open(where) : folder.open(where);
    }

    /** Size and time of a file in the folder; empty for an address, which has to be read to be known. */
    public Optional<Stamp> stamp(String where) throws ContentProblem {
        return isAddress(where) ? Optional.empty() : Optional.of(folder.stamp(where));
    }
}
