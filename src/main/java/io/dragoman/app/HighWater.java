package io.dragoman.app;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How far each mapping has read its source: when its export was made, and when a row of it or of its children last changed. A
 * mark says what the next export of changes has to begin with, and that an older export is not taken for a newer one; it never
 * says that a record needs not be looked at, which its fingerprint decides.
 */
final class HighWater {
    /** The clocks of source and export may differ by so much. */
    private static final int OVERLAP_MINUTES = 15;

    private static final String NOTHING = "-";

    private final Engine engine;
    private final String channel;

    HighWater(Engine engine) {
        this.engine = engine;
        this.channel = engine.file().source().channel();
    }

    /** @throws RunProblem refused, when the export is older than one that was moved already */
    void mustNotFall() {
        Optional<Instant> now = engine.staging().proof().exportedAt();
        for (Mapping mapping : engine.blueprint().mappings().all()) {
            Optional<Instant> before = exportedAt(mapping.name());
            if (now.isPresent()
                    && before.isPresent()
                    && now.get().isBefore(before.get())
                    && !engine.file().waived().contains("export-older")) {
                throw new RunProblem(
                        RunProblem.Ending.REFUSED,
                        new Problem(
                                "export-older",
                                mapping.name(),
                                "this export was made at " + now.get() + ", and one of " + before.get()
                                        + " was moved already. Name the newer one, or waive this by name to go back."));
            }
        }
    }

    private Optional<Instant> exportedAt(String mapping) {
        return part(mapping, 0).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException notAMoment) {
                return Optional.empty();
            }
        });
    }

    private Optional<String> part(String mapping, int part) {
        return engine.ledger()
                .checkpoints()
                .get(mapping, channel)
                .map(mark -> mark.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> parts[part])
                .filter(text -> !text.equals(NOTHING));
    }

    /** Moves the mark of a mapping; only when every record of it is settled or set aside. */
    void move(Mapping mapping) {
        TreeSet<String> changes = new TreeSet<>();
        engine.staging().proof().latestChange(mapping.sourceObject()).ifPresent(changes::add);
        for (Gather gather : mapping.gathers()) {
            String object = gather.from().substring(gather.from().indexOf('.') + 1);
            engine.staging().proof().latestChange(object).ifPresent(changes::add);
        }
        part(mapping.name(), 1).ifPresent(changes::add);
        String exported =
                engine.staging().proof().exportedAt().map(Instant::toString).orElse(NOTHING);
        engine.ledger()
                .checkpoints()
                .put(mapping.name(), channel, exported + " " + (changes.isEmpty() ? NOTHING : changes.last()));
    }

    /** What the next export of changes has to begin with, and what to tell about it; empty when no mark says. */
    Optional<String> next() {
        return engine.blueprint().mappings().all().stream()
                .flatMap(mapping -> exportedAt(mapping.name()).stream())
                .min(Instant::compareTo)
                .map(moment -> moment.minusSeconds(60L * OVERLAP_MINUTES).toString());
    }
}
