package io.dragoman.app;

import io.dragoman.ledger.Approval;
import io.dragoman.ledger.RunMode;
import io.dragoman.run.UndoScope;
import java.time.Instant;

/** The verbs that faults are tried on, in the order a practice uses them; each goes on when it is started again. */
enum FaultVerb {
    /** With {@code approve} and {@code prepare} before it. */
    RUN {
        @Override
        void go(Engine engine, Progress progress) {
            Gatekeeper gate = engine.gatekeeper();
            if (engine.ledger().approvals().latest(Approval.Kind.MAPPING).isEmpty()) {
                engine.ledger()
                        .approvals()
                        .approve(Approval.Kind.MAPPING, "Test Person", gate.mappingHash(), Instant.now());
            }
            PrepareCommand.prepare(engine, progress, false);
            new Journey(engine, progress, RunMode.RUN, false).go((mapping, key) -> true);
        }
    },
    /** The export as it is some days later. */
    DELTA {
        @Override
        void go(Engine engine, Progress progress) {
            engine.gatekeeper().mustBeApproved();
            new Journey(engine, progress, RunMode.DELTA, false).go((mapping, key) -> true);
        }
    },
    ROLLBACK {
        @Override
        void go(Engine engine, Progress progress) {
            try (Rollback rollback = new Rollback(engine, progress, UndoScope.MIGRATION, false)) {
                rollback.go(false);
            }
        }
    };

    abstract void go(Engine engine, Progress progress);
}
