package io.dragoman.run;

import io.dragoman.model.TargetId;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** A set of ids of one kind. Accounts count their records up, so a million ids take some bits each. Not thread-safe. */
public final class Ids {
    private static final int LONGEST_NUMBER = 9;

    private final BitSet numbers = new BitSet();
    private final Set<TargetId> others = new HashSet<>();

    public void add(TargetId id) {
        if (isNumber(id)) {
            numbers.set(Integer.parseInt(id.value()));
        } else {
            others.add(id);
        }
    }

    public boolean contains(TargetId id) {
        return isNumber(id) ? numbers.get(Integer.parseInt(id.value())) : others.contains(id);
    }

    void remove(TargetId id) {
        if (isNumber(id)) {
            numbers.clear(Integer.parseInt(id.value()));
        } else {
            others.remove(id);
        }
    }

    /** All that are left, as a set of their own. */
    Set<TargetId> all() {
        Set<TargetId> all = new HashSet<>(others);
        numbers.stream().forEach(number -> all.add(new TargetId(Integer.toString(number))));
        return all;
    }

    private static boolean isNumber(TargetId id) {
        String value = id.value();
        return value.length() <= LONGEST_NUMBER && value.matches("0|[1-9][0-9]*");
    }
}
