package io.dragoman.systems.rest;

import io.dragoman.mapping.SchemaCheck;
import io.dragoman.mapping.YamlTree;
import io.dragoman.staging.Layout;
import io.dragoman.staging.Layouts;
import io.dragoman.staging.Staging;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** A small source that is had over HTTP: the real routes of the channel in a Camel context, and a real staging for each reading. */
final class Books {
    static final String LAYOUT = """
            system: books
            layout: books/1
            channels: [rest]
            files:
              client:
                file: clients.csv
                key: id
                columns: { id: id, name: string, balance: dec, shop_id: id, tags: string, raw: text, updated_at: datetime }
              phone:
                file: phones.csv
                key: [client_id, seq]
                columns: { client_id: id -> client.id, seq: int, number: string }
              visit:
                file: visits.csv
                key: id
                columns: { id: id, client_id: id -> client.id }
            """;

    private static final Seal OPEN = new Seal() {
        @Override
        public String seal(byte[] plain) {
            return Base64.getEncoder().encodeToString(plain);
        }

        @Override
        public byte[] open(String sealed) {
            return Base64.getDecoder().decode(sealed);
        }
    };

    private final Path folder;
    private final URI base;
    private final RestSystem system;
    private final Layout layout;
    private RestSystem.Rate rate = new RestSystem.Rate(1000, Duration.ofMillis(1));
    private long quota;
    private Duration fresh = Duration.ofHours(24);
    private Clock clock = Clock.systemUTC();

    Books(Path folder, URI base, String rest) {
        this(folder, base, rest, layout(folder));
    }

    Books(Path folder, URI base, String rest, Layout layout) {
        this.folder = folder;
        this.base = base;
        this.layout = layout;
        this.system = system(rest, layout);
    }

    private static Layout layout(Path folder) {
        try {
            Files.createDirectories(folder.resolve("books"));
            Files.writeString(folder.resolve("books/layout.yaml"), LAYOUT);
            return Layouts.read(folder.resolve("books"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RestSystem system(String rest, Layout layout) {
        YamlTree tree = YamlTree.read("rest.yaml", rest);
        try (InputStream schema = Files.newInputStream(Path.of("mappings/rest.schema.json"))) {
            List<?> problems = new SchemaCheck(schema).problems(tree);
            if (!problems.isEmpty()) {
                throw new AssertionError(problems.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RestSystem.of(tree.root(), tree::place, layout);
    }

    Books rate(int requests, Duration window) {
        rate = new RestSystem.Rate(requests, window);
        return this;
    }

    Books quota(long requests) {
        quota = requests;
        return this;
    }

    Books fresh(Duration time) {
        fresh = time;
        return this;
    }

    Books clock(Clock other) {
        clock = other;
        return this;
    }

    RestSettings settings() {
        return new RestSettings(
                system,
                "books",
                base,
                () -> "key-1",
                "ops@books.example",
                "client-1",
                () -> "secret-1",
                "org-1",
                rate,
                quota,
                folder.resolve("source"),
                fresh,
                Duration.ofDays(30),
                ZoneId.of("America/Chicago"),
                Duration.ofMillis(1),
                clock);
    }

    /** Reads as one verb does; the caller closes the staging. */
    Staging read() throws Exception {
        return read(false);
    }

    /** @param changes whether what changed is asked for, as a delta does */
    Staging read(boolean changes) throws Exception {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("org.apache.camel.processor.errorhandler"))
                .setLevel(ch.qos.logback.classic.Level.OFF);
        Staging staging = Staging.open(folder.resolve("staging/books.sqlite"), layout, () -> false);
        try (CamelContext camel = new DefaultCamelContext()) {
            RestBeans beans = new RestBeans(settings(), staging, OPEN, () -> false, (name, rows) -> {});
            beans.bindTo(camel);
            camel.getRegistry().bind("staging", staging);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(PluginHelper.getResourceLoader(camel)
                            .resolveResource("file:routes/channels/rest.camel.yaml"));
            camel.start();
            if (changes) {
                beans.extraction().askChanges();
            }
            stage(camel);
            return staging;
        } catch (Exception e) {
            staging.close();
            throw e;
        }
    }

    private static void stage(CamelContext camel) throws Exception {
        Exchange exchange = camel.createProducerTemplate().request("direct:books-rest-stage", e -> {});
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
}
