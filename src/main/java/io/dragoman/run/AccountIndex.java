package io.dragoman.run;

import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetId;
import java.util.Optional;
import java.util.Set;

/** The records of one kind that an account holds, as they were when they were read. Safe for several threads. */
public interface AccountIndex {
    /** Records that bear a mark of {@link Recognition}; empty when none does. */
    Set<TargetId> marked(String mark);

    /** What the record holds; empty when the account has none of this id. */
    Optional<HeldRecord> record(TargetId id);

    /** Which source record took the record over, in this verb or in an earlier run; empty when none did. */
    Optional<String> takenBy(TargetId id);

    /** Takes the record for a source record; false when another one has it. */
    boolean take(TargetId id, String by);
}
