package io.dragoman.systems.csv;

import io.dragoman.model.Drawn;
import io.dragoman.model.Identity;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Place;
import io.dragoman.model.Reading;
import io.dragoman.model.SourceRecord;
import io.dragoman.staging.Finding;
import io.dragoman.staging.Layout;
import io.dragoman.staging.Layouts;
import io.dragoman.staging.Pass;
import io.dragoman.staging.StagedProblem;
import io.dragoman.staging.Staging;
import io.dragoman.systems.csv.Export.Kind;
import io.dragoman.systems.csv.Export.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** A source as the product runs it: its real routes in a Camel context, its real layout, a real staging. Dentrix unless told. */
final class Practice implements AutoCloseable {
    static final Path FOLDER = Path.of("routes/systems/dentrix");
    private static final Map<Source, Layout> LAYOUTS = new EnumMap<>(Source.class);

    final Staging staging;
    private final Source source;
    private final CamelContext camel = new DefaultCamelContext();

    Practice(Path work) throws Exception {
        this(Source.PRACTICE, Headers.NONE, work);
    }

    Practice(Source source, Headers headers, Path work) throws Exception {
        quiet("org.apache.camel.processor.errorhandler");
        this.source = source;
        Path folder = FOLDER.resolveSibling(source.system);
        staging = Staging.open(
                work.resolve("work/staging.db"),
                LAYOUTS.computeIfAbsent(source, any -> Layouts.read(folder)),
                () -> false);
        camel.getRegistry().bind("staging", staging);
        camel.getRegistry()
                .bind(
                        "csvExport",
                        new CsvExport(staging, work.resolve("work"), (object, rows) -> {}, null, null, headers));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel)
                        .resolveResource("file:" + folder.resolve(source.system + ".camel.yaml")));
        camel.start();
    }

    /** What a test provokes is no news. */
    private static void quiet(String logger) {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(logger))
                .setLevel(ch.qos.logback.classic.Level.OFF);
    }

    static Practice staged(Path export, Path work) throws Exception {
        return staged(new Practice(work), export);
    }

    static Practice staged(Kind kind, Export export, Path work) throws Exception {
        return staged(new Practice(kind.source, Headers.NONE, work), export.as(kind, work));
    }

    static Practice staged(Practice practice, Path export) throws Exception {
        try {
            practice.stage(export);
            return practice;
        } catch (Exception e) {
            practice.close();
            throw e;
        }
    }

    /** Runs the staging route; what it throws comes out as it went in. */
    void stage(Path export) throws Exception {
        Exchange exchange = camel.createProducerTemplate()
                .request(
                        "direct:" + source.system + "-stage",
                        e -> e.getMessage().setBody(export));
        Throwable failure = exchange.getException();
        while (failure != null && !(failure.getClass().getPackageName().startsWith("io.dragoman"))) {
            failure = failure.getCause();
        }
        if (failure instanceof RuntimeException ours) {
            throw ours;
        }
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }

    @SuppressWarnings("unchecked")
    List<SourceRecord> read(Reading reading, Pass pass) {
        Exchange exchange = camel.createProducerTemplate().request("direct:" + source.system + "-read", e -> {
            e.getMessage().setBody(reading);
            e.setVariable("pass", pass);
        });
        return all((Iterator<SourceRecord>) exchange.getMessage().getBody());
    }

    List<StagedProblem> problems(Reading reading) {
        return all(staging.problems(reading));
    }

    /** The names of the people, whatever the source calls them. */
    Reading people() {
        return reading(
                source.system,
                source.person,
                Set.of(source.key(), "last_name", "first_name"),
                identity(source.key()),
                List.of(),
                List.of());
    }

    /** Rows of the people. */
    long count() {
        return staging.count(source.person);
    }

    /** Every fate of the people as short text: {@code p-1}, or {@code line 3!code} for one set aside. */
    List<String> fates() {
        Reading reading = people();
        List<String> fates = new ArrayList<>();
        read(reading, Pass.LEADERS).forEach(r -> fates.add(r.key()));
        for (StagedProblem problem : problems(reading)) {
            String place = problem.problem().place();
            fates.add("line " + place.substring(place.indexOf(':') + 1) + "!"
                    + problem.problem().code());
        }
        return fates;
    }

    List<String> findings(String code) {
        return staging.findings().stream()
                .filter(f -> f.problem().code().equals(code))
                .map(f -> f.problem().place())
                .toList();
    }

    Finding finding(String code) {
        return staging.findings().stream()
                .filter(f -> f.problem().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding " + code));
    }

    private static <T> List<T> all(Iterator<T> iterator) {
        List<T> all = new ArrayList<>();
        iterator.forEachRemaining(all::add);
        return all;
    }

    static Reading reading(String object, Set<String> columns) {
        return reading(object, columns, identity("patient_id"), List.of(), List.of());
    }

    static Identity identity(String... lineage) {
        return new Identity(List.of(lineage), null, "", null, List.of(), null);
    }

    static Reading reading(
            String object, Set<String> columns, Identity identity, List<Gather> gathers, List<Set<String>> wanted) {
        return reading("dentrix", object, columns, identity, gathers, wanted);
    }

    static Reading reading(
            String system,
            String object,
            Set<String> columns,
            Identity identity,
            List<Gather> gathers,
            List<Set<String>> wanted) {
        Mapping mapping = new Mapping(
                "a-mapping",
                "A mapping",
                system + "." + object,
                "pipedrive.person",
                "",
                identity,
                List.of(),
                gathers,
                List.of(),
                null,
                Map.of(),
                List.of(),
                List.of(),
                Drawn.NOTHING,
                Map.of(),
                List.of(),
                Place.of("a-mapping.yaml"),
                "hash");
        return new Reading(mapping, columns, gathers, wanted);
    }

    @Override
    public void close() throws Exception {
        camel.close();
        staging.close();
    }
}
