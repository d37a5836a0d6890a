package io.dragoman.run.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for traits, in the order they were first seen, so that a set of them is a set of bits. For one thread. */
public final class TraitBook {
    private final Map<Trait, Integer> numbers = new HashMap<>();
    private final List<Trait> traits = new ArrayList<>();

    int number(Trait trait) {
        return numbers.computeIfAbsent(trait, one -> {
            traits.add(one);
            return traits.size() - 1;
        });
    }

    Trait trait(int number) {
        return traits.get(number);
    }

    int size() {
        return traits.size();
    }
}
