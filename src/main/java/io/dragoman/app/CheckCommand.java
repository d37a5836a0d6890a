package io.dragoman.app;

import io.dragoman.model.Mapping;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: mappings and their examples, without a network. */
@Command(
        name = "check",
        description = "Checks mappings and routes, and runs the mappings' examples. Needs no network.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Option(
            names = "--mappings",
            paramLabel = "FOLDER",
            description = "Check this folder instead of a migration file's.")
    private @Nullable Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = options.home();
        Path checked = folder == null ? options.migration().mappings() : folder;
        Blueprint blueprint = Blueprint.read(home, checked);
        RouteCheck.hold(home.routes());
        blueprint.layouts().values().stream()
                .filter(layout -> layout.channels().contains("rest"))
                .forEach(layout -> RestFile.read(home, layout));
        List<Problem> failures = blueprint.failingExamples();
        if (!failures.isEmpty()) {
            throw new UserProblems(failures);
        }
        Report report = report(blueprint);
        spec.commandLine().getOut().println(options.json() ? ReportPrinter.asJson(report) : report.headline());
        return ExitCode.DONE;
    }

    private static Report report(Blueprint blueprint) {
        List<Mapping> phases = blueprint.mappings().phases();
        long examples =
                phases.stream().mapToLong(mapping -> mapping.examples().size()).sum();
        return new Report.Draft("check", "")
                .section(
                        "Mappings in the order of their phases",
                        "",
                        List.of("Mapping", "Examples"),
                        phases.stream()
                                .map(mapping -> List.of(
                                        mapping.name(),
                                        String.valueOf(mapping.examples().size())))
                                .toList())
                .next("Go on with `plan`.")
                .end(phases.size() + " mappings and " + examples + " examples hold; phases: "
                        + phases.stream().map(Mapping::name).collect(Collectors.joining(", ")));
    }
}
