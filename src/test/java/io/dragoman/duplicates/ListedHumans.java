package io.dragoman.duplicates;

import io.dragoman.model.Human;
import io.dragoman.model.Humans;
import java.util.Iterator;
import java.util.List;

/** Humans held in memory; the first stands in row 1. */
record ListedHumans(List<Human> all) implements Humans {
    @Override
    public Human at(long row) {
        return all.get((int) row - 1);
    }

    @Override
    public Iterator<Human> iterator() {
        return all.iterator();
    }
}
