package io.dragoman.run;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of the records we made a rollback leaves, because people worked on them: with a change of any field, or with something
 * that is not ours and belongs to them. What such a record belongs to stays too, so children are asked about before their parents. For
 * one thread.
 */
public final class Keeping {
    private final Edits edits;
    private final LooseLinks looseLinks;
    private final Links links;
    private final BiPredicate<Lineage, HeldRecord> attached;
    private final boolean force;
    private final Map<String, Ids> needed = new HashMap<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /**
     * What people did counts, or it does not.
     *
     * @param looseLinks tells links that are empty because what they led to is gone
     * @param attached whether something that is not ours belongs to a record
     * @param force whether everything goes whatever people did
     */
    public Keeping(
            Edits edits, LooseLinks looseLinks, Links links, BiPredicate<Lineage, HeldRecord> attached, boolean force) {
        this.edits = edits;
        this.looseLinks = looseLinks;
        this.links = links;
        this.attached = attached;
        this.force = force;
    }

    /**
     * Why a record we made stays; empty when it goes.
     *
     * @param now null when the target has not got it any more
     */
    public Optional<Kept> of(Lineage row, @Nullable HeldRecord now) {
        if (force || now == null) {
            return Optional.empty();
        }
        Set<String> changed = changed(row, now);
        Kept.Reason reason = reason(row, now, changed);
        if (reason == null) {
            return Optional.empty();
        }
        need(links.of(row.made().orElseThrow()));
        need(links.of(row.kind(), now));
        return Optional.of(remember(new Kept(row.mapping(), row.key(), reason, changed)));
    }

    private Kept.@Nullable Reason reason(Lineage row, HeldRecord now, Set<String> changed) {
        if (!changed.isEmpty()) {
            return Kept.Reason.EDITED;
        }
        if (attached.test(row, now)) {
            return Kept.Reason.WORKED_ON;
        }
        Ids needs = needed.get(row.kind());
        return needs != null && needs.contains(row.target()) ? Kept.Reason.NEEDED : null;
    }

    /**
     * Fields of a record that was there before us which stay as somebody made them. One that is as it was before us is nobody's
     * work: a rollback that was killed may have put it back without a receipt.
     *
     * @param ours fields we changed
     * @param before the record as it is to be put back
     * @param now null when the target has not got it any more
     */
    public Set<String> staying(Lineage row, @Nullable HeldRecord now, Set<String> ours, TargetRecord before) {
        if (force || now == null) {
            return Set.of();
        }
        Set<String> staying = changed(row, now);
        staying.retainAll(ours);
        staying.retainAll(edits.otherThan(before, now, staying));
        if (!staying.isEmpty()) {
            remember(new Kept(row.mapping(), row.key(), Kept.Reason.PARTLY, staying));
        }
        return staying;
    }

    private Set<String> changed(Lineage row, HeldRecord now) {
        Set<String> changed = new TreeSet<>(edits.of(row, now));
        changed.removeAll(looseLinks.among(changed, row, now));
        return changed;
    }

    /** Adds what stays for another reason. */
    public Kept remember(Kept one) {
        kept.put(one.mapping() + "/" + one.key(), one);
        return one;
    }

    /** Everything that stays, in the order in which it was found. */
    public List<Kept> all() {
        return List.copyOf(kept.values());
    }

    private void need(Map<String, Set<TargetId>> more) {
        more.forEach((kind, ids) -> ids.forEach(needed.computeIfAbsent(kind, any -> new Ids())::add));
    }
}
