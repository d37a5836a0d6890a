package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.SealKey;
import io.dragoman.mapping.Mapper;
import io.dragoman.mapping.Readings;
import io.dragoman.mapping.SchemaNeeds;
import io.dragoman.mapping.Transforms;
import io.dragoman.model.Mapping;
import io.dragoman.model.Reading;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import io.dragoman.privacy.Screen;
import io.dragoman.privacy.Tokens;
import io.dragoman.run.Doubts;
import io.dragoman.run.OwnerMatch;
import io.dragoman.run.Preflight;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import io.dragoman.staging.Layout;
import io.dragoman.staging.Pass;
import io.dragoman.staging.Records;
import io.dragoman.staging.Staging;
import io.dragoman.systems.pipedrive.Doorway;
import io.dragoman.systems.pipedrive.PipedriveSettings;
import io.dragoman.systems.pipedrive.Prices;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One migration opened for work: its files read, its ledger open, its export staged on demand, its routes started.
 * Everything is closed in reverse order; the staged export is gone then.
 */
final class Engine implements AutoCloseable {
    /** How long a slow line, or a target that looks into what it gets, may take for a million bytes. */
    private static final Duration PER_MEGABYTE = Duration.ofSeconds(1);

    /** Answers on this machine come at once or never; elsewhere a request may be on its way as long as its time-outs. */
    private static final Duration LOOPBACK_MARGIN = Duration.ofMillis(500);

    private final Launch launch;
    private final MigrationFile file;
    private final Blueprint blueprint;
    private final SealKey seal;
    private final Ledger ledger;
    private final Staging staging;
    private final AccountLimits limits;
    private final Meter meter;
    private final OwnerMatch owners;
    private final Screen screen;
    private final Mapper mapper;
    private final Preflight preflight;
    private final ExistingRecords existing;
    private final Remarks remarks;
    private final Duration loopbackMargin;
    private final Roads roads;

    private Engine(
            Launch launch,
            MigrationFile file,
            Blueprint blueprint,
            SealKey seal,
            Ledger ledger,
            Staging staging,
            Workers workers,
            Duration loopbackMargin) {
        this.launch = launch;
        this.file = file;
        this.blueprint = blueprint;
        this.seal = seal;
        this.ledger = ledger;
        this.staging = staging;
        this.limits = launch.host().limits(file, ledger, launch.environment());
        this.meter = new Meter(limits.budget(), ledger);
        this.owners = new OwnerMatch(
                ledger.owners(),
                blueprint.userMappings(),
                new OwnerMatch.Rules(
                        file.owners().map(),
                        file.owners().aliases(),
                        file.owners().fallback()));
        this.screen = new Screen(file.policy(), new Tokens(seal.derive("tokens")), blueprint.mappings()::kindOf);
        this.remarks = new Remarks(new UnlistedValues(ledger));
        this.mapper = new Mapper(blueprint.mappings(), Transforms.standard(), file.surroundings(), remarks);
        this.preflight = new Preflight(kinds());
        this.existing = new ExistingRecords(this);
        this.loopbackMargin = loopbackMargin;
        this.roads = Roads.start(this, workers.number(file.target().burst()));
    }

    /** How many records are under way at once. */
    enum Workers {
        /** The processor is the limit. */
        FOR_READING,
        /** The target's answers are. */
        FOR_WRITING;

        int number(int burst) {
            return this == FOR_READING
                    ? Runtime.getRuntime().availableProcessors()
                    : PipedriveSettings.workersFor(burst);
        }
    }

    /** Opens everything; when a part fails, those before it are closed. */
    static Engine open(MigrationFile file, Launch launch, Workers workers) {
        return open(file, launch, workers, LOOPBACK_MARGIN);
    }

    /** @param loopbackMargin how long a request to this machine may be on its way */
    static Engine open(MigrationFile file, Launch launch, Workers workers, Duration loopbackMargin) {
        file.target().mustHaveSecrets(launch.environment());
        return opened(file, launch, workers, loopbackMargin);
    }

    /** Opens everything for a look at the source alone: the target is not asked, and its secrets need not be there. */
    static Engine ofSource(MigrationFile file, Launch launch) {
        return opened(file, launch, Workers.FOR_READING, LOOPBACK_MARGIN);
    }

    private static Engine opened(MigrationFile file, Launch launch, Workers workers, Duration loopbackMargin) {
        file.source().mustHaveSecrets(launch.environment());
        Blueprint blueprint = Blueprint.read(launch.home(), file);
        SealKey seal = file.sealKey();
        Ledger ledger = launch.host().ledger(file, launch.environment());
        try {
            Layout layout = Objects.requireNonNull(
                            blueprint.layouts().get(file.source().system()), "checked with the file")
                    .withSettings(file.source().settings());
            Staging staging = Staging.open(
                    file.workFolder().resolve("staging").resolve("export.sqlite"), layout, launch.stop()::asked);
            try {
                return new Engine(launch, file, blueprint, seal, ledger, staging, workers, loopbackMargin);
            } catch (RuntimeException e) {
                staging.close();
                throw e;
            }
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** What a mapping makes of each of its records, links unresolved; for records that are looked at and not written. */
    void translate(Mapping mapping, Consumer<TargetRecord> reader) {
        try (Records records = staging.read(reading(mapping), Pass.LEADERS)) {
            records.forEachRemaining(
                    source -> reader.accept(mapper.map(screen.screen(source, mapping), mapping.name())));
        }
    }

    /** What is read of a mapping's records under this policy. */
    Reading reading(Mapping mapping) {
        return new Readings(blueprint.mappings()).of(mapping, file.policy());
    }

    /** Mappings of which the ledger holds nothing yet. */
    Set<String> unknown() {
        return blueprint.mappings().all().stream()
                .map(Mapping::name)
                .filter(ledger.lineages()::isEmpty)
                .collect(Collectors.toSet());
    }

    /** Mappings of which the policy lets nothing through. */
    Set<String> withheldWhole() {
        return blueprint.withheldWhole(file.policy());
    }

    Screen screen() {
        return screen;
    }

    /** From now on, what the mapper notes is counted here; phases follow each other. */
    void noteIn(Tally tally) {
        remarks.countIn(tally);
    }

    /** What the mapper has to say. */
    Remarks remarks() {
        return remarks;
    }

    ExistingRecords existing() {
        return existing;
    }

    Preflight preflight() {
        return preflight;
    }

    Mapper mapper() {
        return mapper;
    }

    /** What the account must have, under this policy. */
    SchemaNeeds schemaNeeds() {
        return SchemaNeeds.of(blueprint.mappings(), file.policy());
    }

    Gatekeeper gatekeeper() {
        return new Gatekeeper(ledger.approvals(), file, blueprint.mappings());
    }

    /** What a forecast made now rests on; the export must be staged. */
    String forecastBasis() {
        return gatekeeper().forecastBasis(staging.contents());
    }

    Doubts doubts() {
        Duration margin = file.target().loopback()
                ? loopbackMargin
                : file.pipedriveSettings(1, launch.environment()).lostAfter();
        Set<String> inParts = kinds().values().stream()
                .filter(TargetKind::inParts)
                .map(TargetKind::name)
                .collect(Collectors.toSet());
        return new Doubts(
                ledger, roads.target(), inParts, margin, file.target().loopback() ? Duration.ZERO : PER_MEGABYTE);
    }

    /** Whether a mapping will read a record of this key from the source. */
    boolean atSource(String mapping, String key) {
        Mapping linked = blueprint.mappings().get(mapping);
        return staging.exists(linked.sourceObject(), linked.identity().lineage(), key);
    }

    Map<String, TargetKind> kinds() {
        return Objects.requireNonNull(blueprint.targets().get(file.target().system()), "checked with the file");
    }

    /** What the program was given when it was launched. */
    Launch launch() {
        return launch;
    }

    /** Raised when the launch has to end before its end. */
    Stop stop() {
        return launch.stop();
    }

    MigrationFile file() {
        return file;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    SealKey seal() {
        return seal;
    }

    Ledger ledger() {
        return ledger;
    }

    Staging staging() {
        return staging;
    }

    Budget budget() {
        return limits.budget();
    }

    /** Where requests to the account pass. */
    Doorway doorway() {
        return limits.doorway();
    }

    /** What writes and lists cost at the target. */
    Prices prices() {
        return new Prices(kinds());
    }

    /** Where requests are booked to runs and mappings. */
    Meter meter() {
        return meter;
    }

    OwnerMatch owners() {
        return owners;
    }

    Roads roads() {
        return roads;
    }

    @Override
    public void close() {
        roads.close();
        existing.close();
        staging.close();
        ledger.close();
    }
}
