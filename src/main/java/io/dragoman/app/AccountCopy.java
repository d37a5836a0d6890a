package io.dragoman.app;

import io.dragoman.model.AsHeld;
import io.dragoman.model.Catalogue;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetKind;
import io.dragoman.run.Holdings;
import io.dragoman.run.Mismatch;
import io.dragoman.run.Mismatch.Sort;
import io.dragoman.run.Signs;
import io.dragoman.staging.HeldFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds of one kind, read in one pass over its list into an index on disk; what the list does not show is asked for by
 * its id, because a list may be a moment behind and leaves out what is archived. Kinds without a list are asked for by ids alone. For
 * one thread.
 */
final class AccountCopy implements Holdings, AutoCloseable {
    private static final String OURS = "ours";

    private final Engine engine;
    private final Waiting waiting;
    private final List<Mapping> mappings;
    private final Signs signs;
    private final HeldRequest everything;
    private final @Nullable HeldFile file;
    private final @Nullable HeldIndex index;
    private long records;

    /** @param customFields of the kind, as the account has them */
    AccountCopy(
            Engine engine,
            Waiting waiting,
            TargetKind kind,
            List<Mapping> mappings,
            List<Catalogue.Field> customFields) {
        this.engine = engine;
        this.waiting = waiting;
        this.mappings = mappings;
        this.signs = new Signs(mappings);
        this.everything = new HeldRequest(kind.name(), null, customFields, null, null);
        Path folder = engine.file().workFolder().resolve("staging");
        this.file = kind.listed() ? HeldFile.open(folder, "all-" + kind.name()) : null;
        this.index = file == null ? null : new HeldIndex(file);
    }

    /** Reads the list; what was read before a stop or a failure counts for nothing. */
    void read() {
        HeldFile on = file;
        HeldIndex into = index;
        if (on == null || into == null) {
            return;
        }
        Iterator<HeldRecord> held = engine.roads().target().held(everything);
        while (held.hasNext() && !engine.stop().asked()) {
            HeldRecord one = held.next();
            into.add(one, signs(one));
            records++;
        }
        on.finish();
    }

    /** Records of the kind that the list showed. */
    long records() {
        return records;
    }

    private Set<String> signs(HeldRecord held) {
        Set<String> found = new HashSet<>();
        for (Mapping mapping : mappings) {
            String field = mapping.identity().keptIn();
            if (field != null && held.customFields().get(field) instanceof AsHeld mark) {
                found.add(Signs.ofField(field, mark.text()));
            }
        }
        String marker = held.marker();
        if (marker != null) {
            String[] mappingAndMark = marker.split(" ", 2);
            if (mappingAndMark.length == 2) {
                found.add(Signs.ofText(mappingAndMark[0], mappingAndMark[1]));
            }
        }
        return found;
    }

    @Override
    public Map<TargetId, HeldRecord> of(Set<TargetId> ids) {
        Map<TargetId, HeldRecord> held = new HashMap<>();
        Set<TargetId> unseen = new HashSet<>();
        for (TargetId id : ids) {
            Optional<HeldRecord> there = index == null ? Optional.empty() : index.record(id);
            there.ifPresentOrElse(one -> held.put(id, one), () -> unseen.add(id));
        }
        if (!unseen.isEmpty()) {
            held.putAll(waiting.paid(() -> asked(unseen)));
        }
        return held;
    }

    private Map<TargetId, HeldRecord> asked(Set<TargetId> ids) {
        Map<TargetId, HeldRecord> held = new HashMap<>();
        engine.roads().target().held(everything.of(ids)).forEachRemaining(one -> held.put(one.id(), one));
        return held;
    }

    @Override
    public Set<TargetId> bearing(String sign) {
        return index == null ? Set.of() : index.marked(sign);
    }

    @Override
    public void known(TargetId id) {
        if (index != null) {
            id.alone().forEach(part -> index.take(part, OURS));
        }
    }

    @Override
    public boolean isKnown(TargetId id) {
        return index != null
                && id.alone().stream().allMatch(part -> index.takenBy(part).isPresent());
    }

    /** Tells of what bears a mark of ours and that nobody said to be known. What the mark says may be anybody's text. */
    void tellUnknown(Consumer<Mismatch> told) {
        if (file == null) {
            return;
        }
        long place = 0;
        List<HeldFile.Bearing> some = file.untaken(place);
        while (!some.isEmpty()) {
            for (HeldFile.Bearing one : some) {
                place = one.place();
                signs.mapping(one.mark())
                        .ifPresent(mapping ->
                                told.accept(new Mismatch(Sort.UNKNOWN, mapping, "", new TargetId(one.id()))));
            }
            some = file.untaken(place);
        }
    }

    @Override
    public void close() {
        if (index != null) {
            index.close();
        }
    }
}
