package io.dragoman.run;

import io.dragoman.model.HeldRecord;
import io.dragoman.model.Identity;
import io.dragoman.model.Identity.Then;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Likeness.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping's policy writes to a record that the account had before us, and what was there. Values of ours that join a
 * list come after those that are there. Thread-safe.
 */
public final class Adoption {
    private final Likeness likeness;
    private final Map<String, Sort> lists;

    /** @param lists fields that hold several values of which none is taken away, and how these are compared */
    public Adoption(Likeness likeness, Map<String, Sort> lists) {
        this.likeness = likeness;
        this.lists = Map.copyOf(lists);
    }

    /** The write that makes a record of the account ours. */
    public TargetWrite adopt(TargetRecord record, HeldRecord held, Mapping mapping) {
        Then then = then(mapping);
        Set<String> changed = new TreeSet<>();
        Map<String, Object> fields = new LinkedHashMap<>(record.fields());
        record.fields().forEach((field, value) -> {
            if (then != Then.OVERWRITE && lists.containsKey(field)) {
                fields.put(field, joined(field, held.fields().get(field), value));
            }
            if (then == Then.OVERWRITE
                    || (then != Then.LEAVE && adds(field, held.fields().get(field), value))) {
                changed.add(field);
            }
        });
        record.customFields().forEach((field, value) -> {
            boolean empty = !held.customFields().containsKey(field);
            if (then == Then.OVERWRITE || field.equals(mapping.identity().keptIn()) || (then != Then.LEAVE && empty)) {
                changed.add(field);
            }
        });
        return new TargetWrite(
                Verb.ADOPT,
                record.withFields(fields),
                held.id(),
                changed,
                before(record, record.fields(), held, changed));
    }

    /**
     * The write that brings an adopted record up to date; null when the policy leaves it as it is.
     *
     * @param update what would be written to a record of our own
     * @param made what we wrote there last
     * @param ours fields we filled ourselves, which follow the source
     * @param held what is there now
     */
    public @Nullable TargetWrite update(
            TargetWrite update, TargetRecord made, Set<String> ours, HeldRecord held, Mapping mapping) {
        TargetRecord record = update.record();
        Map<String, Object> fields = new LinkedHashMap<>(record.fields());
        Set<String> changed = new TreeSet<>();
        for (String field : update.changed()) {
            boolean custom = record.customFields().containsKey(field)
                    || made.customFields().containsKey(field);
            if (then(mapping) == Then.OVERWRITE) {
                changed.add(field);
            } else if (!custom && lists.containsKey(field)) {
                Object value = record.fields().get(field);
                if (value != null && adds(field, held.fields().get(field), value)) {
                    changed.add(field);
                }
            } else if (ours.contains(field) || !(custom ? held.customFields() : held.fields()).containsKey(field)) {
                changed.add(field);
            }
        }
        if (then(mapping) != Then.OVERWRITE) {
            lists.keySet()
                    .forEach(list -> fields.computeIfPresent(
                            list, (field, value) -> joined(field, held.fields().get(field), value)));
        }
        return changed.isEmpty()
                ? null
                : new TargetWrite(
                        Verb.UPDATE,
                        record.withFields(fields),
                        update.targetId(),
                        changed,
                        before(made, made.fields(), held, changed));
    }

    /**
     * Fields of an update that hold what we wrote, unless a person changed them since. Lists only ever get longer, so nothing of a
     * person's is lost in them.
     */
    public Set<String> owned(TargetWrite update, Adopted adopted, Mapping mapping) {
        if (then(mapping) == Then.OVERWRITE) {
            return update.changed();
        }
        Set<String> owned = new TreeSet<>(adopted.changed());
        owned.removeAll(lists.keySet());
        return owned;
    }

    /** Changes that may concern an adopted record, so that it is worth asking what it holds. */
    public boolean mayConcern(TargetWrite update, TargetRecord made, Mapping mapping) {
        return switch (then(mapping)) {
            case OVERWRITE -> true;
            case LEAVE -> false;
            case FILL_EMPTY, ASK ->
                update.changed().stream().anyMatch(field -> mayConcern(field, update.record(), made));
        };
    }

    private boolean mayConcern(String field, TargetRecord record, TargetRecord made) {
        Object value = record.fields().get(field);
        return !lists.containsKey(field)
                || (value != null && adds(field, made.fields().get(field), value));
    }

    private static Then then(Mapping mapping) {
        Identity.Existing existing = mapping.identity().existing();
        return existing == null ? Then.LEAVE : existing.then();
    }

    private boolean adds(String field, @Nullable Object held, Object ours) {
        Sort list = lists.get(field);
        return held == null || (list != null && !likeness.forms(list, held).containsAll(likeness.forms(list, ours)));
    }

    private Object joined(String field, @Nullable Object held, Object ours) {
        Sort sort = lists.get(field);
        if (sort == null || !(held instanceof Collection<?> there)) {
            return ours;
        }
        List<Object> all = new ArrayList<>(there);
        Collection<?> several = ours instanceof Collection<?> many ? many : List.of(ours);
        for (Object one : several) {
            if (!likeness.forms(sort, all).containsAll(likeness.forms(sort, one))) {
                Object entry = one;
                if (one instanceof String text) {
                    entry = Map.of("value", text);
                }
                all.add(entry);
            }
        }
        return all;
    }

    /** The record as it was known, with the changed fields as the account holds them. */
    static TargetRecord before(TargetRecord known, Map<String, Object> standard, HeldRecord held, Set<String> changed) {
        Map<String, Object> fields = new LinkedHashMap<>(standard);
        Map<String, Object> custom = new LinkedHashMap<>(known.customFields());
        fields.keySet().removeAll(changed);
        custom.keySet().removeAll(changed);
        changed.forEach(field -> {
            Object there = held.fields().get(field);
            Object customThere = held.customFields().get(field);
            if (there != null) {
                fields.put(field, there);
            }
            if (customThere != null) {
                custom.put(field, customThere);
            }
        });
        return new TargetRecord(
                known.mapping(), known.kind(), known.key(), known.keptAs(), fields, custom, List.of(), List.of());
    }
}
