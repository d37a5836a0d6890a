package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the mapping files of a folder and checks them, each alone and all together. */
public final class MappingFolder {
    private final Catalog catalog;
    private final Overrides overrides;
    private final Transforms transforms;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    private MappingFolder(Catalog catalog, Overrides overrides, Transforms transforms) {
        this.catalog = catalog;
        this.overrides = overrides;
        this.transforms = transforms;
    }

    /**
     * Reads every {@code .yaml} file of the folder.
     *
     * @throws UserProblems with everything wrong in all files, each with its place
     */
    public static Mappings read(Path folder, Catalog catalog) {
        return read(folder, catalog, Overrides.NONE);
    }

    /** As {@link #read(Path, Catalog)}, with what the practice has otherwise. */
    public static Mappings read(Path folder, Catalog catalog, Overrides overrides) {
        return read(folder, catalog, overrides, Transforms.standard());
    }

    /** With these transforms and no others. */
    static Mappings read(Path folder, Catalog catalog, Overrides overrides, Transforms transforms) {
        return new MappingFolder(catalog, overrides, transforms).read(folder);
    }

    /** The JSON schema of a mapping file. */
    static SchemaCheck schema() {
        try (InputStream schema = MappingFolder.class.getResourceAsStream("mapping.schema.json")) {
            return new SchemaCheck(Objects.requireNonNull(schema, "mapping.schema.json is missing from the jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Mappings read(Path folder) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            String place = String.valueOf(folder.getFileName());
            problems.add(Finding.NO_MAPPINGS.at(Place.of(place), "There is no mapping file (.yaml) in this folder."));
        }
        SchemaCheck schema = schema();
        files.forEach(file -> draft(file, schema));
        check(drafts.size() == files.size());
        if (!problems.isEmpty()) {
            problems.sort(YamlTree.byPlace());
            throw new UserProblems(problems.stream().distinct().toList());
        }
        return new Mappings(byName(), catalog);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            Place place = Place.of(String.valueOf(folder.getFileName()));
            throw new UserProblems(
                    List.of(Finding.NO_MAPPINGS.at(place, "This folder of mappings cannot be read. Does it exist?")));
        }
    }

    private void draft(Path file, SchemaCheck schema) {
        String fileName = String.valueOf(file.getFileName());
        String name = fileName.substring(0, fileName.lastIndexOf('.'));
        names.add(name);
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            YamlTree tree = YamlTree.read(fileName, text);
            List<Problem> found = schema.problems(tree);
            problems.addAll(found);
            if (found.isEmpty()) {
                Mapping mapping = new MappingReader(catalog, transforms, overrides).mapping(name, tree, text);
                drafts.add(new Draft(mapping, tree, problems));
            }
        } catch (IOException e) {
            problems.add(Finding.BAD_YAML.at(Place.of(fileName), "The file cannot be read as UTF-8 text."));
        }
    }

    /** @param whole whether every file could be read, so that what is missing is missing indeed */
    private void check(boolean whole) {
        Map<String, Mapping> mappings = byName();
        Map<String, List<String>> pipelines = new HashMap<>();
        if (mappings.values().stream().allMatch(mapping -> mapping.drawn().pipelines() == null)) {
            mappings.values().forEach(mapping -> pipelines.putAll(mapping.pipelines()));
        } // else the source has names that nobody knows yet
        SourceCheck source = new SourceCheck(catalog, transforms);
        TargetCheck target = new TargetCheck(catalog);
        TransformCheck transform = new TransformCheck(catalog, transforms, overrides);
        LinkCheck link = new LinkCheck(catalog, mappings, names);
        AgreementCheck agreement = new AgreementCheck();
        for (Draft draft : drafts) {
            source.check(draft);
            target.check(draft);
            transform.check(draft, pipelines);
            link.check(draft);
            agreement.check(draft);
        }
        Set<String> circle = new PhaseOrder(mappings).circle();
        drafts.stream()
                .filter(draft -> circle.contains(draft.mapping().name()))
                .forEach(draft -> draft.report(
                        Finding.PHASE_CIRCLE,
                        "/links",
                        "These link through each other in a circle, so none can go first: " + String.join(", ", circle)
                                + "."));
        boolean objectsKnown = drafts.stream().allMatch(this::objectsKnown);
        if (whole && objectsKnown) {
            new CoverageCheck(catalog).check(drafts);
        }
        if (whole) {
            problems.addAll(new OverrideCheck(mappings.values()).problems(overrides));
        }
    }

    private boolean objectsKnown(Draft draft) {
        return catalog.object(draft.mapping().from()).isPresent()
                && draft.mapping().gathers().stream()
                        .allMatch(gather -> catalog.object(gather.from()).isPresent());
    }

    private Map<String, Mapping> byName() {
        Map<String, Mapping> mappings = new TreeMap<>();
        drafts.forEach(draft -> mappings.put(draft.mapping().name(), draft.mapping()));
        return mappings;
    }
}
