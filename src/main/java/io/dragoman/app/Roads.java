package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.mapping.Fingerprints;
import io.dragoman.mapping.LeaveOuts;
import io.dragoman.model.Policy;
import io.dragoman.model.Reading;
import io.dragoman.run.Differ;
import io.dragoman.run.Linker;
import io.dragoman.run.Phase;
import io.dragoman.run.Preflight;
import io.dragoman.systems.csv.CsvExport;
import io.dragoman.systems.pipedrive.PipedriveBeans;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.Main;

/** The routes of one migration, started, with the beans they name. What flows where stands in {@code routes/}. */
final class Roads implements AutoCloseable {
    private final Main main = new Main();
    private final ThreadPoolExecutor workers;
    private final Engine engine;

    private Roads(Engine engine, int workers) {
        this.engine = engine;
        // Callers run what the queue cannot hold, so that reading never runs ahead of writing.
        this.workers = new ThreadPoolExecutor(
                workers,
                workers,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(2 * workers),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /** @param workers records under way at once */
    static Roads start(Engine engine, int workers) {
        Roads roads = new Roads(engine, workers);
        roads.bind();
        Home home = engine.home();
        MigrationFile file = engine.file();
        roads.main
                .configure()
                .withName(file.name())
                .withRoutesIncludePattern(String.join(
                        ",",
                        routes(home.routes()),
                        routes(home.system(file.source().system())),
                        routes(home.system(file.target().system()))))
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

    private static String routes(Path folder) {
        return "file:" + folder + "/*.camel.yaml";
    }

    private void bind() {
        Ledger ledger = engine.ledger();
        Policy policy = engine.file().policy();
        Fingerprints fingerprints = new Fingerprints(engine.seal()::hmac);
        main.bind("workers", workers);
        main.bind("staging", engine.staging());
        main.bind("csvExport", new CsvExport(engine.staging()));
        main.bind("fates", new Fates(ledger, fingerprints, policy));
        main.bind("settled", new Settled(ledger.lineages(), fingerprints, policy));
        main.bind("joiner", new Joiner(ledger, fingerprints, policy));
        main.bind("leaveOuts", new LeaveOuts());
        main.bind("screen", engine.screen());
        main.bind("mapper", engine.mapper());
        main.bind(
                "linker",
                new Linker(
                        ledger.lineages(),
                        engine.owners(),
                        engine.schemaNeeds().withheldWhole(),
                        engine::atSource));
        main.bind("preflight", new Preflight(engine.kinds(), engine.options()));
        main.bind("differ", new Differ(ledger.lineages()));
        main.bind("intents", new Intents(ledger.writes(), ledger.lineages(), fingerprints, policy));
        PipedriveBeans.bind(main, engine.pipedriveSettings(), ledger.bindings(), engine.budget());
    }

    /** The target, as runs see it. */
    CamelTarget target() {
        return new CamelTarget(main.getCamelTemplate(), engine.file().target().system());
    }

    /** Reads the export into the staging. */
    void stage() {
        main.getCamelTemplate()
                .requestBody("direct:" + engine.file().source().system() + "-stage", engine.file().source().folder());
    }

    /** Sends one mapping's records down the road. */
    void travel(Phase phase, Reading reading, String pass) {
        target().travel("direct:phase", reading, phase, Map.of("pass", pass));
    }

    @Override
    public void close() {
        main.stop();
        workers.shutdownNow();
    }
}
