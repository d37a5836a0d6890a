package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Plan;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunState;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.staging.PlanFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A journey that does what a saved plan says and nothing else; it refuses when something under the plan changed. */
final class PlanKeeping implements JourneyPlan, AutoCloseable {
    private static final int SHOWN = 12;

    private final Engine engine;
    private final Plan plan;
    private final PlanFile file;

    private PlanKeeping(Engine engine, Plan plan, PlanFile file) {
        this.engine = engine;
        this.plan = plan;
        this.file = file;
    }

    /** @throws RunProblem {@code plan-unknown}, {@code plan-file-changed} or {@code plan-stale}; refused */
    static PlanKeeping open(Engine engine, String id) {
        Plan plan = known(engine, id);
        for (String run : plan.carriedOutBy()) {
            if (engine.ledger()
                    .runs()
                    .find(run)
                    .map(Run::state)
                    .filter(RunState.DONE::equals)
                    .isPresent()) {
                throw stale(id, List.of("it was carried out by " + run));
            }
        }
        Path path = PlanMaking.file(engine.file(), id);
        try {
            if (!PlanFile.hash(path).equals(plan.fileHash())) {
                throw refused("plan-file-changed", path.toString(), "it is not as the plan left it.");
            }
        } catch (IOException e) {
            throw refused("plan-file-changed", path.toString(), "it is missing or cannot be read.");
        }
        List<String> changes = new ArrayList<>(PlanBasis.changes(
                plan.parts(),
                PlanBasis.ofFiles(engine.file(), engine.blueprint().mappings())));
        changes.addAll(runsSince(engine.ledger(), id));
        mustBeNone(id, changes);
        return new PlanKeeping(engine, plan, PlanFile.read(path));
    }

    private static Plan known(Engine engine, String id) {
        if (id.matches("r[0-9]{1,9}")) {
            var found = engine.ledger().plans().find(id);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw refused("plan-unknown", id, "there is no saved plan of this name. `plan --list` shows those there are.");
    }

    /** What was written without the plan since it was made, in words. */
    static List<String> runsSince(Ledger ledger, String id) {
        List<String> runs = ledger.plans().writtenSince(id, SchemaMaker.SCHEMA);
        return runs.isEmpty()
                ? List.of()
                : List.of("ledger: " + runs.get(0)
                        + (runs.size() == 1 ? "" : " and " + (runs.size() - 1) + " later runs") + " wrote since");
    }

    /** Compares what is known only now: the source and the account. A plan that is under way made its own records there. */
    @Override
    public void begins(String run, Preparation preparation) {
        List<Plan.Part> now = new ArrayList<>(PlanBasis.of(engine, preparation));
        if (plan.carriedOutBy().isEmpty()) {
            now.addAll(PlanBasis.existing(engine, PlanBasis.kinds(plan)));
        }
        mustBeNone(plan.run(), PlanBasis.changes(plan.parts(), now));
        engine.ledger().plans().carriedOut(plan.run(), run);
        engine.roads().asPlanned().holdTo(plan.run(), file);
    }

    private static void mustBeNone(String id, List<String> changes) {
        if (!changes.isEmpty()) {
            throw stale(id, changes);
        }
    }

    private static RunProblem stale(String id, List<String> changes) {
        String shown = String.join("; ", changes.subList(0, Math.min(SHOWN, changes.size())));
        return refused(
                "plan-stale",
                id,
                "since it was made, this is otherwise: " + shown
                        + (changes.size() > SHOWN ? "; and " + (changes.size() - SHOWN) + " more" : "")
                        + ". Make a new plan with `plan`.");
    }

    private static RunProblem refused(String code, String place, String advice) {
        return new RunProblem(RunProblem.Ending.REFUSED, new Problem(code, place, advice));
    }

    /** Reads back all that was written for the plan and holds it against the plan. */
    PlanProof proof() {
        return PlanProof.of(engine, plan.run(), file);
    }

    @Override
    public void close() {
        file.close();
    }
}
