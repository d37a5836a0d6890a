package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.staging.HeldFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the account holds now of the records we know, with every field that a person can change: a few are asked for by their ids, more
 * by one pass over the list of their kind into an index on disk. What a list does not show is asked for once more by its id before it
 * counts as gone. A kind that was listed stays as it was at that moment. For one thread.
 *
 * <p>{@code along(lineages, about)} goes with an iterator of lineages; {@code one(kind, id)} asks now.
 */
final class Sight implements AutoCloseable {
    /** So many lists of ids cost as much as a list of all, when the account holds five times as many. */
    private static final int FEW = 500;

    private static final int AT_ONCE = 100;

    private final Engine engine;
    private final Path folder;
    private final Map<String, HeldIndex> listed = new HashMap<>();

    Sight(Engine engine) {
        this.engine = engine;
        this.folder = engine.file().workFolder().resolve("staging");
    }

    /** A record we know. @param now null when the account has not got it any more */
    record Seen(Lineage lineage, @Nullable HeldRecord now) {}

    /** One record as it is at this moment; empty when the account has not got it. */
    Optional<HeldRecord> one(String kind, TargetId id) {
        Iterator<HeldRecord> held =
                engine.roads().target().held(HeldRequest.all(kind).of(id));
        return held.hasNext() ? Optional.of(held.next()) : Optional.empty();
    }

    /**
     * Each of the records and what the account holds of it, in the same order, a hundred at a time.
     *
     * @param rows of one kind
     * @param about how many there are, nearly; decides how the account is asked
     */
    Iterator<Seen> along(Iterator<Lineage> rows, long about) {
        return new Iterator<>() {
            private Iterator<Seen> lot = List.<Seen>of().iterator();

            @Override
            public boolean hasNext() {
                if (!lot.hasNext() && rows.hasNext()) {
                    List<Lineage> next = new ArrayList<>();
                    while (next.size() < AT_ONCE && rows.hasNext()) {
                        next.add(rows.next());
                    }
                    lot = look(next, about).iterator();
                }
                return lot.hasNext();
            }

            @Override
            public Seen next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return lot.next();
            }
        };
    }

    private List<Seen> look(List<Lineage> rows, long about) {
        String kind = rows.get(0).kind();
        Map<TargetId, HeldRecord> held = new HashMap<>();
        Set<TargetId> unseen = new HashSet<>();
        HeldIndex known = listed.get(kind);
        HeldIndex index = known == null && about > FEW && isListed(kind) ? listed(kind) : known;
        for (Lineage row : rows) {
            Optional<HeldRecord> there = index == null ? Optional.empty() : index.record(row.target());
            there.ifPresentOrElse(one -> held.put(row.target(), one), () -> unseen.add(row.target()));
        }
        if (!unseen.isEmpty()) {
            engine.roads()
                    .target()
                    .held(HeldRequest.all(kind).of(unseen))
                    .forEachRemaining(one -> held.put(one.id(), one));
        }
        return rows.stream().map(row -> new Seen(row, held.get(row.target()))).toList();
    }

    private boolean isListed(String kind) {
        return Optional.ofNullable(engine.kinds().get(kind))
                .filter(known -> known.listed())
                .isPresent();
    }

    private HeldIndex listed(String kind) {
        HeldIndex index = listed.get(kind);
        if (index == null) {
            index = load(HeldRequest.all(kind), held -> {});
            listed.put(kind, index);
        }
        return index;
    }

    /**
     * Reads a list once, and keeps what it shows for {@link #along}.
     *
     * @param request of all records of a kind, or of those that changed lately
     * @param passing is handed every record
     */
    void list(HeldRequest request, Consumer<HeldRecord> passing) {
        if (!listed.containsKey(request.kind())) {
            listed.put(request.kind(), load(request, passing));
        }
    }

    private HeldIndex load(HeldRequest request, Consumer<HeldRecord> passing) {
        HeldFile file = HeldFile.open(folder, "now-" + request.kind());
        try {
            HeldIndex index = new HeldIndex(file);
            Iterator<HeldRecord> records = engine.roads().target().held(request);
            while (records.hasNext()) {
                if (engine.stop().asked()) {
                    throw stopped();
                }
                HeldRecord held = records.next();
                index.add(held, Set.of());
                passing.accept(held);
            }
            file.finish();
            return index;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static RunProblem stopped() {
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem("stopped", "", "The verb was stopped while it read the account. Run it again."));
    }

    @Override
    public void close() {
        listed.values().forEach(HeldIndex::close);
        listed.clear();
    }
}
