package io.dragoman.systems.pipedrive;

import io.dragoman.model.Bindings;
import io.dragoman.model.ContentProblem;
import io.dragoman.model.ContentSource;
import io.dragoman.model.FindRequest;
import io.dragoman.model.ReadBack;
import io.dragoman.model.Receipt;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** The Pipedrive routes in a real Camel context, over HTTP against a sandbox that starts and ends with them. */
final class Account implements AutoCloseable {
    static final Map<String, TargetKind> KINDS = Kinds.read(Path.of("routes", "systems", "pipedrive", "kinds.yaml"));

    static final String TOKEN = "t0ken-of-the-sandbox-account";

    private final Map<String, String> bound = new ConcurrentHashMap<>();
    private final Sandbox sandbox;
    private final Main main = new Main();
    private final ProducerTemplate template;

    private Account(Sandbox sandbox, PipedriveSettings settings, Budget budget, ContentSource contents) {
        this.sandbox = sandbox;
        Bindings bindings = name -> Optional.ofNullable(bound.get(name));
        start(
                main,
                new PipedriveBeans(
                        settings,
                        KINDS,
                        bindings,
                        budget,
                        PipedriveBeans.doorway(settings, Ban.forgotten()),
                        contents));
        this.template = main.getCamelContext().createProducerTemplate();
    }

    static Account open() {
        return open(plain -> plain, plain -> plain, Budget.unlimited());
    }

    static Account open(
            UnaryOperator<SandboxSettings> sandboxSettings, UnaryOperator<PipedriveSettings> settings, Budget budget) {
        return open(sandboxSettings, settings, budget, where -> {
            throw new ContentProblem("file-not-found", "there are no files");
        });
    }

    static Account open(
            UnaryOperator<SandboxSettings> sandboxSettings,
            UnaryOperator<PipedriveSettings> settings,
            Budget budget,
            ContentSource contents) {
        Sandbox sandbox = Sandbox.start(sandboxSettings.apply(
                SandboxSettings.defaults().withToken(TOKEN).withRecord(true)));
        return new Account(sandbox, settings.apply(quick(sandbox.baseUrl())), budget, contents);
    }

    static PipedriveSettings quick(URI address) {
        return PipedriveSettings.of(address, () -> TOKEN, 0)
                .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(1))
                .withRetryDelay(Duration.ofMillis(5));
    }

    static void start(Main main, PipedriveBeans beans) {
        main.addMainListener(new org.apache.camel.main.MainListenerSupport() {
            @Override
            public void beforeConfigure(org.apache.camel.main.BaseMainSupport starting) {
                beans.bindTo(starting.getCamelContext());
            }
        });
        main.configure()
                .withRoutesIncludePattern(
                        "file:" + Path.of("routes/systems/pipedrive").toAbsolutePath() + "/*.camel.yaml");
        main.configure().setShutdownTimeout(5);
        try {
            main.start();
        } catch (Exception e) {
            throw new AssertionError("the routes do not start", e);
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Map<String, String> bound() {
        return bound;
    }

    CamelContext camel() {
        return main.getCamelContext();
    }

    /** Sends to a port, and throws what the route throws, as the caller of a route sees it. */
    <T> T ask(String port, Object body, Class<T> answer) {
        Exchange exchange = template.request(
                "direct:pipedrive-" + port, asked -> asked.getMessage().setBody(body));
        if (exchange.getException() instanceof RuntimeException failure) {
            throw failure;
        }
        if (exchange.getException() != null) {
            throw new AssertionError(exchange.getException());
        }
        return answer.cast(Objects.requireNonNull(exchange.getMessage().getBody()));
    }

    SchemaItem.Made prepare(SchemaItem item) {
        SchemaItem.Made made = ask("prepare", item, SchemaItem.Made.class);
        bound.putAll(made.bindings());
        return made;
    }

    Receipt write(TargetWrite write) {
        return ask("write", write, Receipt.class);
    }

    Receipt create(TargetRecord record) {
        return write(new TargetWrite(TargetWrite.Verb.CREATE, record, null, Set.of()));
    }

    Receipt update(TargetRecord record, TargetId id, String... changed) {
        return write(new TargetWrite(TargetWrite.Verb.UPDATE, record, id, Set.of(changed)));
    }

    Receipt undo(TargetWrite write) {
        return ask("undo", write, Receipt.class);
    }

    @SuppressWarnings("unchecked")
    Map<String, TargetId> find(FindRequest request) {
        return ask("find", request, Map.class);
    }

    @SuppressWarnings("unchecked")
    List<Trace> traces(TraceRequest request) {
        Iterator<Trace> traces = ask("traces", request, Iterator.class);
        List<Trace> all = new java.util.ArrayList<>();
        traces.forEachRemaining(all::add);
        return all;
    }

    @SuppressWarnings("unchecked")
    List<ReadBack.Held> readBack(ReadBack wanted) {
        Iterator<ReadBack.Held> held = ask("read-back", wanted, Iterator.class);
        List<ReadBack.Held> all = new java.util.ArrayList<>();
        held.forEachRemaining(all::add);
        return all;
    }

    ReadBack.Held readBack(String kind, TargetId id) {
        List<ReadBack.Held> held = readBack(new ReadBack(kind, Set.of(id)));
        if (held.size() != 1) {
            throw new AssertionError("expected one record, not " + held.size());
        }
        return held.get(0);
    }

    @Override
    public void close() {
        main.stop();
        sandbox.close();
    }
}
