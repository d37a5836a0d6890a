package io.dragoman.audit;

import io.dragoman.ledger.Approval;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Run;
import java.util.HashMap;
import java.util.Map;

/** What stood behind each run when it began: its verb, and who had approved what it worked by. */
final class Standing {
    private record Behind(String verb, String mapping, String policy) {}

    private final Map<String, Behind> runs = new HashMap<>();

    Standing(Ledger ledger) {
        for (Run run : ledger.runs().all()) {
            runs.put(
                    run.id(),
                    new Behind(
                            run.mode().word(),
                            ledger.approvals().standing(Approval.Kind.MAPPING, run.started()),
                            ledger.approvals().standing(Approval.Kind.COMPLIANCE, run.started())));
        }
    }

    void add(Map<String, String> line, String run) {
        Behind behind = runs.get(run);
        if (behind != null) {
            line.put(LogLine.RUN_VERB, behind.verb());
            line.put(LogLine.MAPPING_BY, behind.mapping());
            line.put(LogLine.POLICY_BY, behind.policy());
        }
    }
}
