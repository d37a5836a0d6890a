package io.dragoman.contract;

import java.util.function.Consumer;

/** Something that must hold of every request and that no description says. */
@FunctionalInterface
interface Rule {

    /** @param fault takes each breach, in words without a value */
    void check(Asked asked, Consumer<String> fault);
}
