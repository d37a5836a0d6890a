package io.dragoman.run;

import io.dragoman.ledger.Imprint;
import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Writes;
import io.dragoman.model.Face;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetRecord;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields of a record of ours somebody changed in the target since our last write. A field is an edit when it shows other
 * than the answer of that write did (the imprint), and other than what we sent. Where an answer was lost there is no imprint, and
 * only what we sent counts: a field we left empty may then have been filled unseen. Thread-safe.
 *
 * <p>{@code of(lineage, held)} gives the names of the fields, as {@code TargetWrite.changed} has them; what is held comes from
 * {@code Sight}, with all fields. {@code same(record, held, fields)} compares any record of ours with what is held.
 */
public final class Edits {
    /** One field under two names: a mapping uses the first, or the others. */
    private static final Map<String, Set<String>> BOTH = Map.of("due", Set.of("due_date", "due_time"));

    private final Writes writes;
    private final Target target;

    public Edits(Writes writes, Target target) {
        this.writes = writes;
        this.target = target;
    }

    /**
     * Names of the fields that somebody changed; empty for a record that is as we left it.
     *
     * @param ours not joined to another record
     * @param now with its faces
     */
    public Set<String> of(Lineage ours, HeldRecord now) {
        TargetRecord made = ours.made().orElseThrow();
        Imprint imprint = ours.imprint();
        Set<String> suspects = imprint == null ? now.faces().keySet() : imprint.otherThan(now);
        if (suspects.isEmpty()) {
            return Set.of();
        }
        Map<String, Face> sent = sent(made);
        Set<String> edits = new TreeSet<>();
        for (String key : suspects) {
            Face there = now.faces().get(key);
            Face ourFace = sent.get(key);
            if (there != null
                    && (ourFace == null ? imprint != null : !ourFace.text().equals(there.text()))) {
                edits.add(there.field());
            }
        }
        if (imprint == null && !ours.createdByUs()) {
            edits.retainAll(Adopted.of(writes, ours.mapping(), ours.key()).changed());
        }
        return oneName(edits, made);
    }

    /** Names of those of the fields in which the record shows other than it is held; a field that is not told is not among them. */
    public Set<String> otherThan(TargetRecord record, HeldRecord held, Set<String> fields) {
        Set<String> other = new TreeSet<>();
        Map<String, Face> sent = sent(record);
        held.faces().forEach((key, there) -> {
            if (fields.contains(there.field())) {
                String ours = Optional.ofNullable(sent.get(key)).map(Face::text).orElse("");
                if (!ours.equals(there.text())) {
                    other.add(there.field());
                }
            }
        });
        return other;
    }

    /** What cannot be sent any more, because a stage or a field of it is gone, says nothing about its fields. */
    private Map<String, Face> sent(TargetRecord record) {
        try {
            return target.asSent(record).faces();
        } catch (RecordProblem unsendable) {
            return Map.of();
        }
    }

    private static Set<String> oneName(Set<String> edits, TargetRecord made) {
        Set<String> named = new TreeSet<>(edits);
        BOTH.forEach((one, others) -> {
            Set<String> unused = made.fields().containsKey(one) ? others : Set.of(one);
            named.removeAll(unused);
        });
        return named;
    }
}
