package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Identity;
import io.dragoman.model.Mapping;
import io.dragoman.model.Policy;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Adopted;
import io.dragoman.run.Adoption;
import io.dragoman.run.Edits;
import io.dragoman.run.Likeness.Sort;
import io.dragoman.run.LooseLinks;
import io.dragoman.run.Matcher;
import io.dragoman.run.Phase;
import io.dragoman.run.Recognition;
import io.dragoman.run.Yielding;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the account had before us from being made again, and from being changed in other ways than the mapping says.
 * Called by the routes, by several threads.
 */
public final class Matching {
    private final Engine engine;
    private final Map<String, Matcher> matchers = new HashMap<>();
    private final Adoption adoption;
    private @Nullable Yielding yielding;

    Matching(Engine engine) {
        this.engine = engine;
        Map<String, Sort> lists = new HashMap<>();
        for (TargetKind kind : engine.kinds().values()) {
            kind.fields().forEach((field, type) -> {
                if (type.equals("emails") || type.equals("phones")) {
                    lists.put(field, type.equals("emails") ? Sort.EMAIL : Sort.PHONE);
                }
            });
        }
        this.adoption = new Adoption(engine.existing().likeness(), lists);
        for (Mapping mapping : engine.blueprint().mappings().all()) {
            if (mapping.identity().existing() != null) {
                Recognition recognition = new Recognition(
                        mapping,
                        engine.blueprint().mappings().kindOf(mapping),
                        engine.existing().likeness());
                Map<String, Map<String, String>> decisions =
                        engine.file().mappingOverrides().sameAs();
                matchers.put(
                        mapping.name(), new Matcher(recognition, decisions.getOrDefault(mapping.name(), Map.of())));
            }
        }
    }

    /**
     * What is really to be written.
     *
     * @param write null when the target is as it should be
     * @return null for the same; {@link #isKept} tells of an update that people's changes leave nothing of
     * @throws io.dragoman.model.RecordProblem when it is not sure whether the account has the record
     */
    public @Nullable TargetWrite match(@Nullable TargetWrite write, Phase phase) {
        if (write == null) {
            return null;
        }
        // A token stands for nobody the account could know.
        Matcher matcher = engine.file().policy().mode() == Policy.Mode.PSEUDONYMOUS
                ? null
                : matchers.get(phase.mapping().name());
        if (write.verb() == Verb.CREATE) {
            return matcher == null ? write : created(write, matcher, phase);
        }
        return updated(write, phase);
    }

    /** Whether nothing is left to send because people's values stay. */
    public boolean isKept(TargetWrite write) {
        return Yielding.isNothing(write);
    }

    private TargetWrite created(TargetWrite write, Matcher matcher, Phase phase) {
        if (!matcher.canAsk(write.record())) {
            return write;
        }
        Mapping mapping = phase.mapping();
        Optional<Matcher.Match> match =
                matcher.find(write.record(), engine.existing().of(mapping.targetKind()));
        if (match.isEmpty()) {
            return write;
        }
        Identity.Existing existing = Objects.requireNonNull(mapping.identity().existing(), "only such have a matcher");
        phase.tally()
                .note("in the account already by " + match.get().rule() + ": "
                        + existing.then().word());
        return adoption.adopt(write.record(), match.get().held(), mapping);
    }

    /** What people changed since our last write stays, in a record of our own as in an adopted one. */
    private @Nullable TargetWrite updated(TargetWrite write, Phase phase) {
        Mapping mapping = phase.mapping();
        Lineage known = engine.ledger()
                .lineages()
                .find(mapping.name(), write.record().key())
                .orElseThrow();
        boolean adopted = !known.createdByUs();
        if (adopted && !adoption.mayConcern(write, known.made().orElseThrow(), mapping)) {
            return null;
        }
        Optional<HeldRecord> now = engine.existing().now(mapping.targetKind(), known.target());
        if (now.isEmpty()) {
            return kept(write, Set.of(Yielding.DELETED), phase);
        }
        Set<String> ours = adopted
                ? adoption.owned(write, Adopted.of(engine.ledger().writes(), mapping.name(), known.key()), mapping)
                : write.changed();
        Yielding.Kept kept = yielding().of(write, known, now.get(), mapping, ours);
        TargetWrite left = kept.write();
        if (left != null && adopted) {
            left = adoption.update(left, known.made().orElseThrow(), ours, now.get(), mapping);
        }
        if (!kept.fields().isEmpty()) {
            TargetWrite nothing = kept(write, kept.fields(), phase);
            return left == null ? nothing : left;
        }
        return left;
    }

    /** The target answers only when the routes are started. */
    private synchronized Yielding yielding() {
        Yielding made = yielding;
        if (made == null) {
            made = new Yielding(
                    new Edits(engine.ledger().writes(), engine.roads().target()),
                    new LooseLinks(engine.roads().target(), engine.blueprint().mappings()::get));
            yielding = made;
        }
        return made;
    }

    private TargetWrite kept(TargetWrite write, Set<String> fields, Phase phase) {
        fields.forEach(field -> phase.tally().note("kept as people made it: " + field));
        if (phase.writes()) {
            engine.ledger()
                    .edits()
                    .saw(phase.run(), phase.mapping().name(), write.record().key(), fields);
        }
        return Yielding.nothing(write);
    }
}
