package io.dragoman.app;

import io.dragoman.ledger.Owner;
import io.dragoman.mapping.SchemaNeeds;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Problem;
import io.dragoman.model.Room;
import io.dragoman.model.RunProblem;
import io.dragoman.model.SchemaItem;
import io.dragoman.run.LabelCheck;
import io.dragoman.run.OwnerMatch.Person;
import io.dragoman.run.SchemaPlan;
import io.dragoman.staging.Finding;
import io.dragoman.systems.pipedrive.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an account has and a migration needs of it, looked at before the first record. */
final class Account {
    private final Engine engine;
    private final Progress progress;
    private final boolean optionsMayWait;
    private final Map<String, Set<String>> options = new HashMap<>();

    Account(Engine engine, Progress progress) {
        this(engine, progress, false);
    }

    /**
     * @param optionsMayWait whether options that only the source brings are no reason to refuse; records with them are set aside
     */
    Account(Engine engine, Progress progress, boolean optionsMayWait) {
        this.engine = engine;
        this.progress = progress;
        this.optionsMayWait = optionsMayWait;
    }

    /**
     * Stages the export, reads the account, matches and remembers owners, and compares the schema.
     *
     * @param writes whether records will be written, so that the schema must be complete
     * @throws RunProblem refused, when the export, the schema or the fallback owner stands in the way of writing
     */
    Preparation look(boolean writes) {
        stage();
        Catalogue catalogue = catalogue();
        List<Owner> unmatched = engine.owners().match(people(), catalogue);
        SchemaPlan schema = schemaPlan(catalogue);
        List<Problem> obstacles = obstacles(schema, catalogue);
        Room room = Room.NOT_ASKED;
        if (!writes) {
            room = room();
            tooManyFields(catalogue, schema, room).ifPresent(obstacles::add);
        }
        if (writes) {
            obstacles.addAll(schema.gone());
            List<SchemaItem> missing = new ArrayList<>(schema.missing());
            if (optionsMayWait) {
                missing.removeIf(this::waits);
            }
            schemaMissing(missing).ifPresent(obstacles::add);
            if (!obstacles.isEmpty()) {
                throw new RunProblem(RunProblem.Ending.REFUSED, obstacles.get(0));
            }
        }
        engine.owners().remember();
        return new Preparation(catalogue, schema, unmatched, obstacles, room);
    }

    /** Matches the owners, without a word about the schema, and remembers nothing. */
    Catalogue lookAtOwners() {
        stage();
        Catalogue catalogue = catalogue();
        engine.owners().match(people(), catalogue);
        return catalogue;
    }

    /** Reads the export into the staging, once for all phases. */
    void stage() {
        progress.step("Reading the export", 0, engine.roads()::rowsStaged);
        engine.roads().stage();
    }

    Catalogue catalogue() {
        progress.step("Reading the account", 0, () -> 0);
        Catalogue catalogue = engine.roads().target().catalogue(kinds());
        engine.existing().account(catalogue);
        return catalogue;
    }

    private Set<String> kinds() {
        return engine.blueprint().mappings().all().stream()
                .map(Mapping::targetKind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Room room() {
        return RoomReport.isCapped(engine.file().target())
                ? engine.roads().target().room(kinds())
                : Room.NOT_ASKED;
    }

    /** Refuses to make fields of which the account's plan holds only some. */
    void mustHaveRoom(Catalogue catalogue, SchemaPlan schema) {
        if (schema.missing().stream().anyMatch(SchemaItem.CustomField.class::isInstance)) {
            tooManyFields(catalogue, schema, room()).ifPresent(problem -> {
                throw new RunProblem(RunProblem.Ending.REFUSED, problem);
            });
        }
    }

    private Optional<Problem> tooManyFields(Catalogue catalogue, SchemaPlan schema, Room room) {
        return new RoomReport(engine.file().target(), catalogue, schema, room)
                .tooManyFields()
                .filter(this::stands);
    }

    SchemaPlan schemaPlan(Catalogue catalogue) {
        SchemaNeeds needs = new DrawnSchema(engine).needs();
        needs.fields().stream()
                .filter(field -> field.type() == FieldType.CHOICE || field.type() == FieldType.SEVERAL_CHOICES)
                .forEach(field -> options.put(field.kind() + "/" + field.name(), new LinkedHashSet<>(labels(field))));
        engine.preflight().options(options);
        return SchemaPlan.of(
                needs,
                this::labels,
                catalogue,
                (theirs, ours) -> theirs.equals(ours.word()),
                engine.ledger().bindings());
    }

    /** Labels of a choice: those the mappings list, then those the source has. */
    private List<String> labels(SchemaNeeds.Field field) {
        Set<String> labels = new LinkedHashSet<>(field.options());
        for (String from : field.optionsFrom()) {
            String[] parts = from.split("\\.", 3);
            labels.addAll(engine.staging().distinct(parts[1], parts[2]));
        }
        return List.copyOf(labels);
    }

    private List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (Mapping mapping : engine.blueprint().mappings().all()) {
            if (mapping.targetKind().equals("user")) {
                engine.translate(
                        mapping,
                        person -> people.add(new Person(
                                person.key(), (String) person.fields().get("name"), (String)
                                        person.fields().get("email"))));
            }
        }
        return people;
    }

    /** What keeps a run from beginning, and {@code prepare} cannot mend. */
    private List<Problem> obstacles(SchemaPlan schema, Catalogue catalogue) {
        List<Problem> obstacles = new ArrayList<>();
        schema.collisions().stream().filter(this::stands).forEach(obstacles::add);
        new LabelCheck(new DrawnSchema(engine).needs(), catalogue, Kinds.standardActivityTypes())
                .problems(engine.blueprint().mappings(), engine.file().policy()).stream()
                        .filter(this::stands)
                        .forEach(obstacles::add);
        obstacles.addAll(engine.owners().problems());
        engine.staging().findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.STOP)
                .map(Finding::problem)
                .filter(this::stands)
                .forEach(obstacles::add);
        return obstacles;
    }

    /** Whether the practice did not say that it goes on in spite of this. */
    private boolean stands(Problem problem) {
        return !engine.file().waived().contains(problem.code());
    }

    /** Takes options off the list of those that are there, if nothing but the source names them. */
    private boolean waits(SchemaItem item) {
        if (!(item instanceof SchemaItem.MoreOptions more)) {
            return false;
        }
        boolean ofTheSource = engine.schemaNeeds().fields().stream()
                .filter(field ->
                        field.kind().equals(more.kind()) && field.name().equals(more.field()))
                .noneMatch(field -> field.options().stream().anyMatch(more.labels()::contains));
        if (ofTheSource) {
            options.computeIfPresent(more.kind() + "/" + more.field(), (field, labels) -> {
                Set<String> there = new LinkedHashSet<>(labels);
                more.labels().forEach(there::remove);
                return there;
            });
            engine.preflight().options(options);
        }
        return ofTheSource;
    }

    private static Optional<Problem> schemaMissing(List<SchemaItem> missing) {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        "schema-missing",
                        missing.get(0).name(),
                        "the account lacks " + missing.size()
                                + " fields, options or stages. Make them with `prepare`."));
    }
}
