package io.dragoman.run;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetRecord.Reference;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which records were written with another user than their owner has now, and the write that changes their owner and
 * nothing else. Only people with a user of their own get records: nothing ever moves to the fallback. Thread-safe.
 */
public final class Reassignment {
    private static final String NOTE = "note";

    private final Ledger ledger;
    private final OwnerMatch owners;

    /** @param owners as matched with the account */
    public Reassignment(Ledger ledger, OwnerMatch owners) {
        this.ledger = ledger;
        this.owners = owners;
    }

    /** Who gives a record to whom. @param person source key of the owner */
    public record Move(String person, TargetId from, TargetId to) {}

    /**
     * A change of a record's owner.
     *
     * @param fingerprint of the source record it was last written from: what changed at the source since waits for a run
     * @param before what we wrote last
     */
    public record Change(TargetWrite write, String fingerprint, TargetRecord before, List<Move> moves) {}

    /** Whether records of this mapping have owners. The author of a note wrote it, whoever is responsible now. */
    public boolean concerns(Mapping mapping) {
        return !mapping.targetKind().equals(NOTE)
                && mapping.rows().stream()
                        .anyMatch(row -> row.through().stream().anyMatch(owners::answersFor));
    }

    /**
     * The change a record needs; empty when it points to the right user, is not in the target, or its owner was never ours.
     *
     * @param mapped what the mapping makes of the source record, its links unresolved
     */
    public Optional<Change> of(TargetRecord mapped) {
        return ledger.lineages()
                .find(mapped.mapping(), mapped.key())
                .filter(known -> !known.joined())
                .flatMap(known -> change(known, mapped));
    }

    private Optional<Change> change(Lineage known, TargetRecord mapped) {
        TargetRecord made = known.made().orElseThrow();
        TargetRecord record = made;
        List<Move> moves = new ArrayList<>();
        Set<String> changed = new TreeSet<>();
        for (Reference reference : mapped.references()) {
            Mapping.Row row = reference.row();
            Object now = (row.custom() ? made.customFields() : made.fields()).get(row.target());
            Optional<String> person = person(reference);
            Optional<TargetId> user = person.flatMap(owners::ownUser);
            if (user.isPresent()
                    && now instanceof TargetId from
                    && !from.equals(user.get())
                    && isOurs(known, row.target())) {
                record = record.with(row.target(), row.custom(), user.get());
                changed.add(row.target());
                moves.add(new Move(person.orElseThrow(), from, user.get()));
            }
        }
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(
                        new TargetWrite(Verb.UPDATE, record, known.target(), changed),
                        known.fingerprint(),
                        made,
                        moves));
    }

    /** The people a record belongs to, each once. */
    public Set<String> people(TargetRecord mapped) {
        Set<String> people = new TreeSet<>();
        mapped.references().forEach(reference -> person(reference).ifPresent(people::add));
        return people;
    }

    /** The person a link leads to, as the linker finds it: the first one the source knows. */
    private Optional<String> person(Reference reference) {
        List<String> through = reference.row().through();
        for (int i = 0; i < Math.min(through.size(), reference.keys().size()); i++) {
            String key = reference.keys().get(i);
            if (key != null && owners.answersFor(through.get(i)) && owners.knows(key)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** A record the account had before us keeps an owner that we never wrote. */
    private boolean isOurs(Lineage known, String field) {
        return known.createdByUs()
                || Adopted.of(ledger.writes(), known.mapping(), known.key())
                        .changed()
                        .contains(field);
    }
}
