package io.dragoman.app;

import io.dragoman.ledger.Lineages;
import io.dragoman.model.Catalogue;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.Mapping;
import io.dragoman.model.Policy.Passage;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetKind;
import io.dragoman.run.Likeness;
import io.dragoman.run.Matcher;
import io.dragoman.run.Recognition;
import io.dragoman.staging.HeldFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the account held before us, kind by kind: one pass over a list instead of a search for each record, and only when a
 * record asks for it, so that a run with nothing new reads nothing. Thread-safe.
 */
final class ExistingRecords implements AutoCloseable {
    private final Engine engine;
    private final Path folder;
    private final Likeness likeness;
    private final Map<String, HeldIndex> read = new HashMap<>();
    private Map<String, List<Catalogue.Field>> customFields = Map.of();

    ExistingRecords(Engine engine) {
        this.engine = engine;
        this.folder = engine.file().workFolder().resolve("staging");
        this.likeness = new Likeness(engine.file().source().region());
        HeldFile.sweep(folder);
    }

    /** Tells which custom fields the account has; before the first record. */
    synchronized void account(Catalogue catalogue) {
        customFields = catalogue.fields();
    }

    Likeness likeness() {
        return likeness;
    }

    /** Everything of a kind; the first caller reads it, the others wait. */
    synchronized HeldIndex of(String kind) {
        HeldIndex index = read.get(kind);
        if (index == null) {
            index = load(kind);
            read.put(kind, index);
        }
        return index;
    }

    /** Kinds that were asked for. */
    synchronized Set<String> kindsRead() {
        return new TreeSet<>(read.keySet());
    }

    /** One record as it is at this moment, with every field that a person can change; empty when the account has not got it. */
    Optional<HeldRecord> now(String kind, TargetId id) {
        TargetKind known = engine.kinds().get(kind);
        List<Catalogue.Field> custom = customFields().get(known == null ? kind : known.schemaKind());
        Iterator<HeldRecord> held = engine.roads().target().held(new HeldRequest(kind, null, custom, Set.of(id), null));
        return held.hasNext() ? Optional.of(held.next()) : Optional.empty();
    }

    private synchronized Map<String, List<Catalogue.Field>> customFields() {
        return customFields;
    }

    private HeldIndex load(String kind) {
        List<Recognition> recognitions = mappings(kind).stream()
                .map(mapping -> new Recognition(mapping, kindOf(mapping), likeness))
                .toList();
        HeldFile file = HeldFile.open(folder, kind);
        try {
            HeldIndex index = new HeldIndex(file);
            Iterator<HeldRecord> records = engine.roads().target().held(request(kind));
            while (records.hasNext()) {
                if (engine.stop().asked()) {
                    throw stopped();
                }
                HeldRecord held = records.next();
                Set<String> marks = new HashSet<>();
                recognitions.forEach(recognition -> marks.addAll(recognition.marks(held)));
                index.add(held, marks);
            }
            file.finish();
            mappings(kind).forEach(mapping -> taken(mapping, index));
            return index;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What an earlier run took over stays taken. */
    private void taken(Mapping mapping, HeldIndex index) {
        Lineages lineages = engine.ledger().lineages();
        if (lineages.adopted(mapping.name(), null) > 0) {
            lineages.forEach(mapping.name(), null, row -> {
                if (!row.createdByUs() && !row.joined()) {
                    index.take(row.target(), Matcher.taker(row.mapping(), row.key()));
                }
            });
        }
    }

    private HeldRequest request(String kind) {
        Set<String> fields = new HashSet<>();
        Set<String> custom = new HashSet<>();
        for (Mapping mapping : mappings(kind)) {
            for (Mapping.Row row : mapping.rows()) {
                if (engine.file().policy().passage(row, kindOf(mapping)) != Passage.NOT_AT_ALL) {
                    (row.custom() ? custom : fields).add(row.target());
                }
            }
            custom.add(mapping.identity().keptIn());
        }
        List<Catalogue.Field> known = new ArrayList<>();
        for (Catalogue.Field field : customFields.getOrDefault(kind, List.of())) {
            if (custom.remove(field.name())) {
                known.add(field);
            }
        }
        return new HeldRequest(kind, fields, known, null, null);
    }

    private List<Mapping> mappings(String kind) {
        return engine.blueprint().mappings().all().stream()
                .filter(mapping ->
                        mapping.targetKind().equals(kind) && mapping.identity().existing() != null)
                .toList();
    }

    private TargetKind kindOf(Mapping mapping) {
        return engine.blueprint().mappings().kindOf(mapping);
    }

    private static RunProblem stopped() {
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem("stopped", "", "The verb was stopped while it read the account. Run it again."));
    }

    @Override
    public synchronized void close() {
        read.values().forEach(HeldIndex::close);
        read.clear();
    }
}
