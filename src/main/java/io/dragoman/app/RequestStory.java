package io.dragoman.app;

import io.dragoman.ledger.Approval;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.WriteRow;
import io.dragoman.model.TargetWrite.Verb;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The requests that made a record what it is. */
final class RequestStory {
    private final Ledger ledger;
    private final Explained found;

    RequestStory(Ledger ledger, Explained found) {
        this.ledger = ledger;
        this.found = found;
    }

    /** @param field only writes that sent it; null for all */
    void addTo(Report.Draft draft, @Nullable String field) {
        draft.section(
                "Requests",
                "",
                List.of(
                        "Entry",
                        "Run",
                        "Verb",
                        "Did",
                        "Fields",
                        "Outcome",
                        "Intended",
                        "Closed",
                        "Attempts",
                        "Tokens",
                        "Approved by"),
                ledger.writes().of(found.mapping().name(), found.key()).stream()
                        .filter(write -> field == null || sent(write, field))
                        .map(this::row)
                        .toList());
    }

    private static boolean sent(WriteRow write, String field) {
        return !write.verb().changes() || write.write().changed().stream().anyMatch(field::equalsIgnoreCase);
    }

    private List<String> row(WriteRow write) {
        String code = write.code();
        Optional<Run> run = ledger.runs().find(write.run());
        return List.of(
                write.seq() == 0 ? "open" : String.valueOf(write.seq()),
                write.run(),
                run.map(one -> one.mode().word()).orElse(""),
                write.verb().name().toLowerCase(Locale.ROOT),
                write.verb().changes()
                        ? String.join(", ", new TreeSet<>(write.write().changed()))
                        : write.verb() == Verb.CREATE ? "all" : "",
                write.outcome().word() + (code == null ? "" : " (" + code + ")"),
                Moments.text(write.intendedAt()),
                Moments.text(write.closedAt()),
                String.valueOf(write.attempts()),
                String.valueOf(write.tokens()),
                run.map(one -> ledger.approvals().standing(Approval.Kind.MAPPING, one.started()))
                        .orElse(""));
    }
}
