package io.dragoman.run;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.WriteRow;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The look back at the end of a run: what the target holds of the records made since the last look, against the ledger. A
 * second copy can only come from a request that was sent more than once, so nothing else is ever taken for one; some changes
 * make something too, such as a file with other bytes. What people changed or made is not looked at.
 */
public final class Sweep {
    static final String CHANNEL = "sweep";

    private final Ledger ledger;
    private final Target target;
    private final Map<String, String> inOrderUntil = new HashMap<>();
    private final @Nullable String oldest;
    private final Map<String, Made> made = new HashMap<>();

    /** Reads from the ledger what was made of each mapping since it was last in order. */
    public Sweep(Ledger ledger, Target target, List<Mapping> mappings) {
        this.ledger = ledger;
        this.target = target;
        for (Mapping mapping : mappings) {
            ledger.checkpoints().get(mapping.name(), CHANNEL).ifPresent(run -> inOrderUntil.put(mapping.name(), run));
        }
        oldest = inOrderUntil.size() < mappings.size()
                ? null // of one mapping nothing was ever looked at
                : inOrderUntil.values().stream()
                        .min(Comparator.comparing(Sweep::number))
                        .orElse(null);
        made(row -> made.computeIfAbsent(row.mapping(), any -> new Made()).add(row));
    }

    /**
     * What of a mapping's records is not in the target as the ledger says.
     *
     * @param copies deletes of second copies, each of which names the copy
     * @param missing source keys of records that have a receipt and are not there, with the ids they had
     */
    public record Found(List<TargetWrite> copies, Map<String, TargetId> missing) {}

    /**
     * Compares the records of a mapping that were made since it was last in order.
     *
     * @param listed whether the target lists all records of the kind; else only those that may be there twice are looked at
     */
    public Found look(Mapping mapping, boolean listed) {
        Made since = made.get(mapping.name());
        if (since == null || !listed && since.sentAgain.isEmpty()) {
            return new Found(List.of(), Map.of());
        }
        Map<TargetId, TargetWrite> copies = new HashMap<>();
        Iterator<Trace> traces = target.traces(since.request(mapping));
        while (traces.hasNext()) {
            Trace trace = traces.next();
            since.ids.remove(trace.id());
            TargetRecord record = since.sentAgain.get(trace.mark());
            if (record != null) {
                copy(record, trace.id())
                        .ifPresent(id -> copies.put(id, new TargetWrite(Verb.DELETE, record, id, Set.of())));
            }
        }
        return new Found(List.copyOf(copies.values()), listed ? missing(mapping, since.ids.all()) : Map.of());
    }

    /** Remembers that what this run and those before it made of a mapping was looked at, and is in order. */
    public void inOrder(Mapping mapping, String run) {
        ledger.checkpoints().put(mapping.name(), CHANNEL, run);
    }

    /**
     * What of the id is a second copy. Of a record of several parts those in the ledger stay, even when others of them are gone
     * or stand between the parts of the copy. A record that was taken back meanwhile has no copy: what is there then belongs to
     * nobody we know.
     */
    private Optional<TargetId> copy(TargetRecord record, TargetId id) {
        return ledger.lineages()
                .find(record.mapping(), record.key())
                .filter(Lineage::createdByUs)
                .flatMap(known -> id.without(known.target()));
    }

    /** A list may be a moment behind, so what it does not show is asked for by id before it counts as missing. */
    private Map<String, TargetId> missing(Mapping mapping, Set<TargetId> unseen) {
        Map<String, TargetId> missing = new HashMap<>();
        if (!unseen.isEmpty()) {
            unseen.removeAll(target.remaining(mapping.targetKind(), unseen));
            made(row -> {
                TargetId id = row.target();
                if (row.mapping().equals(mapping.name()) && id != null && unseen.contains(id) && isStillOurs(row, id)) {
                    missing.put(row.key(), id);
                }
            });
        }
        return missing;
    }

    private boolean isStillOurs(WriteRow row, TargetId id) {
        return ledger.lineages()
                .target(row.mapping(), row.key())
                .filter(id::equals)
                .isPresent();
    }

    private void made(Consumer<WriteRow> reader) {
        ledger.writes().made(oldest, row -> {
            String until = inOrderUntil.get(row.mapping());
            if (until == null || number(row.run()) > number(until)) {
                reader.accept(row);
            }
        });
    }

    private static int number(String run) {
        return Integer.parseInt(run.substring(1));
    }

    /** What a mapping made since the last look. */
    private static final class Made {
        private final Ids ids = new Ids();
        private final Map<String, TargetRecord> sentAgain = new HashMap<>();
        private @Nullable Instant since;

        void add(WriteRow row) {
            TargetId id = row.target();
            if (id != null && row.verb() == Verb.CREATE) {
                ids.add(id);
            }
            if (since == null || row.intendedAt().isBefore(since)) {
                since = row.intendedAt();
            }
            if (row.attempts() > 1) {
                TargetRecord record = row.write().record();
                sentAgain.put(record.mark(), record);
            }
        }

        TraceRequest request(Mapping mapping) {
            String field = mapping.identity().keptIn();
            return new TraceRequest(
                    mapping.targetKind(),
                    mapping.name(),
                    field == null ? Set.of() : Set.of(field),
                    since == null ? Instant.EPOCH : since,
                    List.copyOf(sentAgain.values()));
        }
    }
}
