package io.dragoman.duplicates;

import io.dragoman.model.Human;
import io.dragoman.model.Humans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for humans that a source has twice. Only rows that share a mark are weighed, and only a few thousand are in memory at
 * once, with some 200 bytes for each of the others. For one thread, once.
 */
public final class DuplicateSearch {
    /** From here on a pair is proposed to a person. */
    public static final double PROPOSED = 0.5;

    private static final int IN_MEMORY = 20_000;

    private final Humans humans;
    private final MarkIndex index = new MarkIndex();
    private final Frequencies frequencies = new Frequencies();
    private final Weighing weighing = new Weighing(frequencies);
    private final Map<Long, Profile> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Profile> eldest) {
            return size() > IN_MEMORY;
        }
    };
    private final List<Likeness> pairs = new ArrayList<>();
    private long compared;

    private DuplicateSearch(Humans humans) {
        this.humans = humans;
    }

    /** Everything that may be there twice. */
    public static Duplicates among(Humans humans) {
        return new DuplicateSearch(humans).search();
    }

    private Duplicates search() {
        for (Human human : humans) {
            Profile one = Profile.of(human);
            int[] marks = Marks.of(one);
            Arrays.sort(marks);
            frequencies.add(one);
            index.add(human.row(), marks);
            known.put(human.row(), one);
        }
        index.sort();
        index.each(this::weighAll);
        pairs.sort(Comparator.comparingDouble(Likeness::probability)
                .reversed()
                .thenComparingLong(Likeness::leftRow)
                .thenComparingLong(Likeness::rightRow));
        List<Cluster> clusters = new Clusters(this::probability).of(pairs);
        return new Duplicates(frequencies.humans(), compared, index.passedOver(), List.copyOf(pairs), clusters);
    }

    private void weighAll(int mark, int[] places) {
        for (int i = 0; i < places.length; i++) {
            for (int j = i + 1; j < places.length; j++) {
                if (index.isFirstShared(mark, places[i], places[j])) {
                    weigh(known(index.row(places[i])), known(index.row(places[j])));
                }
            }
        }
    }

    private Profile known(long row) {
        Profile one = known.get(row);
        if (one == null) {
            one = Profile.of(humans.at(row));
            known.put(row, one);
        }
        return one;
    }

    private void weigh(Profile left, Profile right) {
        compared++;
        if (weighing.probability(left, right) >= PROPOSED) {
            pairs.add(weighing.likeness(left, right));
        }
    }

    private double probability(long left, long right) {
        return weighing.probability(known(left), known(right));
    }
}
