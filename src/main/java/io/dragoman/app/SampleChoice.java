package io.dragoman.app;

import io.dragoman.mapping.LeaveOuts;
import io.dragoman.model.Mapping;
import io.dragoman.model.Price;
import io.dragoman.model.Problem;
import io.dragoman.model.Reading;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.Screened;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.run.Linker;
import io.dragoman.run.Phase;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import io.dragoman.run.sample.Candidate;
import io.dragoman.run.sample.Candidates;
import io.dragoman.run.sample.Choice;
import io.dragoman.run.sample.Coverage;
import io.dragoman.run.sample.MappingTraits;
import io.dragoman.run.sample.Need;
import io.dragoman.run.sample.Showing;
import io.dragoman.run.sample.TraitBook;
import io.dragoman.staging.Pass;
import io.dragoman.staging.Records;
import io.dragoman.staging.StagedProblems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the records of a sample: all records pass by once, and a few that show something are kept; then those that they
 * are linked to are looked for, mapping by mapping, the last phase first. The export must be staged, owners and schema
 * must have been looked at. For one thread.
 */
final class SampleChoice {
    private static final Logger LOG = LoggerFactory.getLogger(SampleChoice.class);

    private final Engine engine;
    private final Progress progress;
    private final Linker linker;
    private final TraitBook book = new TraitBook();
    private final Map<String, MappingTraits> traits = new HashMap<>();
    private final Map<String, Map<String, Candidate>> found = new HashMap<>();
    private final Candidates candidates = new Candidates();
    /** Keys by mapping; phases follow each other, so those that others need are known before these pass by. */
    private final Map<String, Set<String>> setAside = new HashMap<>();

    private final SampleNeeds needs;

    SampleChoice(Engine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
        this.linker = new Linker(engine.ledger().lineages(), engine.owners(), engine.withheldWhole(), engine::atSource);
        this.needs =
                new SampleNeeds(phases().stream().map(Mapping::name).collect(Collectors.toSet()), engine::atSource);
    }

    /**
     * What was chosen.
     *
     * @param price of writing it, without what is there already
     * @param undo price of taking that back
     */
    record Chosen(Map<String, Set<String>> keys, Coverage coverage, Price price, Price undo) {
        int records() {
            return keys.values().stream().mapToInt(Set::size).sum();
        }
    }

    /** Chooses. @param size records there may be at most */
    Chosen choose(int size) {
        List<Mapping> phases = phases();
        for (Mapping mapping : phases) {
            traits.put(
                    mapping.name(),
                    new MappingTraits(
                            mapping,
                            engine.staging().layout().source(),
                            engine.blueprint().mappings().kindOf(mapping),
                            book));
            each(mapping, key -> true, passing -> candidates.offer(passing.showing(), passing.maker()));
        }
        candidates.all().forEach(this::keep);
        List<Mapping> backwards = new ArrayList<>(phases);
        Collections.reverse(backwards);
        backwards.forEach(this::bring);
        List<Candidate> all = found.values().stream()
                .flatMap(byKey -> byKey.values().stream())
                .toList();
        all.forEach(this::tie);
        Choice choice = Choice.of(all, book, size);
        Price price = choice.records().stream().map(Candidate::price).reduce(Price.NOTHING, Price::plus);
        Price undo = choice.records().stream().map(Candidate::undo).reduce(Price.NOTHING, Price::plus);
        return new Chosen(choice.keys(), choice.coverage(candidates), price, undo);
    }

    private List<Mapping> phases() {
        return engine.blueprint().mappings().phases().stream()
                .filter(mapping -> !mapping.targetKind().equals("user"))
                .filter(mapping -> !engine.withheldWhole().contains(mapping.name()))
                .toList();
    }

    private void keep(Candidate candidate) {
        found.computeIfAbsent(candidate.mapping(), any -> new HashMap<>()).put(candidate.key(), candidate);
    }

    /** Finds what later phases need of this one; what joins another comes first, because it needs that other one. */
    private void bring(Mapping mapping) {
        Set<String> wanted = new HashSet<>();
        found.values().forEach(byKey -> byKey.values().forEach(one -> want(one, mapping, wanted)));
        wanted.removeAll(found.getOrDefault(mapping.name(), Map.of()).keySet());
        if (!wanted.isEmpty()) {
            each(mapping, wanted::contains, passing -> {
                Candidate candidate = passing.maker().get();
                if (candidate != null) {
                    keep(candidate);
                    want(candidate, mapping, wanted);
                }
            });
        }
    }

    private static void want(Candidate candidate, Mapping mapping, Set<String> wanted) {
        candidate.needs().stream()
                .filter(need -> need.mapping().equals(mapping.name()))
                .forEach(need -> wanted.add(need.key()));
    }

    private void tie(Candidate candidate) {
        for (Need need : candidate.needs()) {
            Candidate other = found.getOrDefault(need.mapping(), Map.of()).get(need.key());
            if (other == null) {
                candidate.loosen();
            } else {
                candidate.tie(other);
            }
        }
    }

    /** What is known of a record when it passes by. @param maker makes it a candidate; null when it cannot travel */
    private record Passing(Showing showing, Supplier<@Nullable Candidate> maker) {}

    private void each(Mapping mapping, Predicate<String> wanted, Consumer<Passing> watcher) {
        Reading reading = engine.reading(mapping);
        Phase phase = new Phase(
                "",
                mapping,
                reading,
                engine.unknown(),
                false,
                key -> true,
                Set.of(),
                new Tally(),
                new Stop(engine.stop()));
        engine.noteIn(phase.tally());
        AtomicLong read = new AtomicLong();
        progress.step("Choosing: " + mapping.title(), engine.staging().count(mapping.sourceObject()), read::get);
        try (StagedProblems problems = engine.staging().problems(reading)) {
            problems.forEachRemaining(problem -> cannotTravel(mapping.name(), problem.key()));
        }
        for (Pass pass : new Pass[] {Pass.JOINED, Pass.LEADERS}) {
            try (Records records = engine.staging().read(reading, pass)) {
                while (records.hasNext()) {
                    SourceRecord source = records.next();
                    read.incrementAndGet();
                    if (wanted.test(source.key())
                            && LeaveOuts.rule(mapping, source).isEmpty()) {
                        passing(source, phase).ifPresent(watcher);
                    }
                }
            }
        }
        if (engine.stop().asked()) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem("stopped", "", "The verb was stopped while it chose. Run it again."));
        }
    }

    /** Empty for a record that will be set aside. */
    private Optional<Passing> passing(SourceRecord source, Phase phase) {
        String mapping = phase.mapping().name();
        MappingTraits of = Objects.requireNonNull(traits.get(mapping), "made before its records pass by");
        if (source.joins() != null) {
            Showing showing = of.ofJoined();
            List<Need> needs = SampleNeeds.ofJoined(source, mapping);
            return Optional.of(new Passing(
                    showing,
                    () -> travels(needs)
                            ? new Candidate(mapping, source.key(), showing, needs, Price.NOTHING, Price.NOTHING)
                            : null));
        }
        try {
            Screened screened = engine.screen().screen(source, phase.mapping());
            TargetRecord record = engine.mapper().map(screened, mapping);
            Showing showing = of.of(screened, record);
            return Optional.of(new Passing(showing, () -> candidate(record, showing, phase)));
        } catch (RecordProblem setAside) {
            cannotTravel(mapping, source.key());
            return Optional.empty();
        }
    }

    private @Nullable Candidate candidate(TargetRecord record, Showing showing, Phase phase) {
        try {
            TargetRecord linked = engine.preflight().check(linker.link(record, phase), phase);
            List<Need> needed = needs.of(record);
            if (travels(needed)) {
                return priced(linked, showing, needed);
            }
        } catch (RecordProblem setAside) {
            LOG.debug(
                    "{}: cannot travel, {}",
                    record.mapping(),
                    setAside.problem().code());
        }
        cannotTravel(record.mapping(), record.key());
        return null;
    }

    /** What is there already costs nothing, and stays. */
    private Candidate priced(TargetRecord linked, Showing showing, List<Need> needed) {
        boolean there = engine.ledger()
                .lineages()
                .target(linked.mapping(), linked.key())
                .isPresent();
        TargetWrite write = new TargetWrite(TargetWrite.Verb.CREATE, linked, null, Set.of());
        return new Candidate(
                linked.mapping(),
                linked.key(),
                showing,
                needed,
                there ? Price.NOTHING : engine.prices().of(write),
                there ? Price.NOTHING : engine.prices().undo(linked));
    }

    private void cannotTravel(String mapping, String key) {
        setAside.computeIfAbsent(mapping, any -> new HashSet<>()).add(key);
    }

    private boolean travels(List<Need> needed) {
        return needed.stream()
                .filter(Need::required)
                .noneMatch(
                        need -> setAside.getOrDefault(need.mapping(), Set.of()).contains(need.key()));
    }
}
