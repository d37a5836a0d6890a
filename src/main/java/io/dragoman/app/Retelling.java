package io.dragoman.app;

import io.dragoman.mapping.LeaveOuts;
import io.dragoman.mapping.Mapper;
import io.dragoman.mapping.MappingNotes;
import io.dragoman.mapping.Transforms;
import io.dragoman.model.Mapping;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.Screened;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetRecord;
import io.dragoman.staging.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one record through privacy and mapping once more and watches each step; nothing is written. For one thread. */
final class Retelling {
    private final Engine engine;
    private final List<Step> steps = new ArrayList<>();
    private final Mapper mapper;

    /** @param engine with the export staged */
    Retelling(Engine engine) {
        this.engine = engine;
        this.mapper = new Mapper(
                engine.blueprint().mappings(),
                Transforms.standard().watched((step, in, out) -> steps.add(new Step(step, in, out))),
                engine.file().surroundings(),
                MappingNotes.NONE);
    }

    /** One transform that was applied. */
    record Step(
            Mapping.Step step,
            @Nullable Object in,
            @Nullable Object out) {}

    /**
     * What a mapping makes of a record now.
     *
     * @param made null when nothing travels
     * @param stopped why nothing travels; null when something does
     */
    record Story(
            Origin origin,
            Screened screened,
            List<Step> steps,
            @Nullable TargetRecord made,
            @Nullable Problem stopped) {
        SourceRecord source() {
            return screened.record();
        }
    }

    /** Empty when the source has no such record, or its row cannot be used. */
    Optional<Story> of(Mapping mapping, String key) {
        return engine.staging().find(engine.reading(mapping), key).map(origin -> story(mapping, origin));
    }

    private Story story(Mapping mapping, Origin origin) {
        steps.clear();
        Screened screened = engine.screen().screen(origin.record(), mapping);
        Optional<Mapping.LeaveOut> rule = LeaveOuts.rule(mapping, origin.record());
        if (rule.isPresent()) {
            return stopped(
                    origin,
                    screened,
                    new Problem("left-behind", mapping.name(), rule.get().why()));
        } else if (screened.whole()) {
            return stopped(
                    origin,
                    screened,
                    new Problem(
                            "withheld", mapping.name(), "The policy keeps back a field without which none is made."));
        }
        try {
            TargetRecord made = mapper.map(screened, mapping.name());
            return new Story(origin, screened, List.copyOf(steps), made, null);
        } catch (RecordProblem problem) {
            return stopped(origin, screened, problem.problem());
        }
    }

    private Story stopped(Origin origin, Screened screened, Problem why) {
        return new Story(origin, screened, List.copyOf(steps), null, why);
    }
}
