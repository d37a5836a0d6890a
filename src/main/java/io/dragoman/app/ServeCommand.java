package io.dragoman.app;

import io.dragoman.access.Door;
import io.dragoman.console.Pages;
import io.dragoman.run.Stop;
import io.dragoman.service.Metrics;
import io.dragoman.service.Readiness;
import io.dragoman.service.Service;
import io.dragoman.service.Verb;
import io.dragoman.service.http.Resources;
import io.dragoman.service.http.Server;
import io.dragoman.service.jmx.Beans;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: the long-lived service, until it is stopped. */
@Command(
        name = "serve",
        description =
                "Works on several migrations for weeks: orders over REST and JMX, schedules, edits taken over live.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Serve every migration.yaml, and every file so ending, in this folder and its folders.")
    private @Nullable Path folder;

    @Option(
            names = {"-m", "--migration"},
            paramLabel = "FILE",
            description = "Serve this migration; may be given several times.")
    private @Nullable List<Path> migrations;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "What the service keeps beside the ledgers (default: data/.service in the folder, or beside the first file).")
    private @Nullable Path state;

    @Mixin
    private final ServeAccess access = new ServeAccess();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Launch launch = Dragoman.launch(spec);
        Service.Places places = places();
        Path kept = state == null ? usualState() : state.toAbsolutePath().normalize();
        String token = ServiceToken.read(launch.environment(), kept.resolve("service.token"));
        Metrics metrics = new Metrics();
        Accounts accounts = new Accounts(address -> {
            String account = address.toString();
            return (of, status, took) -> metrics.request(account, of, status, took);
        });
        ServedVerbs verbs = new ServedVerbs(launch.environment(), launch.home(), kept, accounts);
        Beans beans = new Beans(ManagementFactory.getPlatformMBeanServer(), byName(verbs.verbs()));
        Stop stop = new Stop(launch.stop());
        Server.Place place = access.place();
        Door door = access.door(token);
        try (Service service = Service.open(verbs, places, stop, Clock.systemUTC(), List.of(metrics, beans));
                Pages pages = new Pages(service, new ServedLibrary(verbs), door, PlainText::of, Version.text());
                Server server = Server.start(
                        place,
                        door,
                        new Resources(service, metrics, new Readiness(service), schemas(launch.home())),
                        pages)) {
            greet(service, server.port(), kept);
            SandboxCommand.untilStopped(launch.stop());
        }
        return ExitCode.DONE;
    }

    private static Function<String, Verb> byName(List<Verb> verbs) {
        return verbs.stream().collect(Collectors.toMap(Verb::name, Function.identity()))::get;
    }

    /** For editors, as the loader holds files against them. */
    private static Map<String, String> schemas(Home home) {
        Map<String, String> schemas = new TreeMap<>();
        for (String name : List.of("mapping.schema.json", "migration.schema.json")) {
            try {
                schemas.put(name, Files.readString(home.mappings().resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return schemas;
    }

    private void greet(Service service, int listening, Path kept) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Serving " + service.stations().size() + " migrations at http://127.0.0.1:" + listening + "/");
        service.notServed()
                .forEach((file, problems) -> problems.forEach(
                        problem -> out.println(PlainText.of("Not served: " + file.getFileName() + ": " + problem))));
        out.println(
                access.hasUsers()
                        ? "People sign in with the names of the users file. Stop it with Ctrl-C."
                        : "Its token is in " + kept.resolve("service.token") + " or the variable "
                                + ServiceToken.VARIABLE + ". Stop it with Ctrl-C.");
        out.flush();
    }

    private Service.Places places() {
        if (folder == null && migrations == null) {
            throw new ParameterException(spec.commandLine(), "Name migrations with --folder DIR or --migration FILE.");
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + folder + ".");
        }
        List<Path> files = migrations == null
                ? List.of()
                : migrations.stream()
                        .map(file -> file.toAbsolutePath().normalize())
                        .distinct()
                        .toList();
        files.stream().filter(file -> !Files.isRegularFile(file)).findFirst().ifPresent(absent -> {
            throw new ParameterException(spec.commandLine(), "No migration file " + absent + ".");
        });
        return new Service.Places(
                files, folder == null ? null : folder.toAbsolutePath().normalize());
    }

    private Path usualState() {
        Path beside = folder != null
                ? folder.toAbsolutePath()
                : java.util.Objects.requireNonNull(migrations, "one of both is given")
                        .get(0)
                        .toAbsolutePath()
                        .resolveSibling("");
        return beside.normalize().resolve("data").resolve(".service");
    }
}
