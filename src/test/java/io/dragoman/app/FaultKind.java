package io.dragoman.app;

import io.dragoman.sandbox.Faults;
import org.jspecify.annotations.Nullable;

/** What can be made to fail once, and at which seam its pass is counted. */
enum FaultKind {
    REQUEST_LOST(Seam.REQUEST, Faults.Kind.RESET_BEFORE_COMMIT),
    ANSWER_LOST(Seam.REQUEST, Faults.Kind.LOST_ANSWER_AFTER_COMMIT),
    /** The work is done only after somebody looked for it in vain. */
    REQUEST_LATE(Seam.REQUEST, Faults.Kind.LATE_COMMIT),
    ANSWER_HALF(Seam.REQUEST, Faults.Kind.HALF_BODY_AFTER_COMMIT),
    BUSY(Seam.REQUEST, Faults.Kind.HTTP_503),
    /** Busy from this request on until the verb ends. */
    AWAY(Seam.REQUEST, Faults.Kind.HTTP_503),
    ERROR_BEFORE(Seam.REQUEST, Faults.Kind.HTTP_500_BEFORE_COMMIT),
    ERROR_AFTER(Seam.REQUEST, Faults.Kind.HTTP_500_AFTER_COMMIT),
    UNPAID(Seam.REQUEST, Faults.Kind.PAYMENT_402),
    /** The commit does not reach the disk, and the database says so. */
    COMMIT_REFUSED(Seam.COMMIT, null),
    /** The commit reaches the disk, and the database says that it did not. */
    COMMIT_DENIED(Seam.COMMIT, null),
    LEDGER_UNREADABLE(Seam.LEDGER_READ, null),
    /** Opening a file, or reading on in it. */
    FILE_UNREADABLE(Seam.FILE, null),
    /** The file is gone from then on until the verb ends. */
    FILE_GONE(Seam.FILE, null),
    KILLED_BEFORE_REQUEST(Seam.REQUEST, Faults.Kind.UNAUTHORIZED_401),
    KILLED_AFTER_REQUEST(Seam.REQUEST, Faults.Kind.HTML_200_AFTER_COMMIT),
    KILLED_BEFORE_COMMIT(Seam.COMMIT, null),
    KILLED_AFTER_COMMIT(Seam.COMMIT, null);

    /** Where passes are counted, each from 1 when a verb starts. */
    enum Seam {
        REQUEST,
        COMMIT,
        LEDGER_READ,
        FILE
    }

    private final Seam seam;
    private final Faults.@Nullable Kind atTarget;

    FaultKind(Seam seam, Faults.@Nullable Kind atTarget) {
        this.seam = seam;
        this.atTarget = atTarget;
    }

    Seam seam() {
        return seam;
    }

    /** What the sandbox does then; null for what does not happen there. */
    Faults.@Nullable Kind atTarget() {
        return atTarget;
    }

    boolean kills() {
        return name().startsWith("KILLED");
    }
}
