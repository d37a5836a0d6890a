package io.dragoman.run;

import io.dragoman.ledger.Lineages;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.IfMissing;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetRecord.Line;
import io.dragoman.model.TargetRecord.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns old keys into new ids: a link names another mapping, and the ledger knows what that mapping's record became.
 * Thread-safe.
 */
public final class Linker {
    private final Lineages lineages;
    private final OwnerBook owners;
    private final Set<String> withheldWhole;
    private final BiPredicate<String, String> atSource;

    /**
     * @param withheldWhole mappings of which the policy lets nothing through; links to them are empty
     * @param atSource whether a mapping will read a record of this key; lets a plan follow links before anything exists
     */
    public Linker(
            Lineages lineages, OwnerBook owners, Set<String> withheldWhole, BiPredicate<String, String> atSource) {
        this.lineages = lineages;
        this.owners = owners;
        this.withheldWhole = Set.copyOf(withheldWhole);
        this.atSource = atSource;
    }

    /**
     * The record with its links resolved. Those that name a record which is not there yet, and may stay empty, are kept
     * as references, so that a later run looks again.
     *
     * @throws RecordProblem when a link that may not stay empty leads nowhere, or its owner is still to be decided
     */
    public TargetRecord link(TargetRecord record, Phase phase) {
        Map<String, Object> fields = new LinkedHashMap<>(record.fields());
        Map<String, Object> custom = new LinkedHashMap<>(record.customFields());
        List<Reference> open = new ArrayList<>();
        for (Reference reference : record.references()) {
            if (reference.several()) {
                List<TargetId> several = several(reference, record, phase, open);
                if (!several.isEmpty()) {
                    fields.put(reference.row().target(), several);
                }
                continue;
            }
            Optional<TargetId> id = resolve(reference, record, phase);
            id.ifPresent(found -> (reference.row().custom() ? custom : fields)
                    .put(reference.row().target(), found));
            if (id.isEmpty() && namesOne(reference)) {
                open.add(reference);
            }
        }
        List<Line> lines = new ArrayList<>(record.lines().size());
        for (Line line : record.lines()) {
            Map<String, Object> lineFields = new LinkedHashMap<>(line.fields());
            for (Reference reference : line.references()) {
                resolve(reference, record, phase)
                        .ifPresent(id -> lineFields.put(reference.row().target(), id));
            }
            lines.add(new Line(lineFields, List.of()));
        }
        return new TargetRecord(
                record.mapping(), record.kind(), record.key(), record.keptAs(), fields, custom, lines, open);
    }

    /** A link to several records of one mapping; those that are not there are judged one by one, and kept if they may stay away. */
    private List<TargetId> several(Reference reference, TargetRecord record, Phase phase, List<Reference> open) {
        Set<TargetId> ids = new LinkedHashSet<>();
        for (String key : reference.keys()) {
            if (key != null) {
                Reference one = new Reference(reference.row(), List.of(key));
                Optional<TargetId> id = resolve(one, record, phase);
                id.ifPresent(ids::add);
                if (id.isEmpty() && namesOne(one)) {
                    open.add(one);
                }
            }
        }
        return List.copyOf(ids);
    }

    /** Whether the source names a record that the policy would let through. */
    private boolean namesOne(Reference reference) {
        for (int i = 0; i < reference.keys().size(); i++) {
            if (reference.keys().get(i) != null
                    && !withheldWhole.contains(reference.row().through().get(i))) {
                return true;
            }
        }
        return false;
    }

    private Optional<TargetId> resolve(Reference reference, TargetRecord record, Phase phase) {
        Mapping.Row row = reference.row();
        for (int i = 0; i < row.through().size(); i++) {
            String key = reference.keys().get(i);
            String through = row.through().get(i);
            if (key == null || withheldWhole.contains(through)) {
                continue;
            }
            Optional<TargetId> id = find(through, key, record, row, phase);
            if (id.isPresent()) {
                return id;
            }
        }
        return missing(row, namesOne(reference), record);
    }

    private Optional<TargetId> find(String through, String key, TargetRecord record, Mapping.Row row, Phase phase) {
        if (owners.answersFor(through)) {
            return owners.userFor(
                    through,
                    key,
                    () -> problem(
                            "owner-waiting",
                            row,
                            record,
                            "the owner of this record is not decided yet. Decide it with `owners --import`, then replay."));
        }
        Optional<TargetId> id = phase.unknown().contains(through) ? Optional.empty() : lineages.target(through, key);
        if (id.isEmpty() && !phase.writes() && atSource.test(through, key)) {
            return Optional.of(TargetId.PLANNED);
        }
        return id;
    }

    private Optional<TargetId> missing(Mapping.Row row, boolean named, TargetRecord record) {
        if (row.ifMissing() == IfMissing.FALLBACK_OWNER) {
            return Optional.of(owners.fallback()
                    .orElseThrow(() -> problem(
                            "owner-missing",
                            row,
                            record,
                            "it has no owner and the migration file names no fallback. Set owners.fallback.")));
        }
        if (row.ifMissing() == IfMissing.QUARANTINE || (named && row.ifMissing() == IfMissing.UNLESS_NAMED)) {
            throw problem(
                    named ? "link-missing" : "link-empty",
                    row,
                    record,
                    named
                            ? "the record it belongs to did not arrive: set aside, left behind, or not in the source. Mend that one, then replay."
                            : "it names no record to belong to. Complete it at the source, or change if-missing.");
        }
        return Optional.empty();
    }

    private static RecordProblem problem(String code, Mapping.Row row, TargetRecord record, String advice) {
        return new RecordProblem(new Problem(
                code, row.place() + " \"" + row.target() + "\" " + record.mapping() + " " + record.key(), advice));
    }

    /** Who owns what: the source's people and the users they became. */
    public interface OwnerBook {
        /** Whether links through this mapping lead to users. */
        boolean answersFor(@Nullable String mapping);

        /**
         * The user for a person of the source; empty when the source does not know that person.
         *
         * @param waiting made and thrown when the person is known but not decided
         */
        Optional<TargetId> userFor(String mapping, String key, java.util.function.Supplier<RecordProblem> waiting);

        /** The user who gets what has no owner; empty when none is configured. */
        Optional<TargetId> fallback();
    }
}
