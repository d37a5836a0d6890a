package io.dragoman.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * Work of planned faults that waits until somebody lists what changed lately: what gets lost is gone before such a list
 * is made, what arrives late is there after it. Thread-safe.
 */
final class Later {
    private static final List<String> LISTS =
            List.of("leads", "products", "participants", "organizationRelationships", "files");
    private static final List<String> SCHEMA = List.of("pipelines", "stages", "activityTypes", "leadLabels");
    private final List<Runnable> losses = new ArrayList<>();
    private final List<Runnable> arrivals = new ArrayList<>();

    /** Some kinds have no list of what changed lately; the only lists they are in count instead. */
    static boolean isLook(Ask ask) {
        return !ask.writes()
                && (ask.query().containsKey("updated_since")
                        || (!ask.path().isEmpty()
                                && LISTS.contains(ask.path().get(ask.path().size() - 1))));
    }

    /** Whether no list of what changed lately shows it. */
    static boolean isOfSchema(Ask ask) {
        return ask.path().stream().anyMatch(part -> part.endsWith("Fields") || SCHEMA.contains(part));
    }

    synchronized void lose(Runnable loss) {
        losses.add(loss);
    }

    synchronized void arrive(Runnable arrival) {
        arrivals.add(arrival);
    }

    void beforeLook() {
        taken(losses).forEach(Runnable::run);
    }

    void afterLook() {
        taken(arrivals).forEach(Runnable::run);
    }

    synchronized void clear() {
        losses.clear();
        arrivals.clear();
    }

    private synchronized List<Runnable> taken(List<Runnable> waiting) {
        List<Runnable> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
