package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Mapping;
import io.dragoman.model.Policy;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Adopted;
import io.dragoman.run.Adoption;
import io.dragoman.run.Likeness.Sort;
import io.dragoman.run.Matcher;
import io.dragoman.run.Phase;
import io.dragoman.run.Recognition;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the account had before us from being made again, and from being changed in other ways than the mapping says.
 * Called by the routes, by several threads.
 */
public final class Matching {
    private final Engine engine;
    private final Map<String, Matcher> matchers = new HashMap<>();
    private final Adoption adoption;

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
        Optional<Lineage> adopted = engine.ledger()
                .lineages()
                .find(phase.mapping().name(), write.record().key())
                .filter(row -> !row.createdByUs());
        return adopted.isEmpty() ? write : updated(write, adopted.get(), phase.mapping());
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
        Mapping.Existing existing = Objects.requireNonNull(mapping.identity().existing(), "only such have a matcher");
        phase.tally()
                .note("in the account already by " + match.get().rule() + ": "
                        + existing.then().word());
        return adoption.adopt(write.record(), match.get().held(), mapping);
    }

    private @Nullable TargetWrite updated(TargetWrite write, Lineage adopted, Mapping mapping) {
        TargetRecord made = adopted.made().orElseThrow();
        if (!adoption.mayConcern(write, made, mapping)) {
            return null;
        }
        Optional<HeldRecord> held = engine.existing().one(mapping.targetKind(), adopted.target());
        // A record that is gone is refused by the target, as any other.
        return held.isEmpty()
                ? write
                : adoption.update(
                        write,
                        made,
                        Adopted.of(engine.ledger().writes(), mapping.name(), adopted.key())
                                .changed(),
                        held.get(),
                        mapping);
    }
}
