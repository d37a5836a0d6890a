package io.dragoman.systems.jdbc;

import io.dragoman.model.Drawn;
import io.dragoman.model.Identity;
import io.dragoman.model.Mapping;
import io.dragoman.model.Place;
import io.dragoman.model.Reading;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.model.SourceRecord;
import io.dragoman.staging.Finding;
import io.dragoman.staging.Layout;
import io.dragoman.staging.Layouts;
import io.dragoman.staging.Pass;
import io.dragoman.staging.Staging;
import io.dragoman.systems.csv.CsvExport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** The Dentrix source as the product stages it, by either channel: its real routes, its real layout, a real staging. */
final class Staged implements AutoCloseable {
    static final Path SYSTEM = Path.of("routes/systems/dentrix");
    private static final Layout LAYOUT = Layouts.read(SYSTEM);

    final Staging staging;

    private Staged(Path work) {
        staging = Staging.open(work.resolve("staging.db"), LAYOUT, () -> false);
    }

    static Staged byExport(Path export, Path work) throws Exception {
        Staged staged = new Staged(work);
        CsvExport csv = new CsvExport(staged.staging, work, (object, rows) -> {});
        return staged.through("dentrix", "csvExport", csv, export);
    }

    static Staged byDatabase(DatabaseAccess access, Path work) throws Exception {
        return byDatabase(access, work, (object, rows) -> {});
    }

    static Staged byDatabase(DatabaseAccess access, Path work, Database.Progress progress) throws Exception {
        Staged staged = new Staged(work);
        try (Database database = new Database(staged.staging, access, progress)) {
            return staged.through("jdbc", "database", database, SYSTEM);
        } catch (Exception e) {
            staged.close();
            throw e;
        }
    }

    private Staged through(String routes, String name, Object bean, Path body) throws Exception {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("org.apache.camel.processor.errorhandler"))
                .setLevel(ch.qos.logback.classic.Level.OFF);
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("staging", staging);
            camel.getRegistry().bind(name, bean);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(PluginHelper.getResourceLoader(camel)
                            .resolveResource("file:" + SYSTEM.resolve(routes + ".camel.yaml")));
            camel.start();
            String route = routes.equals("jdbc") ? "direct:dentrix-jdbc-stage" : "direct:dentrix-stage";
            Exchange exchange = camel.createProducerTemplate()
                    .request(route, e -> e.getMessage().setBody(body));
            throwOurs(exchange);
            return this;
        }
    }

    /** What a route throws comes out as it went in. */
    private static void throwOurs(Exchange exchange) throws Exception {
        Throwable failure = exchange.getException();
        while (failure != null && !failure.getClass().getPackageName().startsWith("io.dragoman")) {
            failure = failure.getCause();
        }
        if (failure instanceof RuntimeException ours) {
            throw ours;
        }
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }

    /** Every row of every object and view, with all that is staged of it. */
    Map<String, List<SourceRecord>> records() {
        return LAYOUT.source().objects().values().stream().collect(Collectors.toMap(SourceObject::name, this::records));
    }

    List<SourceRecord> records(SourceObject object) {
        List<SourceRecord> records = new ArrayList<>();
        staging.read(reading(object), Pass.LEADERS).forEachRemaining(records::add);
        return records;
    }

    /** One row as text by column. */
    Map<String, Object> row(String object, String key) {
        return records(LAYOUT.object(object)).stream()
                .filter(record -> record.key().equals(key))
                .findFirst()
                .orElseThrow()
                .fields();
    }

    List<String> findings(String code) {
        return staging.findings().stream()
                .map(Finding::problem)
                .filter(problem -> problem.code().equals(code))
                .map(problem -> problem.place() + " " + problem.advice())
                .toList();
    }

    private static Reading reading(SourceObject object) {
        Set<String> columns =
                object.columns().stream().map(Column::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Mapping mapping = new Mapping(
                "a-mapping",
                "A mapping",
                "dentrix." + object.name(),
                "pipedrive.person",
                "",
                new Identity(object.key(), null, "", null, List.of(), null),
                List.of(),
                List.of(),
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
        return new Reading(mapping, columns, List.of(), List.of());
    }

    @Override
    public void close() {
        staging.close();
    }
}
