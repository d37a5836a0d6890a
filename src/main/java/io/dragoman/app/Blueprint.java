package io.dragoman.app;

import io.dragoman.mapping.Catalog;
import io.dragoman.mapping.ExampleRunner;
import io.dragoman.mapping.MappingFolder;
import io.dragoman.mapping.Mappings;
import io.dragoman.mapping.Overrides;
import io.dragoman.mapping.Transforms;
import io.dragoman.model.Mapping;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout;
import io.dragoman.model.TargetKind;
import io.dragoman.model.UserProblems;
import io.dragoman.privacy.Screen;
import io.dragoman.privacy.Tokens;
import io.dragoman.staging.Layout;
import io.dragoman.staging.Layouts;
import io.dragoman.systems.pipedrive.Kinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known before any record is read: what the systems offer, and the mappings between them. A system is a folder
 * under {@code routes/systems}; one with a {@code layout.yaml} is a source, one with a {@code kinds.yaml} a target.
 */
record Blueprint(Map<String, Layout> layouts, Map<String, Map<String, TargetKind>> targets, Mappings mappings) {
    /** @throws UserProblems with everything that is wrong in these files */
    static Blueprint read(Home home, MigrationFile file) {
        return read(home, file.mappings(), file.mappingOverrides());
    }

    /** The files as they are, without any practice's overrides. */
    static Blueprint read(Home home, Path mappings) {
        return read(home, mappings, Overrides.NONE);
    }

    private static Blueprint read(Home home, Path mappings, Overrides overrides) {
        Map<String, Layout> layouts = new TreeMap<>();
        Map<String, Map<String, TargetKind>> targets = new TreeMap<>();
        for (Path system : folders(home.routes().resolve("systems"))) {
            String name = system.getFileName().toString();
            if (Files.exists(system.resolve("layout.yaml"))) {
                layouts.put(name, Layouts.read(system));
            }
            if (Files.exists(system.resolve("kinds.yaml"))) {
                targets.put(name, Kinds.read(system.resolve("kinds.yaml")));
            }
        }
        if (!Files.isDirectory(mappings)) {
            throw new UserProblems(List.of(new Problem(
                    "mappings-missing",
                    mappings.toString(),
                    "there is no such folder. Name one under mappings/, or a path.")));
        }
        return new Blueprint(layouts, targets, MappingFolder.read(mappings, catalog(layouts, targets), overrides));
    }

    /** Examples of the mappings that do not come out as they say; empty when all do. */
    List<Problem> failingExamples() {
        Tokens tokens = new Tokens(new byte[32]);
        return new ExampleRunner(
                        mappings, Transforms.standard(), policy -> new Screen(policy, tokens, mappings::kindOf)::screen)
                .run();
    }

    /** Mappings whose records are users of the target. */
    Set<String> userMappings() {
        return named(mapping -> mapping.targetKind().equals("user"));
    }

    /** Mappings of which a policy lets nothing through, because a field their kind needs is kept back. */
    Set<String> withheldWhole(Policy policy) {
        return named(mapping -> policy.withholdsWhole(mapping, mappings.kindOf(mapping)));
    }

    private Set<String> named(Predicate<Mapping> which) {
        return mappings.all().stream().filter(which).map(Mapping::name).collect(Collectors.toSet());
    }

    private static Catalog catalog(Map<String, Layout> layouts, Map<String, Map<String, TargetKind>> targets) {
        Map<String, SourceLayout> sources = new TreeMap<>();
        layouts.forEach((system, layout) -> sources.put(system, layout.source()));
        return new Catalog(sources, targets);
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
