package io.dragoman.app;

import io.dragoman.content.Contents;
import io.dragoman.ledger.Ledger;
import io.dragoman.mapping.Fingerprints;
import io.dragoman.model.Mapping;
import io.dragoman.model.Policy;
import io.dragoman.run.Differ;
import io.dragoman.run.Doubts;
import io.dragoman.run.Linker;
import io.dragoman.run.Phase;
import io.dragoman.run.WriteDigest;
import io.dragoman.staging.Pass;
import io.dragoman.systems.csv.CsvExport;
import io.dragoman.systems.jdbc.Database;
import io.dragoman.systems.pipedrive.PipedriveBeans;
import io.dragoman.systems.rest.RestBeans;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.jspecify.annotations.Nullable;

/** The routes of one migration, started, with the beans they name. What flows where stands in {@code routes/}. */
final class Roads implements AutoCloseable {
    private final Main main = new Main();
    private final Workers workers;
    private final Engine engine;
    private final Map<String, Long> rowsStaged = new ConcurrentHashMap<>();
    private final Fingerprints fingerprints;
    private final Fates fates;
    private final Contents contents;
    private final Attachments attachments;
    private final Twins twins;
    private final AsPlanned asPlanned;
    private final Database database;
    private @Nullable RestBeans rest;
    private boolean isStaged;

    private Roads(Engine engine, int workers) {
        this.engine = engine;
        MigrationFile file = engine.file();
        this.fingerprints = new Fingerprints(engine.seal().derive("fingerprints"));
        this.fates = new Fates(engine.ledger(), fingerprints, file.policy(), engine.prices());
        this.contents = new Contents(
                file.source().folder(), file.source().fileHosts(), new OwnFiles(engine.staging(), () -> rest));
        this.attachments = new Attachments(
                engine.ledger(), contents, file.policy(), file.target().largestFile());
        this.twins = new Twins(engine.ledger(), fingerprints, file.policy(), fates);
        this.database = new Database(
                engine.staging(),
                DatabaseSource.access(file.source(), engine.launch().environment()),
                this::staged);
        this.asPlanned = new AsPlanned(new WriteDigest(engine.seal().derive("planned writes")));
        this.workers = new Workers(workers);
    }

    /** @param workers records under way at once */
    static Roads start(Engine engine, int workers) {
        Roads roads = new Roads(engine, workers);
        roads.bind();
        // Signals are the launch's affair, and Camel's own hook would keep all of this in memory until the end.
        roads.main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        Home home = engine.launch().home();
        MigrationFile file = engine.file();
        roads.main
                .configure()
                .withName(file.name())
                .withRoutesIncludePattern(routes(home, file))
                .withStreamCachingEnabled(false)
                .withAutoConfigurationLogSummary(false)
                .withShutdownTimeout(30);
        try {
            roads.main.start();
        } catch (RuntimeException e) {
            roads.close();
            throw e;
        }
        return roads;
    }

    /** The road, the two systems, and what all sources of the channel have in common. */
    private static String routes(Home home, MigrationFile file) {
        Path channel = home.routes().resolve("channels").resolve(file.source().channel() + ".camel.yaml");
        return Stream.of(
                        home.routes(),
                        home.system(file.source().system()),
                        home.system(file.target().system()))
                .map(folder -> "file:" + folder + "/*.camel.yaml")
                .reduce(
                        Files.exists(channel) ? "file:" + channel : "",
                        (one, other) -> one.isEmpty() ? other : one + "," + other);
    }

    private void bind() {
        Ledger ledger = engine.ledger();
        Policy policy = engine.file().policy();
        main.bind("workers", workers);
        main.bind("staging", engine.staging());
        main.bind(
                "csvExport",
                new CsvExport(
                        engine.staging(),
                        engine.file().workFolder().resolve("staging"),
                        this::staged,
                        engine.file().source().changes(),
                        engine.file().source().complete(),
                        engine.file().source().headers().withKeys(new SourceKeys(engine.seal())::of)));
        bindRest();
        main.bind("database", database);
        main.bind("fates", fates);
        main.bind("attachments", attachments);
        main.bind("twins", twins);
        main.bind("settled", new Settled(ledger.lineages(), fingerprints, policy));
        main.bind("joiner", new Joiner(ledger, fingerprints, policy));
        main.bind("screen", engine.screen());
        main.bind("mapper", engine.mapper());
        main.bind("linker", linker());
        main.bind("preflight", engine.preflight());
        main.bind("differ", new Differ(ledger.lineages()));
        main.bind("asPlanned", asPlanned);
        main.bind("matching", new Matching(engine));
        main.bind("intents", new Intents(ledger.writes(), ledger.lineages(), fingerprints, policy, this::target));
        PipedriveBeans pipedrive = new PipedriveBeans(
                engine.file()
                        .pipedriveSettings(
                                workers.getCorePoolSize(), engine.launch().environment()),
                engine.kinds(),
                ledger.bindings(),
                engine.meter(),
                engine.doorway(),
                contents);
        configure(pipedrive::bindTo);
    }

    private void configure(Consumer<CamelContext> binding) {
        main.configure().addConfiguration(new CamelConfiguration() {
            @Override
            public void configure(CamelContext context) {
                binding.accept(context);
            }
        });
    }

    private void bindRest() {
        ApiAddress told = engine.file().source().rest();
        if (told == null) {
            return;
        }
        RestBeans beans = RestSource.beans(
                engine.file(),
                told,
                engine.launch().environment(),
                engine.staging(),
                engine.seal(),
                engine.launch().stop()::asked,
                this::staged);
        rest = beans;
        configure(beans::bindTo);
    }

    /** What is staged next holds what changed at the source until now, where the source can be asked for that. */
    void askChanges() {
        if (rest != null) {
            rest.extraction().askChanges();
        }
    }

    private Linker linker() {
        return new Linker(engine.ledger().lineages(), engine.owners(), engine.withheldWhole(), engine::atSource);
    }

    /** What a run would send of the records of a mapping. */
    Prospect prospect(Mapping mapping) {
        return new Prospect(
                engine,
                mapping,
                fingerprints,
                linker(),
                new Differ(engine.ledger().lineages()));
    }

    /** The target, as runs see it. */
    CamelTarget target() {
        return new CamelTarget(
                main.getCamelContext().createProducerTemplate(),
                engine.file().target().system(),
                workers::awaitLast);
    }

    /** Where plans take down what they propose, and runs are held to it. */
    AsPlanned asPlanned() {
        return asPlanned;
    }

    /** Reads the source into the staging, the first time it is asked for. */
    void stage() {
        if (isStaged) {
            return;
        }
        isStaged = true;
        MigrationFile.Source source = engine.file().source();
        Object where = source.channel().equals("csv")
                ? source.folder()
                : engine.launch().home().system(source.system());
        target().ask(source.stagingRoute(), Objects.requireNonNull(where, "checked with the file"), Object.class);
    }

    private void staged(String object, long rows) {
        rowsStaged.merge(object, rows, Long::max);
    }

    /** The files that rows name. */
    Contents contents() {
        return contents;
    }

    /** Rows of the export read so far. */
    long rowsStaged() {
        return rowsStaged.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Forgets what was seen of the files of another phase. */
    void beginPhase() {
        attachments.begin();
        twins.begin();
    }

    /** Tells the fates of files that waited for others. */
    void finish(Phase phase, Doubts doubts) {
        twins.rest(phase, target(), doubts);
    }

    /** Sends one mapping's records down the road. */
    void travel(Phase phase, Pass pass) {
        target().travel("direct:phase", phase.reading(), phase, Map.of("pass", pass));
    }

    @Override
    public void close() {
        main.stop();
        database.close();
        workers.shutdownNow();
    }
}
