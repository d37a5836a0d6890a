package io.dragoman.run;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Outcome;
import io.dragoman.ledger.WriteRow;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Mismatch.Sort;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What the ledger says of one mapping's records, held against the account. Nothing is written. A million records take as much memory as
 * a few hundred. For one thread.
 */
public final class Comparison {
    /** As many as a list gives at once. */
    private static final int AT_ONCE = 500;

    private final Ledger ledger;
    private final Mapping mapping;
    private final TargetKind kind;
    private final Holdings account;
    private final Edits edits;
    private final LooseLinks looseLinks;
    private final FieldAges ages;
    private final Presence presence;
    private final Consumer<Mismatch> told;
    private final List<Lineage> waiting = new ArrayList<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private long settled;
    private long there;
    private long asWritten;

    /** @param told of each mismatch, in no order */
    public Comparison(
            Ledger ledger,
            Mapping mapping,
            TargetKind kind,
            Holdings account,
            Edits edits,
            LooseLinks looseLinks,
            Consumer<Mismatch> told) {
        this.ledger = ledger;
        this.mapping = mapping;
        this.kind = kind;
        this.account = account;
        this.edits = edits;
        this.looseLinks = looseLinks;
        this.ages = new FieldAges(ledger, mapping, kind);
        this.presence = new Presence(ledger, mapping, kind);
        this.told = told;
    }

    /**
     * How a mapping's records stand.
     *
     * @param settled source records that are in the account by the ledger, joined ones among them
     * @param there those of them whose record is there
     * @param asWritten those of them whose record holds what was written, but for what people changed
     */
    public record Standing(long settled, long there, long asWritten) {}

    /** A record that bears the mark of one of ours. @param beside whether ours is there too */
    private record Suspect(String key, TargetId id, boolean beside) {}

    /**
     * Looks at every record of the mapping.
     *
     * @param run in whose name it looks
     */
    public Standing look(String run, Stop stop) {
        Iterator<Lineage> rows = ledger.lineages().backwards(mapping.name());
        while (!stop.asked() && rows.hasNext()) {
            Lineage row = rows.next();
            settled++;
            if (row.joined()) { // it shares the record of another one, which is looked at
                there++;
                asWritten++;
            } else {
                waiting.add(row);
            }
            if (waiting.size() == AT_ONCE) {
                compareWaiting();
            }
        }
        compareWaiting();
        if (!stop.asked() && presence.isWhole()) {
            presence.remember(run);
        }
        return new Standing(settled, there, asWritten);
    }

    /** Tells of records that bear a mark of this mapping beside the one the ledger knows; once all of the kind was looked at. */
    public void lookForCopies() {
        for (Suspect suspect : suspects) {
            if (!account.isKnown(suspect.id())) {
                account.known(suspect.id());
                Sort sort = isSecondCopy(suspect) ? Sort.COPIED : Sort.DOUBLED;
                told.accept(new Mismatch(sort, mapping.name(), suspect.key(), suspect.id()));
                asWritten--;
            }
        }
        suspects.clear();
    }

    private void compareWaiting() {
        if (waiting.isEmpty()) {
            return;
        }
        Map<TargetId, HeldRecord> held =
                account.of(waiting.stream().map(Lineage::target).collect(Collectors.toSet()));
        // what was made last comes first
        Set<String> differed = ledger.writes()
                .differed(
                        mapping.name(),
                        waiting.get(waiting.size() - 1).order(),
                        waiting.get(0).order());
        for (Lineage row : waiting) {
            account.known(row.target());
            HeldRecord now = held.get(row.target());
            if (now == null) {
                // written once more beside a record that bears its mark, it might be there twice
                boolean borne = suspect(row, false);
                told.accept(new Mismatch(
                        borne ? Sort.DELETED : presence.without(row), mapping.name(), row.key(), row.target()));
            } else {
                there++;
                compare(row, now, differed.contains(row.key()));
                suspect(row, true);
            }
        }
        waiting.clear();
    }

    private void compare(Lineage row, HeldRecord now, boolean differed) {
        TargetRecord made = row.made().orElseThrow();
        Set<String> emptied = ages.emptied(row, made, now);
        Set<String> edited = new TreeSet<>(edits.of(row, now));
        edited.removeAll(emptied);
        edited.removeAll(looseLinks.among(edited, mapping, made, now));
        Set<String> differing = differed ? differing(row, made, now) : new TreeSet<>();
        differing.removeAll(edited);
        differing.removeAll(emptied);
        differing.removeAll(looseLinks.among(differing, mapping, made, now));
        tell(Sort.EDITED, row, edited);
        tell(Sort.EMPTIED, row, emptied);
        tell(Sort.DIFFERS, row, differing);
        if (emptied.isEmpty() && differing.isEmpty()) {
            asWritten++;
        }
    }

    private void tell(Sort sort, Lineage row, Set<String> fields) {
        if (!fields.isEmpty()) {
            told.accept(new Mismatch(sort, mapping.name(), row.key(), row.target()).about(fields));
        }
    }

    /** Fields of which an answer said that they are other than sent, and that still are. */
    private Set<String> differing(Lineage row, TargetRecord made, HeldRecord now) {
        Set<String> fields = new TreeSet<>();
        for (WriteRow write : ledger.writes().of(mapping.name(), row.key())) {
            fields.removeAll(write.write().changed());
            fields.addAll(write.differences());
        }
        if (mapping.lines() != null && !fields.isEmpty()) {
            fields.add(Differ.LINES); // they are sent together
        }
        return fields.isEmpty() ? fields : new TreeSet<>(edits.otherThan(made, now, fields));
    }

    /** Whether another record bears the mark of this one. */
    private boolean suspect(Lineage row, boolean beside) {
        if (!row.createdByUs() || !kind.listed()) {
            return false;
        }
        List<Suspect> others = account.bearing(Signs.of(row.made().orElseThrow(), mapping)).stream()
                .flatMap(id -> id.without(row.target()).stream())
                .map(id -> new Suspect(row.key(), id, beside))
                .toList();
        suspects.addAll(others);
        return !others.isEmpty();
    }

    /** Only a request that was sent more than once can have arrived twice; and what people worked on is not ours alone. */
    private boolean isSecondCopy(Suspect suspect) {
        boolean sentAgain = suspect.beside()
                && ledger.writes().of(mapping.name(), suspect.key()).stream()
                        .anyMatch(write -> write.verb() == Verb.CREATE
                                && write.outcome() == Outcome.SETTLED
                                && write.attempts() > 1);
        if (!sentAgain) {
            return false;
        }
        HeldRecord copy = account.of(Set.of(suspect.id())).get(suspect.id());
        TargetRecord made = ledger.lineages()
                .find(mapping.name(), suspect.key())
                .flatMap(Lineage::made)
                .orElseThrow();
        Set<String> fields = new TreeSet<>(made.fields().keySet());
        fields.addAll(made.customFields().keySet());
        return copy != null && edits.otherThan(made, copy, fields).isEmpty();
    }
}
