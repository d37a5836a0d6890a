package io.dragoman.run;

import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetId;
import java.util.Map;
import java.util.Set;

/** What an account holds of one kind, ready to be compared with the ledger. For one thread. */
public interface Holdings {
    /** What is held under these ids, with its faces; an id that is not answered is surely not there. */
    Map<TargetId, HeldRecord> of(Set<TargetId> ids);

    /** Records that bear a mark of ours, by what {@link Signs} calls it; empty for kinds that bear none. */
    Set<TargetId> bearing(String sign);

    /** Says that the ledger knows what these records are. */
    void known(TargetId id);

    /** Whether the ledger knows what the record is. */
    boolean isKnown(TargetId id);
}
