package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetWrite;
import io.dragoman.run.Phase;
import io.dragoman.run.WriteDigest;
import io.dragoman.staging.PlanDraft;
import io.dragoman.staging.PlanFile;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The step of the road at which a plan takes down what it proposes, and at which a run that carries out a plan lets nothing
 * else pass. Without a plan everything passes. Called by the routes, by several threads.
 */
public final class AsPlanned {
    private final WriteDigest digests;
    private volatile @Nullable PlanDraft draft;
    private volatile @Nullable Held held;
    private volatile @Nullable RecordDiff diff;

    AsPlanned(WriteDigest digests) {
        this.digests = digests;
    }

    /** A plan that is carried out. */
    private record Held(String id, PlanFile file) {}

    /** From now on, what is proposed is taken down here. */
    void takeDown(PlanDraft into) {
        draft = into;
    }

    /** From now on, the fields of what is proposed are told here. */
    void tell(RecordDiff to) {
        diff = to;
    }

    /** From now on, only what this plan proposes passes. */
    void holdTo(String plan, PlanFile file) {
        held = new Held(plan, file);
    }

    /** Takes a proposed write down. */
    public TargetWrite propose(TargetWrite write, Phase phase) {
        PlanDraft into = draft;
        if (into != null) {
            Set<String> coming = WriteDigest.coming(write.record());
            into.add(
                    phase.mapping().name(),
                    write.record().key(),
                    new PlanFile.Entry(
                            0,
                            write.verb().name(),
                            String.join("\n", new TreeSet<>(write.changed())),
                            String.join("\n", coming),
                            digests.of(write, coming)));
        }
        RecordDiff to = diff;
        if (to != null) {
            to.tell(write, phase.mapping());
        }
        return write;
    }

    /**
     * Lets a write pass that is exactly the one planned.
     *
     * @throws RecordProblem {@code not-as-planned}
     */
    public TargetWrite check(TargetWrite write, Phase phase) {
        Held plan = held;
        if (plan != null) {
            String why = why(
                    write,
                    plan.file().find(phase.mapping().name(), write.record().key()));
            if (!why.isEmpty()) {
                throw new RecordProblem(new Problem(
                        "not-as-planned",
                        phase.mapping().name() + " " + write.record().key(),
                        "it was not written, because plan " + plan.id() + " " + why
                                + " Make a new plan, or `run` without one."));
            }
        }
        return write;
    }

    private String why(TargetWrite write, Optional<PlanFile.Entry> planned) {
        if (planned.isEmpty()) {
            return "proposes no write of this record.";
        }
        PlanFile.Entry entry = planned.get();
        if (!entry.verb().equals(write.verb().name())) {
            return "proposes another kind of write of it.";
        }
        Set<String> coming = names(entry.coming());
        if (!digests.of(write, coming).equals(entry.digest())) {
            Set<String> fields = new TreeSet<>(write.changed());
            fields.removeAll(coming);
            Set<String> expected = names(entry.changed());
            expected.removeAll(coming);
            return fields.equals(expected) ? "proposes other values for it." : "proposes other fields of it.";
        }
        return links(write, coming);
    }

    /** A link to what a run makes must lead somewhere, or be left to a later run as every link that may stay empty for now. */
    private static String links(TargetWrite write, Set<String> coming) {
        Set<String> missing = new TreeSet<>(coming);
        missing.removeIf(field -> field.contains("/"));
        missing.removeAll(write.record().fields().keySet());
        missing.removeAll(write.record().customFields().keySet());
        write.record()
                .references()
                .forEach(reference -> missing.remove(reference.row().target()));
        return missing.isEmpty() ? "" : "links it by " + String.join(", ", missing) + ".";
    }

    static Set<String> names(String lines) {
        Set<String> names = new TreeSet<>();
        lines.lines().forEach(names::add);
        return names;
    }

    /** Whether a write on disk is the one planned; links of which it could not know the id are not looked at. */
    boolean isAsPlanned(TargetWrite write, PlanFile.Entry planned) {
        return planned.verb().equals(write.verb().name())
                && digests.of(write, names(planned.coming())).equals(planned.digest());
    }
}
