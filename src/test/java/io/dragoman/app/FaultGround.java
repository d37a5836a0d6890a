package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import io.dragoman.sandbox.SandboxUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One account and one migration into it, from nothing, with a ledger of its own. */
final class FaultGround implements AutoCloseable {
    /** Nothing on this machine is on its way for longer. */
    private static final Duration MARGIN = Duration.ofMillis(20);

    private static final String UNCODED = "without a code: ";
    private static final long PATIENCE_SECONDS = 120;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static {
        // Camel lets a system property win: a target that is busy is asked again soon.
        System.setProperty("pipedrive.retry-delay", "1");
        // Beans of several contexts of one name stay registered, and keep them in memory.
        System.setProperty("org.apache.camel.jmx.disabled", "true");
    }

    private final FaultOffice office;
    private final Sandbox sandbox;
    private final MigrationFile file;
    private final LedgerFiles ledger;
    private final FaultSeams seams;
    private final JsonNode before;

    private FaultGround(FaultOffice office, Path folder) throws IOException {
        this.office = office;
        this.sandbox = Sandbox.start(SandboxSettings.defaults()
                .withUsers(List.of(
                        new SandboxUser(1, "Reception", "reception@dental.example", true),
                        new SandboxUser(2, "Ana Castellan", "ana.castellan@dental.example", true),
                        new SandboxUser(3, "Celia Oakham", "celia.oakham@dental.example", true)))
                .withSeed(7));
        makeAda();
        this.before = sandbox.dump();
        this.file = MigrationFileReader.read(written(folder), office.launch().home());
        this.ledger = new LedgerFiles(folder.resolve("data/office"), "ledger", folder.resolve("aside"));
        this.seams = new FaultSeams(sandbox, ledger);
        FaultyLedger.watch(ledger.files(), seams);
    }

    static FaultGround open(FaultOffice office, Path folder) {
        try {
            return new FaultGround(office, Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A person of the export, as somebody made her in the account by hand. */
    void makeAda() {
        write("POST", "/api/v2/persons", """
                {"name":"Ada Example","emails":[{"value":"ada@example.org","primary":true,"label":"work"}]}
                """);
    }

    /** What somebody does in the account by hand. */
    void write(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("x-api-token", sandbox.token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = HTTP.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
        if (status / 100 != 2) {
            throw new IllegalStateException("status " + status);
        }
    }

    void delete(String path) {
        write("DELETE", path, "");
    }

    private Path written(Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), sandbox.token());
        return Files.writeString(
                folder.resolve("migration.yaml"), """
                migration: office
                mappings: chambers
                source: { system: chambers, channel: csv, folder: "%s", complete: true, region: US, time-zone: America/Chicago }
                target:
                  system: pipedrive
                  base-url: %s
                  token: ${file:%s}
                  plan: unlimited
                  seats: 100
                  answer-within: 10
                ledger: jdbc:hsqldb:file:data/office/ledger
                deleted: delete
                owners: { fallback: reception@dental.example }
                """.formatted(office.export(false), sandbox.baseUrl(), token));
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** The account before anything was done. */
    JsonNode before() {
        return before;
    }

    /** How a verb ended and what of the plan it met. */
    record Ended(String how, List<Fault> met) {}

    /**
     * Starts a verb once, lets it fail as planned, and leaves the ledger as the process left it.
     *
     * @throws AssertionError when it ends with something that has no code, or does not end
     */
    Ended live(FaultVerb verb, List<Fault> faults) {
        seams.arm(faults);
        String how = ending(verb, engine -> verb.go(engine, quiet()));
        boolean dead = seams.isDead();
        List<Fault> met = seams.disarm();
        if (dead) {
            how = "killed";
            try {
                ledger.takeBack();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (how.startsWith(UNCODED)) {
            throw new AssertionError(verb + " ended " + how);
        }
        return new Ended(how, met);
    }

    /** Starts verbs that must end well, and looks at the ledger afterwards. */
    void undisturbed(FaultVerb verb, Consumer<Engine> work) {
        seams.arm(List.of());
        String how = ending(verb, work);
        seams.disarm();
        if (!how.equals("done")) {
            throw new AssertionError(verb + " without a fault ended " + how);
        }
    }

    static Progress quiet() {
        return new Progress(System.err, false, true);
    }

    /** How often the last verb came by a seam. */
    long passes(FaultKind.Seam seam) {
        return seams.passes(seam);
    }

    private String ending(FaultVerb verb, Consumer<Engine> work) {
        AtomicReference<String> how = new AtomicReference<>();
        AtomicReference<Throwable> raised = new AtomicReference<>();
        Thread life = new Thread(() -> {
            try (Engine engine = Engine.open(file(verb), office.launch(), Engine.Workers.FOR_WRITING, MARGIN)) {
                work.accept(engine);
                how.set("done");
            } catch (RunProblem problem) {
                how.set(problem.problem().code());
            } catch (UserProblems problems) {
                how.set(problems.problems().get(0).code());
            } catch (AssertionError e) {
                raised.set(e);
            } catch (Throwable e) {
                how.set(UNCODED + trace(e));
            }
        });
        life.start();
        try {
            life.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (life.isAlive()) {
            throw new AssertionError(verb + " does not end: " + Arrays.toString(life.getStackTrace()));
        }
        if (raised.get() instanceof AssertionError failure) {
            throw failure;
        }
        return Objects.requireNonNull(how.get(), "every end is told");
    }

    private static String trace(Throwable e) {
        List<String> lines = new ArrayList<>();
        for (Throwable one = e; one != null && lines.size() < 60; one = one.getCause()) {
            lines.add(one.toString());
            Arrays.stream(one.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("io.dragoman"))
                    .limit(8)
                    .forEach(frame -> lines.add("  " + frame));
        }
        return String.join("\n", lines);
    }

    private MigrationFile file(FaultVerb verb) {
        Path export = FaultyFolder.of(office.export(verb != FaultVerb.RUN), seams);
        return with(file, "source", with(file.source(), "folder", export));
    }

    /** The record with another value of one component. */
    @SuppressWarnings("unchecked")
    private static <T extends Record> T with(T record, String component, Object value) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                components[i].getAccessor().setAccessible(true);
                values[i] = components[i].getName().equals(component)
                        ? value
                        : components[i].getAccessor().invoke(record);
            }
            var constructor = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return (T) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        FaultyLedger.forget(ledger.files());
        FaultWitness.forget(sandbox.baseUrl().toString());
        sandbox.close();
    }
}
