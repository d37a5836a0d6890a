package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Lineages.Place;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.SourceDeletions;
import io.dragoman.ledger.SourceDeletions.Outcome;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Closure;
import io.dragoman.run.Edits;
import io.dragoman.run.Keeping;
import io.dragoman.run.Kept;
import io.dragoman.run.Links;
import io.dragoman.run.Needed;
import io.dragoman.run.Phase;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import io.dragoman.run.Yielding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records that were moved and are at the source no more. Found before the first phase, so that others who share their target
 * record inherit it instead of being made again; treated after the last one, children first, as the migration's policy says.
 */
final class Deletions {
    /** So many at once are no mistake, however small the practice is. */
    private static final long FEW = 10;

    /** More than this share of a mapping's records at once looks like a broken export. */
    private static final int SHARE = 5;

    static final String MANY = "many-deleted";

    private final Engine engine;
    private final Ledger ledger;
    private final String run;
    private final Map<String, Set<String>> deleted = new LinkedHashMap<>();
    private final Set<String> many = new HashSet<>();
    private long unproven;
    private @Nullable Keeping keeping;

    Deletions(Engine engine, String run) {
        this.engine = engine;
        this.ledger = engine.ledger();
        this.run = run;
    }

    /** Records that the export does not hold, of which it does not prove that they were deleted. */
    long unproven() {
        return unproven;
    }

    /**
     * Finds what of a mapping was deleted, once every write of it has its answer: what we made of others is handed over, what shared another's record leaves the
     * ledger, and entries in quarantine of records that are no more are closed.
     */
    void find(Mapping mapping) {
        String name = mapping.name();
        engine.doubts().settle(phase(mapping)); // what has no answer can be handed over to nobody
        boolean whole = engine.staging().proof().whole(mapping.sourceObject());
        Set<String> keys = new HashSet<>();
        Iterator<Place> places = ledger.lineages().places(name);
        long records = 0;
        while (places.hasNext() && !engine.stop().asked()) {
            Place place = places.next();
            records++;
            if (!engine.atSource(name, place.key())) {
                if (!isDeleted(mapping, place.key(), whole)) {
                    unproven++;
                } else if (!shared(name, place)) {
                    keys.add(place.key());
                }
            }
        }
        deleted.put(name, keys);
        if (keys.size() > Math.max(FEW, records / SHARE)) {
            many.add(name);
        }
        back(name);
        for (String key : ledger.quarantine().openKeys(name)) {
            if (!engine.atSource(name, key) && isDeleted(mapping, key, whole)) {
                ledger.quarantine().resolve(name, key, run);
            }
        }
    }

    private boolean isDeleted(Mapping mapping, String key, boolean whole) {
        return whole
                || engine.staging()
                                .layout()
                                .object(mapping.sourceObject())
                                .key()
                                .equals(mapping.identity().lineage())
                        && engine.staging().proof().deleted(mapping.sourceObject(), key);
    }

    /** Whether the target record goes on to belong to others. */
    private boolean shared(String mapping, Place place) {
        if (place.joined()) {
            ledger.lineages().forget(run, mapping, place.key());
        } else if (!ledger.files().handOver(run, mapping, place.key())) {
            return false;
        }
        ledger.sourceDeletions().note(run, mapping, place.key(), Outcome.SHARED, "");
        return true;
    }

    /** Lets go of those that are at the source again, and of a delete that a crash kept from being noted. */
    private void back(String mapping) {
        for (SourceDeletions.Entry entry : ledger.sourceDeletions().all(mapping)) {
            boolean open = entry.outcome() == Outcome.REPORTED || entry.outcome() == Outcome.KEPT;
            if (engine.atSource(mapping, entry.key())) {
                ledger.sourceDeletions().back(mapping, entry.key());
            } else if (open && ledger.lineages().target(mapping, entry.key()).isEmpty()) {
                if (wasTakenBack(mapping, entry.key())) {
                    ledger.sourceDeletions().back(mapping, entry.key());
                } else {
                    ledger.sourceDeletions().note(run, mapping, entry.key(), Outcome.DELETED, "");
                }
            }
        }
    }

    /** Whether a rollback let the record go, and not the policy for what was deleted. */
    private boolean wasTakenBack(String mapping, String key) {
        return ledger.writes().of(mapping, key).stream()
                .reduce((before, after) -> after)
                .flatMap(last -> ledger.runs().find(last.run()))
                .filter(by -> by.mode() == RunMode.ROLLBACK)
                .isPresent();
    }

    /** Does with a mapping's deleted records what the policy says; those of mappings that link to it were treated before. */
    void treat(Mapping mapping) {
        Set<String> keys = deleted.getOrDefault(mapping.name(), Set.of());
        DeletedPolicy.Way way = engine.file().deleted().of(mapping.name());
        if (way == DeletedPolicy.Way.REPORT || way == DeletedPolicy.Way.CLOSE && !Closure.knows(mapping.targetKind())) {
            keys.forEach(key -> note(mapping, key, Outcome.REPORTED, ""));
        } else if (many.contains(mapping.name()) && !engine.file().waived().contains(MANY)) {
            keys.forEach(key -> note(mapping, key, Outcome.KEPT, MANY));
        } else if (way == DeletedPolicy.Way.CLOSE) {
            close(mapping, keys);
        } else {
            delete(mapping, keys);
        }
        back(mapping.name());
    }

    private void close(Mapping mapping, Set<String> keys) {
        Map<String, TargetWrite> writes = new LinkedHashMap<>();
        for (Lineage known : open(mapping, ours(mapping, keys))) {
            Closure.of(known)
                    .ifPresentOrElse(
                            write -> writes.put(known.key(), write),
                            () -> note(mapping, known.key(), Outcome.CLOSED, ""));
        }
        send(mapping, writes);
        Map<String, TargetWrite> left = new HashMap<>(writes);
        for (Lineage known : ours(mapping, writes.keySet())) {
            if (Closure.of(known).isEmpty()) {
                left.remove(known.key());
                note(mapping, known.key(), Outcome.CLOSED, "");
            }
        }
        left.keySet().forEach(key -> note(mapping, key, Outcome.KEPT, "refused"));
    }

    private void delete(Mapping mapping, Set<String> keys) {
        List<Lineage> ours = untouched(mapping, ours(mapping, keys));
        Set<TargetId> targets = new HashSet<>();
        ours.forEach(known -> targets.add(known.target()));
        Set<TargetId> needed =
                new Needed(ledger.lineages(), engine.blueprint().mappings().phases()).of(mapping, targets);
        Map<String, TargetWrite> writes = new LinkedHashMap<>();
        for (Lineage known : ours) {
            if (needed.contains(known.target())) {
                note(mapping, known.key(), Outcome.KEPT, "others link to it");
            } else {
                note(mapping, known.key(), Outcome.REPORTED, ""); // a crash from here on is no secret
                writes.put(
                        known.key(),
                        new TargetWrite(Verb.DELETE, known.made().orElseThrow(), known.target(), Set.of()));
            }
        }
        send(mapping, writes);
        writes.keySet().stream()
                .filter(key -> ledger.lineages().target(mapping.name(), key).isPresent())
                .forEach(key -> note(mapping, key, Outcome.KEPT, "refused"));
    }

    /** Those we made; what the account had before us is not ours to close or delete. */
    private List<Lineage> ours(Mapping mapping, Set<String> keys) {
        List<Lineage> ours = new ArrayList<>();
        for (String key : keys) {
            ledger.lineages().find(mapping.name(), key).ifPresent(known -> {
                if (known.createdByUs()) {
                    ours.add(known);
                } else {
                    note(mapping, key, Outcome.KEPT, "it was there before");
                }
            });
        }
        return ours;
    }

    /** Those in which nobody changed what closing would write, and that are still there. */
    private List<Lineage> open(Mapping mapping, List<Lineage> ours) {
        Edits edits = new Edits(ledger.writes(), engine.roads().target());
        Set<String> end = Closure.fields(mapping.targetKind());
        List<Lineage> open = new ArrayList<>();
        for (Lineage known : ours) {
            Optional<HeldRecord> now = now(mapping, known);
            Set<String> changed =
                    new TreeSet<>(now.map(there -> edits.of(known, there)).orElse(Set.of()));
            changed.retainAll(end);
            if (changed.isEmpty()) {
                now.ifPresent(there -> open.add(known));
            } else {
                keep(mapping, known, new Kept(mapping.name(), known.key(), Kept.Reason.EDITED, changed));
            }
        }
        return open;
    }

    /** Those nobody worked on since, and that are still there. */
    private List<Lineage> untouched(Mapping mapping, List<Lineage> ours) {
        List<Lineage> untouched = new ArrayList<>();
        for (Lineage known : ours) {
            now(mapping, known)
                    .ifPresent(there -> keeping()
                            .of(known, there)
                            .ifPresentOrElse(kept -> keep(mapping, known, kept), () -> untouched.add(known)));
        }
        return untouched;
    }

    /** What is there; a record that somebody deleted is told, and asks for nothing more. */
    private Optional<HeldRecord> now(Mapping mapping, Lineage known) {
        Optional<HeldRecord> now = engine.existing().now(mapping.targetKind(), known.target());
        if (now.isEmpty()) {
            ledger.edits().saw(run, mapping.name(), known.key(), Set.of(Yielding.DELETED));
            note(mapping, known.key(), Outcome.KEPT, Yielding.DELETED);
        }
        return now;
    }

    private void keep(Mapping mapping, Lineage known, Kept kept) {
        ledger.edits().saw(run, mapping.name(), known.key(), kept.edits());
        note(mapping, known.key(), Outcome.KEPT, kept.reason().words());
    }

    /** What people did since our first write is looked for once, and only when something is to go. */
    private Keeping keeping() {
        Keeping made = keeping;
        if (made == null) {
            Links links =
                    new Links(engine.kinds(), engine.blueprint().mappings().all());
            try (Sight sight = new Sight(engine)) {
                Survey survey = new Survey(engine, sight, links);
                survey.read(ledger.runs().all().get(0).started());
                made = survey.keeping(new Edits(ledger.writes(), engine.roads().target()), false);
            }
            keeping = made;
        }
        return made;
    }

    private void send(Mapping mapping, Map<String, TargetWrite> writes) {
        if (writes.isEmpty() || engine.stop().asked()) {
            return;
        }
        Phase phase = phase(mapping);
        engine.roads().target().send(phase, List.copyOf(writes.values()).iterator());
        engine.doubts().settle(phase);
    }

    private Phase phase(Mapping mapping) {
        return Phase.ofWrites(run, mapping, engine.reading(mapping), new Tally(), new Stop(engine.stop()));
    }

    private void note(Mapping mapping, String key, Outcome outcome, String reason) {
        ledger.sourceDeletions().note(run, mapping.name(), key, outcome, reason);
    }
}
