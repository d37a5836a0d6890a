package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How pipeline and stage, status and times of a deal belong together. */
final class DealRules {
    private final Account account;

    DealRules(Account account) {
        this.account = account;
    }

    void settle(boolean create, ObjectNode change, ObjectNode merged, Problems problems) {
        if (create) {
            fill(merged);
        }
        place(create, change, merged, problems);
        status(create, change, merged, problems);
        archive(change, merged);
    }

    private static void fill(ObjectNode merged) {
        if (!merged.hasNonNull("status")) {
            merged.put("status", "open");
        }
        if (!merged.hasNonNull("currency")) {
            merged.put("currency", "EUR");
        }
        if (!merged.hasNonNull("value")) {
            merged.put("value", 0);
        }
    }

    private void place(boolean create, ObjectNode change, ObjectNode merged, Problems problems) {
        boolean stageGiven = change.hasNonNull("stage_id");
        boolean pipelineGiven = change.hasNonNull("pipeline_id");
        if (!create && !stageGiven && !pipelineGiven) {
            return;
        }
        merged.put("_stage_changed", account.now().second());
        if (stageGiven) {
            long pipeline = pipelineOf(change.get("stage_id").asLong());
            if (pipelineGiven && change.get("pipeline_id").asLong() != pipeline) {
                problems.add("stage_id", "does not belong to the pipeline");
            }
            merged.put("pipeline_id", pipeline);
            return;
        }
        long pipeline = pipelineGiven ? change.get("pipeline_id").asLong() : firstPipeline();
        merged.put("pipeline_id", pipeline);
        Optional<Row> first = account.records(Kind.STAGE)
                .visible()
                .filter(row -> row.reference(0) == pipeline)
                .min(Comparator.comparingLong(DealRules::order));
        first.ifPresentOrElse(
                stage -> merged.put("stage_id", stage.id), () -> problems.add("pipeline_id", "has no stage"));
    }

    private long pipelineOf(long stageId) {
        return account.records(Kind.STAGE).get(stageId).reference(0);
    }

    private long firstPipeline() {
        return account.records(Kind.PIPELINE)
                .visible()
                .min(Comparator.comparingLong(DealRules::order))
                .orElseThrow()
                .id;
    }

    private static long order(Row row) {
        return row.record().path("order_nr").asLong();
    }

    private void status(boolean create, ObjectNode change, ObjectNode merged, Problems problems) {
        String status = merged.path("status").asText();
        needs(change, "lost_reason", status.equals("lost"), "can only be set when the status is lost", problems);
        needs(change, "won_time", status.equals("won"), "can only be set when the status is won", problems);
        needs(change, "lost_time", status.equals("lost"), "can only be set when the status is lost", problems);
        needs(change, "close_time", !status.equals("open"), "can only be set when the status is won or lost", problems);
        if (create || change.has("status")) {
            forget(merged, status);
            if (!status.equals("open")) {
                merged.put("_closed", account.now().second());
            }
        }
    }

    private static void needs(ObjectNode change, String name, boolean met, String reason, Problems problems) {
        if (change.hasNonNull(name) && !met) {
            problems.add(name, reason);
        }
    }

    /** What belonged to the status before does not outlive it. */
    private static void forget(ObjectNode merged, String status) {
        @Nullable String own = status.equals("open") ? null : status + "_time";
        for (String time : List.of("won_time", "lost_time")) {
            if (!time.equals(own)) {
                merged.remove(time);
            }
        }
        if (own == null) {
            merged.remove(List.of("close_time", "_closed"));
        }
        if (!status.equals("lost")) {
            merged.remove("lost_reason");
        }
    }

    private void archive(ObjectNode change, ObjectNode merged) {
        if (!merged.path("is_archived").asBoolean(false)) {
            merged.remove("archive_time");
        } else if (change.has("is_archived") && !merged.hasNonNull("archive_time")) {
            merged.put("archive_time", Tidy.time(account.now().second()));
        }
    }
}
