package io.dragoman.content;

import io.dragoman.model.ContentProblem;
import io.dragoman.model.ContentSource;
import io.dragoman.model.SourceFiles;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opens files by a path in the export's folder, by an address at a host the migration file allows, or as the source itself has them.
 * Thread-safe.
 */
public final class Contents implements ContentSource {
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*", Pattern.DOTALL);

    private static final Pattern SIZE = Pattern.compile("#size=(\\d{1,15})$");

    private static final String SHEET = "sheet:";

    private final ExportFolder folder;
    private final WebFiles web;
    private final SourceFiles own;

    /**
     * @param export folder of the export; a zip holds no files that can be named; null when there is none
     * @param hosts names of the hosts that files may be fetched from, lower case; a name with a port allows that port only
     * @param own files of the source itself, asked first
     */
    public Contents(@Nullable Path export, Set<String> hosts, SourceFiles own) {
        this.own = own;
        this.folder = new ExportFolder(export);
        this.web = new WebFiles(hosts);
    }

    /** What tells without reading it whether a file changed. */
    public record Stamp(long size, Instant modified) {}

    /** Whether the text is an address rather than a path. */
    public static boolean isAddress(String where) {
        return ADDRESS.matcher(where).matches();
    }

    /** Whether the file is made when it is asked for, so that nothing but reading it tells whether it changed. */
    public static boolean isSheet(String where) {
        return where.startsWith(SHEET);
    }

    /** How many bytes the source says an address has, which may end in {@code #size=} and that number; empty when it says nothing. */
    public static OptionalLong told(String where) {
        Matcher size = SIZE.matcher(where);
        return isAddress(where) && size.find() ? OptionalLong.of(Long.parseLong(size.group(1))) : OptionalLong.empty();
    }

    @Override
    public InputStream open(String where) throws ContentProblem {
        if (own.holds(where)) {
            return own.open(where);
        }
        return isAddress(where) ? web.open(where) : folder.open(where);
    }

    /** Size and time of a file in the folder; empty for what has to be read to be known. */
    public Optional<Stamp> stamp(String where) throws ContentProblem {
        return isAddress(where) || isSheet(where) ? Optional.empty() : Optional.of(folder.stamp(where));
    }
}
