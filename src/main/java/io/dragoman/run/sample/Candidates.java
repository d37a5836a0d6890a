package io.dragoman.run.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few records for each trait, kept while all records pass by: memory grows with what there is to see and not with the
 * number of records. Among records that show the same, those that show more beside it stay. For one thread.
 */
public final class Candidates {
    private static final int KEPT = 4;

    private final Map<Integer, List<Candidate>> byTrait = new HashMap<>();
    private final Map<Integer, Double> farthest = new HashMap<>();

    /**
     * Shows a record.
     *
     * @param maker makes the candidate, and is only asked when it is wanted; gives null when the record cannot travel
     */
    public void offer(Showing showing, Supplier<@Nullable Candidate> maker) {
        if (!isWanted(showing)) {
            return;
        }
        Candidate candidate = maker.get();
        if (candidate == null) {
            showing.traits().stream().forEach(trait -> byTrait.computeIfAbsent(trait, any -> new ArrayList<>(KEPT)));
            return;
        }
        showing.traits().stream().forEach(trait -> enter(trait, candidate));
        for (Showing.Extreme extreme : showing.extremes()) {
            Double most = farthest.get(extreme.trait());
            if (most == null || extreme.measure() > most) {
                farthest.put(extreme.trait(), extreme.measure());
                List<Candidate> list = byTrait.computeIfAbsent(extreme.trait(), any -> new ArrayList<>(KEPT));
                list.forEach(one -> one.listed(-1));
                list.clear();
                list.add(candidate);
                candidate.listed(1);
            }
        }
    }

    private boolean isWanted(Showing showing) {
        int weight = showing.traits().cardinality();
        boolean far = showing.extremes().stream().anyMatch(extreme -> {
            Double most = farthest.get(extreme.trait());
            return most == null || extreme.measure() > most;
        });
        return far
                || showing.traits().stream().anyMatch(trait -> {
                    List<Candidate> list = byTrait.get(trait);
                    return list == null
                            || list.size() < KEPT
                            || list.get(KEPT - 1).weight() < weight;
                });
    }

    /** The heaviest comes first; the lightest makes room. */
    private void enter(int trait, Candidate candidate) {
        List<Candidate> list = byTrait.computeIfAbsent(trait, any -> new ArrayList<>(KEPT));
        int at = list.size();
        while (at > 0 && list.get(at - 1).weight() < candidate.weight()) {
            at--;
        }
        if (at >= KEPT) {
            return;
        }
        list.add(at, candidate);
        candidate.listed(1);
        if (list.size() > KEPT) {
            list.remove(KEPT).listed(-1);
        }
    }

    /** Everything that is kept, each once; the traits of the farthest are theirs from now on. */
    public Set<Candidate> all() {
        Set<Candidate> all = new LinkedHashSet<>();
        byTrait.forEach((trait, list) -> list.forEach(one -> {
            one.traits().set(trait);
            all.add(one);
        }));
        return all;
    }

    boolean occurs(int trait) {
        return byTrait.containsKey(trait);
    }

    /** Traits that occur, but only in records that cannot travel. */
    List<Integer> outOfReach() {
        return byTrait.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
