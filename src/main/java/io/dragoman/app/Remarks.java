package io.dragoman.app;

import io.dragoman.mapping.MappingNotes;
import io.dragoman.model.Mapping;
import io.dragoman.run.Tally;

/** What the mapper has to say of values on their way: counted with the phase they belong to, and held against what was signed. */
final class Remarks implements MappingNotes {
    private final UnlistedValues unlisted;
    private volatile Tally tally = new Tally();

    Remarks(UnlistedValues unlisted) {
        this.unlisted = unlisted;
    }

    /** From now on they are counted here; phases follow each other. */
    void countIn(Tally phase) {
        tally = phase;
    }

    /** Values that no mapping lists. */
    UnlistedValues unlisted() {
        return unlisted;
    }

    @Override
    public void noted(String code, Mapping.Row row) {
        tally.note(code + " " + row.target());
    }

    @Override
    public void unlisted(Object value, Mapping.Row row) {
        unlisted.unlisted(value, row);
    }
}
