package io.dragoman.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts pairs together, the most probable first. Two groups become one only if no row of the one is somebody else than a row of
 * the other: a blurred row that resembles two twins brings them not together.
 */
final class Clusters {
    private static final double SOMEBODY_ELSE = 0.1;

    private final Weight weight;
    private final Map<Long, Group> groups = new LinkedHashMap<>();

    /** Weighs two rows. */
    interface Weight {
        double of(long left, long right);
    }

    /** Rows with their keys, and the pairs that hold them together. */
    private static final class Group {
        final TreeMap<Long, String> rows = new TreeMap<>();
        final List<Likeness> pairs = new ArrayList<>();
        double least = 1;
    }

    Clusters(Weight weight) {
        this.weight = weight;
    }

    /** @param pairs the most probable first */
    List<Cluster> of(List<Likeness> pairs) {
        pairs.forEach(this::add);
        Set<Group> distinct = new HashSet<>(groups.values());
        return distinct.stream()
                .filter(group -> group.rows.size() > 1)
                .sorted(Comparator.<Group>comparingInt(group -> -group.rows.size())
                        .thenComparing(group -> group.rows.firstKey()))
                .map(group -> new Cluster(List.copyOf(group.rows.values()), group.least, List.copyOf(group.pairs)))
                .toList();
    }

    private void add(Likeness pair) {
        Group left = group(pair.leftRow(), pair.left());
        Group right = group(pair.rightRow(), pair.right());
        if (left != right) {
            double least = least(left, right);
            if (least < SOMEBODY_ELSE) {
                return;
            }
            left.least = Math.min(least, Math.min(left.least, right.least));
            left.rows.putAll(right.rows);
            left.pairs.addAll(right.pairs);
            right.rows.keySet().forEach(row -> groups.put(row, left));
        }
        left.pairs.add(pair);
    }

    private Group group(long row, String key) {
        return groups.computeIfAbsent(row, any -> {
            Group group = new Group();
            group.rows.put(row, key);
            return group;
        });
    }

    private double least(Group left, Group right) {
        double least = 1;
        for (long one : left.rows.keySet()) {
            for (long other : right.rows.keySet()) {
                least = Math.min(least, weight.of(one, other));
            }
        }
        return least;
    }
}
