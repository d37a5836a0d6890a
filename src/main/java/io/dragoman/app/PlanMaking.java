package io.dragoman.app;

import io.dragoman.ledger.Plan;
import io.dragoman.staging.PlanDraft;
import io.dragoman.staging.PlanFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A journey that saves what it proposes, so that a run can do exactly this. */
final class PlanMaking implements JourneyPlan, AutoCloseable {
    private final Engine engine;
    private @Nullable PlanDraft draft;
    private @Nullable Plan plan;

    PlanMaking(Engine engine) {
        this.engine = engine;
    }

    static Path file(MigrationFile migration, String run) {
        return migration.workFolder().resolve("plans").resolve(run + ".plan");
    }

    @Override
    public void begins(String run, Preparation preparation) {
        PlanDraft into = PlanDraft.create(file(engine.file(), run));
        draft = into;
        engine.roads().asPlanned().takeDown(into);
    }

    @Override
    public void ended(String run, Preparation preparation) {
        PlanDraft filled = draft;
        if (filled == null) {
            throw new IllegalStateException("a journey begins before it ends");
        }
        String fileHash = filled.finish();
        List<Plan.Part> parts = new ArrayList<>(PlanBasis.of(engine, preparation));
        parts.addAll(PlanBasis.existing(engine, engine.existing().kindsRead()));
        Plan made = new Plan(run, PlanBasis.hash(parts, fileHash), fileHash, size(run), parts, List.of());
        engine.ledger().plans().save(made);
        plan = made;
    }

    private long size(String run) {
        try (PlanFile written = PlanFile.read(file(engine.file(), run))) {
            return written.counts().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The plan; empty when the journey did not come to its end. */
    Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }

    @Override
    public void close() {
        if (draft != null) {
            draft.close();
        }
    }
}
