package io.dragoman.app;

import io.dragoman.ledger.Outcome;
import io.dragoman.ledger.WriteRow;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.staging.PlanFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the ledger's receipts are what a plan proposed: every write of the runs that carried it out is opened, and its
 * digest is held against the plan's.
 *
 * @param planned proposed writes by mapping
 * @param written those with a receipt that are exactly as proposed, by mapping
 * @param otherwise writes with a receipt that the plan does not propose; a fault of ours when there is one
 */
record PlanProof(String plan, Map<String, Long> planned, Map<String, Long> written, long otherwise) {
    static PlanProof of(Engine engine, String plan, PlanFile file) {
        Reading reading = new Reading(engine, file);
        engine.ledger()
                .plans()
                .find(plan)
                .orElseThrow()
                .carriedOutBy()
                .forEach(run -> engine.ledger().writes().forEach(run, reading::read));
        return new PlanProof(plan, file.counts(), reading.written, reading.otherwise);
    }

    private static final class Reading {
        private final AsPlanned step;
        private final PlanFile file;
        private final BitSet seen = new BitSet();
        private final Map<String, Long> written = new LinkedHashMap<>();
        private long otherwise;

        private Reading(Engine engine, PlanFile file) {
            this.step = engine.roads().asPlanned();
            this.file = file;
        }

        /** A second copy that the sweep deleted is no write of the plan; what it wrote again is the same as before. */
        private void read(WriteRow row) {
            if (row.outcome() != Outcome.SETTLED || row.verb() == Verb.DELETE || row.verb() == Verb.RESTORE) {
                return;
            }
            Optional<PlanFile.Entry> entry = file.find(row.mapping(), row.key());
            if (entry.isEmpty() || !step.isAsPlanned(row.write(), entry.get())) {
                otherwise++;
            } else if (!seen.get(entry.get().number())) {
                seen.set(entry.get().number());
                written.merge(row.mapping(), 1L, Long::sum);
            }
        }
    }

    long left() {
        return sum(planned) - sum(written);
    }

    boolean holds() {
        return otherwise == 0 && left() == 0;
    }

    void addTo(Report.Draft draft) {
        List<List<String>> rows = new ArrayList<>();
        planned.forEach((mapping, count) -> rows.add(List.of(
                mapping,
                String.valueOf(count),
                String.valueOf(written.getOrDefault(mapping, 0L)),
                String.valueOf(count - written.getOrDefault(mapping, 0L)))));
        draft.section(
                "As planned", sentence(), List.of("Mapping", "Planned", "Written exactly so", "Not written"), rows);
        if (otherwise > 0) {
            draft.next(otherwise + " writes are not as planned. This is a fault of Dragoman; report it.");
        }
    }

    String sentence() {
        String text = "Plan " + plan + " proposed " + ForecastReport.grouped(sum(planned)) + " writes; "
                + ForecastReport.grouped(sum(written)) + " have a receipt and are exactly what was proposed, "
                + ForecastReport.grouped(left()) + " were not written, " + ForecastReport.grouped(otherwise)
                + " were written otherwise.";
        return holds() ? text + " That is proven by a digest of each." : text;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
