package io.dragoman.run;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is left to send of an update when fields that people changed in the target stay as they are. A field that a person gave the
 * very value the source has now is nobody's conflict. Thread-safe.
 */
public final class Yielding {
    /** What an update found changed that is no field: somebody deleted the record itself. */
    public static final String DELETED = "deleted-by-people";

    /** Fields that mean nothing without each other. */
    private static final List<Set<String>> TOGETHER = List.of(
            Set.of("pipeline", "stage"),
            Set.of("status", "won_time", "lost_time", "lost_reason"),
            Set.of("due_date", "due_time"),
            Set.of("person", "participants"));

    private final Edits edits;
    private final LooseLinks looseLinks;

    public Yielding(Edits edits, LooseLinks looseLinks) {
        this.edits = edits;
        this.looseLinks = looseLinks;
    }

    /**
     * What becomes of an update.
     *
     * @param write null when nothing is left to send
     * @param fields those that are kept although the source has another value for them
     */
    public record Kept(@Nullable TargetWrite write, Set<String> fields) {}

    /**
     * Takes out of an update what stays as people made it.
     *
     * @param known what we wrote last
     * @param now what is there, with its faces
     * @param ours fields of which we wrote the value that was there before a person changed it
     */
    public Kept of(TargetWrite update, Lineage known, HeldRecord now, Mapping mapping, Set<String> ours) {
        Set<String> edited = new TreeSet<>(edits.of(known, now));
        edited.retainAll(update.changed());
        edited.retainAll(ours);
        // a link that shows nothing because its record is gone is nobody's choice
        edited.removeAll(looseLinks.among(edited, mapping, known.made().orElseThrow(), now));
        if (edited.isEmpty()) {
            return new Kept(update, Set.of());
        }
        Set<String> conflicts = edits.otherThan(update.record(), now, edited);
        Set<String> lost = new TreeSet<>(conflicts);
        lost.removeIf(field -> !sourceWins(mapping, field));
        conflicts.removeAll(lost);
        Set<String> kept = together(conflicts, update.changed());
        Set<String> left = new TreeSet<>(update.changed());
        left.removeAll(kept);
        left.removeAll(edited);
        left.addAll(lost);
        left.removeAll(kept);
        if (left.isEmpty()) {
            return new Kept(null, kept);
        }
        TargetRecord made = known.made().orElseThrow();
        TargetRecord record = as(made, update.record(), kept);
        lost.retainAll(left);
        TargetRecord before = lost.isEmpty() ? update.before() : held(made, now, lost);
        return new Kept(new TargetWrite(Verb.UPDATE, record, update.targetId(), left, before), kept);
    }

    /** The word for an update of which nothing is left to send because people's values stay. */
    public static TargetWrite nothing(TargetWrite update) {
        return new TargetWrite(Verb.UPDATE, update.record(), update.targetId(), Set.of());
    }

    /** Whether this is that word. */
    public static boolean isNothing(TargetWrite write) {
        return write.verb() == Verb.UPDATE && write.changed().isEmpty();
    }

    private static boolean sourceWins(Mapping mapping, String field) {
        Mapping.Lines lines = mapping.lines();
        Collection<Mapping.Row> rows = field.equals(Differ.LINES) && lines != null ? lines.rows() : mapping.rows();
        return rows.stream()
                .anyMatch(row -> row.sourceWins()
                        && (field.equals(Differ.LINES) || row.target().equals(field)));
    }

    private static Set<String> together(Set<String> conflicts, Set<String> changed) {
        Set<String> all = new TreeSet<>(conflicts);
        for (Set<String> group : TOGETHER) {
            if (group.stream().anyMatch(conflicts::contains)) {
                Set<String> others = new HashSet<>(group);
                others.retainAll(changed);
                all.addAll(others);
            }
        }
        return all;
    }

    /** The record with these fields as another one has them, so that the ledger says only what was really sent. */
    private static TargetRecord as(TargetRecord other, TargetRecord record, Set<String> fields) {
        Map<String, Object> standard = new LinkedHashMap<>(record.fields());
        Map<String, Object> custom = new LinkedHashMap<>(record.customFields());
        for (String field : fields) {
            copy(field, other.fields(), standard);
            copy(field, other.customFields(), custom);
        }
        return new TargetRecord(
                record.mapping(),
                record.kind(),
                record.key(),
                record.keptAs(),
                standard,
                custom,
                fields.contains(Differ.LINES) ? other.lines() : record.lines(),
                record.references());
    }

    private static TargetRecord held(TargetRecord made, HeldRecord now, Set<String> fields) {
        Map<String, Object> standard = new LinkedHashMap<>(made.fields());
        Map<String, Object> custom = new LinkedHashMap<>(made.customFields());
        for (String field : fields) {
            if (made.customFields().containsKey(field) || now.customFields().containsKey(field)) {
                copy(field, now.customFields(), custom);
            } else {
                copy(field, now.fields(), standard);
            }
        }
        return new TargetRecord(
                made.mapping(), made.kind(), made.key(), made.keptAs(), standard, custom, made.lines(), List.of());
    }

    private static void copy(String field, Map<String, Object> from, Map<String, Object> to) {
        Object value = from.get(field);
        if (value == null) {
            to.remove(field);
        } else {
            to.put(field, value);
        }
    }
}
