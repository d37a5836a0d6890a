package io.dragoman.staging;

import io.dragoman.model.SourceLayout.SourceObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the staged exports prove about records that are not among them. Filled while they are read, by one thread; asked when
 * the staging is finished, by several.
 */
public final class Proof {
    private final Layout layout;
    private final Set<String> loaded;
    private final Supplier<Lookups> lookups;
    private final Set<String> whole = new HashSet<>();
    private @Nullable Instant exportedAt;

    Proof(Layout layout, Set<String> loaded, Supplier<Lookups> lookups) {
        this.layout = layout;
        this.loaded = loaded;
        this.lookups = lookups;
    }

    /** Notes that the file of an object is known to be all there is. */
    public void vouch(String object) {
        whole.add(object);
    }

    /** Notes when an export was made; the latest counts. */
    public void exported(Instant at) {
        if (exportedAt == null || at.isAfter(exportedAt)) {
            exportedAt = at;
        }
    }

    /** When the latest export was made; empty when none tells. */
    public Optional<Instant> exportedAt() {
        return Optional.ofNullable(exportedAt);
    }

    /**
     * Whether a record of this object that is not here is not at the source either. A row that could not be read may be any
     * record, and a view rests on all files.
     */
    public boolean whole(String object) {
        SourceObject of = layout.object(object);
        if (of.file() != null) {
            return whole.contains(object) && lookups.get().unreadable(object) == 0;
        }
        return of.of() != null
                && whole.containsAll(loaded)
                && loaded.contains(of.of())
                && lookups.get().unreadable(null) == 0;
    }

    /** Whether every row that this object rests on could at least be named. */
    public boolean readable(String object) {
        return lookups.get().unreadable(layout.object(object).file() == null ? null : object) == 0;
    }

    /** Whether an export says that this record was deleted; the key is that of the object, its parts joined with a slash. */
    public boolean deleted(String object, String key) {
        String deletions = layout.deletions();
        SourceObject of = layout.object(object);
        SourceObject file =
                of.of() != null && layout.object(of.of()).key().equals(of.key()) ? layout.object(of.of()) : of;
        return deletions != null && file.file() != null && lookups.get().named(deletions, file, key);
    }

    /** When a row of the object, or of the file it is a view of, last changed, as the source writes it; empty when it does not tell. */
    public Optional<String> latestChange(String object) {
        SourceObject of = layout.object(object);
        String file = of.of() == null ? object : of.of();
        String column = layout.modified().get(file);
        return column == null ? Optional.empty() : lookups.get().greatest(file, column);
    }
}
