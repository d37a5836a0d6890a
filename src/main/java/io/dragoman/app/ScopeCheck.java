package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.run.UndoScope;

/** Refuses a rollback of what the migration does not have. */
final class ScopeCheck {
    private ScopeCheck() {}

    static void mustBeKnown(Engine engine, UndoScope scope) {
        String run = scope.run();
        if (run != null && engine.ledger().runs().find(run).isEmpty()) {
            throw refused("run-unknown", run, "the ledger has no such run. See `status`.");
        }
        String mapping = scope.mapping();
        if (mapping == null) {
            return;
        }
        if (engine.blueprint().mappings().phases().stream()
                .noneMatch(
                        one -> one.name().equals(mapping) && !one.targetKind().equals("user"))) {
            throw refused("mapping-unknown", mapping, "the migration writes nothing with this mapping. See `check`.");
        }
        String key = scope.key();
        if (key != null && engine.ledger().lineages().find(mapping, key).isEmpty()) {
            throw refused("record-unknown", mapping, "the ledger has no record of this key in the account.");
        }
    }

    private static RunProblem refused(String code, String place, String advice) {
        return new RunProblem(RunProblem.Ending.REFUSED, new Problem(code, place, advice));
    }
}
