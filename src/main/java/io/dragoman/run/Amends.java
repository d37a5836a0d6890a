package io.dragoman.run;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Fields sent once more as they were sent before, because the account holds them otherwise and nobody wanted that. */
public final class Amends {
    private final Edits edits;

    public Amends(Edits edits) {
        this.edits = edits;
    }

    /**
     * The write that sends them; empty when people changed all of them meanwhile.
     *
     * @param fields names of those that were found otherwise
     * @param now what the account holds at this moment
     */
    public Optional<TargetWrite> of(Lineage row, Set<String> fields, HeldRecord now) {
        Set<String> changed = new TreeSet<>(fields);
        changed.removeAll(edits.of(row, now));
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        TargetRecord made = row.made().orElseThrow();
        return Optional.of(new TargetWrite(
                Verb.UPDATE, made, row.target(), changed, Adoption.before(made, made.fields(), now, changed)));
    }
}
