package io.dragoman.run;

import io.dragoman.mapping.SchemaNeeds;
import io.dragoman.model.Bindings;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Problem;
import io.dragoman.model.SchemaItem;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What the account must have before the first record, held against what it has, and against what it had when it was prepared.
 *
 * @param checklist everything that is needed, in the order of the mappings, for a person to read
 * @param missing to make, in this order
 * @param bindings keys and ids of what is there
 * @param collisions what stands in the way: the same name with another type, or nearly the same name
 * @param gone what was bound once and is there no more; making or binding it anew mends that
 */
public record SchemaPlan(
        List<Entry> checklist,
        List<SchemaItem> missing,
        Map<String, String> bindings,
        List<Problem> collisions,
        List<Problem> gone) {

    /** What a thing that is needed is found to be. */
    public enum State {
        IS_THERE,
        /** Somebody gave it another name since it was bound; it is used all the same. */
        RENAMED,
        TO_MAKE,
        GONE,
        COLLIDES
    }

    /** A line of the checklist. @param note what a person should know; may be empty */
    public record Entry(String name, State state, String note) {}

    /**
     * Compares.
     *
     * @param labels of a choice, those from the source among them
     * @param fits whether a field of the account, by its own type word, can hold a type of ours
     * @param bound what was bound before; asked first, because names can be changed and keys cannot
     */
    public static SchemaPlan of(
            SchemaNeeds needs,
            Function<SchemaNeeds.Field, List<String>> labels,
            Catalogue catalogue,
            BiPredicate<String, FieldType> fits,
            Bindings bound) {
        SchemaDraft draft = new SchemaDraft(catalogue, fits, bound);
        needs.fields().forEach(need -> draft.field(need, labels.apply(need)));
        needs.pipelines().forEach(draft::pipeline);
        needs.activityTypes().forEach(draft::activityType);
        needs.leadLabels().forEach(draft::leadLabel);
        return draft.plan();
    }

    /** Names of what is there already, whoever made it. */
    public List<String> present() {
        return checklist.stream()
                .filter(entry -> entry.state() == State.IS_THERE || entry.state() == State.RENAMED)
                .map(Entry::name)
                .toList();
    }
}
