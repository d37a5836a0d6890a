package io.dragoman.app;

import io.dragoman.content.Contents;
import io.dragoman.inventory.ColumnUses;
import io.dragoman.inventory.Counts;
import io.dragoman.inventory.Grade;
import io.dragoman.inventory.Grades;
import io.dragoman.inventory.Inventory;
import io.dragoman.inventory.Judgement;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.Transforms;
import io.dragoman.mapping.ValueProblem;
import io.dragoman.model.ContentProblem;
import io.dragoman.model.Mapping;
import io.dragoman.model.Place;
import io.dragoman.staging.Census;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Looks at everything the source holds and writes down what is there, without asking the target anything. For one thread. */
final class SourceAudit {
    private final Engine engine;
    private final Progress progress;

    SourceAudit(Engine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param twice people who may be there twice
     * @param duplicates file with every proposed pair
     * @param columns file with every column
     * @param problems file with everything that is wrong and has a place
     * @param images empty when there are none
     */
    record Result(
            Counts counts,
            List<Grade> grades,
            List<SourceOwners.Person> owners,
            TwicePeople twice,
            Path duplicates,
            Path columns,
            Path problems,
            Optional<ImagingManifest.Written> images) {

        /** Whether no row is set aside, and nothing has to be done before a run. */
        boolean isClean() {
            return grades.stream().noneMatch(grade -> grade.verdict() == Grade.Verdict.ACT)
                    && counts.objects().stream().allMatch(object -> object.aside() == 0);
        }
    }

    Result go() {
        new Account(engine, progress).stage();
        MigrationFile file = engine.file();
        try (Census census = engine.staging().census()) {
            Inventory inventory = new Inventory(
                    census, ColumnUses.of(census.layout(), engine.blueprint().mappings(), file.policy()), judgement());
            progress.step("Counting", 0, inventory::walked);
            Counts counts = inventory.counts(
                    NamedFields.of(engine.blueprint().mappings().all()));
            List<SourceOwners.Person> owners = new SourceOwners(engine, inventory).people();
            progress.step("Looking for people who are there twice", 0, () -> 0);
            TwicePeople twice = TwicePeople.in(engine.staging());
            progress.step("Writing tables", 0, () -> 0);
            AuditSheets sheets = new AuditSheets(file.reports());
            return new Result(
                    counts,
                    Grades.of(counts, twice.doubled()),
                    owners,
                    twice,
                    twice.write(file.reports()),
                    sheets.columns(counts.columns()),
                    sheets.problems(census),
                    new ImagingManifest(census, file.name(), file.reports()).write());
        }
    }

    private Judgement judgement() {
        MigrationFile file = engine.file();
        return new Judgement(
                passes("email"),
                passes("phone"),
                LocalDate.now(file.source().zone()),
                where -> size(engine.roads().contents(), where),
                file.target().largestFile());
    }

    /** As mappings judge it: a text that the transform lets through is sound. */
    private Predicate<String> passes(String transform) {
        Transform.Prepared prepared = Transforms.standard()
                .prepare(
                        new Mapping.Step(transform, null, Place.of("audit")),
                        List.of(),
                        engine.file().surroundings());
        return text -> {
            try {
                return prepared.apply(text, code -> {}) != null;
            } catch (ValueProblem unsound) {
                return false;
            }
        };
    }

    private static OptionalLong size(Contents contents, String where) throws ContentProblem {
        return contents.stamp(where).map(stamp -> OptionalLong.of(stamp.size())).orElse(OptionalLong.empty());
    }
}
