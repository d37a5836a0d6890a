package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.mapping.Fingerprints;
import io.dragoman.model.FileFields;
import io.dragoman.model.Mapping;
import io.dragoman.model.Policy;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.run.Differ;
import io.dragoman.run.Linker;
import io.dragoman.run.Phase;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import java.util.Optional;
import java.util.Set;

/** What a run would send of a record that is in the account already. Nothing is sent and nothing remembered. For one thread. */
final class Prospect {
    private final Engine engine;
    private final Mapping mapping;
    private final Fingerprints fingerprints;
    private final Linker linker;
    private final Differ differ;
    private final Policy policy;
    private final Phase phase;

    Prospect(Engine engine, Mapping mapping, Fingerprints fingerprints, Linker linker, Differ differ) {
        this.engine = engine;
        this.mapping = mapping;
        this.fingerprints = fingerprints;
        this.linker = linker;
        this.differ = differ;
        this.policy = engine.file().policy();
        this.phase = new Phase(
                "",
                mapping,
                engine.reading(mapping),
                Set.of(),
                false,
                key -> true,
                Set.of(),
                new Tally(),
                new Stop(engine.stop()));
    }

    /**
     * Fields that a run would send; empty when it would send nothing. Of a file, and of a record that a run would set aside, only
     * that something changed is told, by no fields at all.
     */
    Optional<Set<String>> fields(SourceRecord source, Lineage known) {
        String fingerprint = known.fingerprint();
        if (fingerprint.equals(fingerprints.of(source, mapping, policy))) {
            return Optional.empty();
        }
        if (known.joined() || source.joins() != null || mapping.targetKind().equals(FileFields.KIND)) {
            return fingerprint.isEmpty() ? Optional.empty() : Optional.of(Set.of());
        }
        try {
            TargetWrite write =
                    differ.compare(engine.preflight().check(linker.link(mapped(source), phase), phase), phase);
            return write == null ? Optional.empty() : Optional.of(write.changed());
        } catch (RecordProblem wouldBeSetAside) {
            return Optional.of(Set.of());
        }
    }

    private TargetRecord mapped(SourceRecord source) {
        return engine.mapper().map(engine.screen().screen(source, mapping), mapping.name());
    }
}
