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
 * once, with some 130 bytes for each of the others. For one thread, once.
 */
public final class DuplicateSearch {
    /** From here on a pair is proposed to a person. */
    public static final double PROPOSED = 0.5;

    private static final int IN_MEMORY = 20_000;

    private final Humans humans;
    private final MarkIndex index = new MarkIndex();
    private final Frequencies frequencies = new Frequencies();
    private final Weighing weighing = new Weighing(frequencies);
    private final Map<Long, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
            return size() > IN_MEMORY;
        }
    };
    private final List<Likeness> pairs = new ArrayList<>();
    private long compared;

    private DuplicateSearch(Humans humans) {
        this.humans = humans;
    }

    private record Known(Profile profile, int[] marks) {
        static Known of(Human human) {
            Profile profile = Profile.of(human);
            int[] marks = Marks.of(profile);
            Arrays.sort(marks);
            return new Known(profile, marks);
        }
    }

    /** Everything that may be there twice. */
    public static Duplicates among(Humans humans) {
        return new DuplicateSearch(humans).search();
    }

    private Duplicates search() {
        for (Human human : humans) {
            Known one = Known.of(human);
            frequencies.add(one.profile());
            index.add(human.row(), one.marks());
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
        Known[] members = new Known[places.length];
        for (int i = 0; i < places.length; i++) {
            members[i] = known(index.row(places[i]));
        }
        for (int i = 0; i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                if (isFirstShared(mark, members[i].marks(), members[j].marks())) {
                    weigh(members[i].profile(), members[j].profile());
                }
            }
        }
    }

    private Known known(long row) {
        Known one = known.get(row);
        if (one == null) {
            one = Known.of(humans.at(row));
            known.put(row, one);
        }
        return one;
    }

    /** A pair that shares several marks is weighed at the first of them, so that no list of pairs has to be kept. */
    private boolean isFirstShared(int mark, int[] left, int[] right) {
        int i = 0;
        int j = 0;
        while (i < left.length && j < right.length) {
            if (left[i] == right[j]) {
                if (left[i] == mark || !index.isCrowded(left[i])) {
                    return left[i] == mark;
                }
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    private void weigh(Profile left, Profile right) {
        compared++;
        if (weighing.probability(left, right) >= PROPOSED) {
            pairs.add(weighing.likeness(left, right));
        }
    }

    private double probability(long left, long right) {
        return weighing.probability(known(left).profile(), known(right).profile());
    }
}
