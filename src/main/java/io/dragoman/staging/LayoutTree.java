package io.dragoman.staging;

import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The nodes of one YAML file and everything found wrong in it, each with its line. */
final class LayoutTree {
    private final String file;
    private final List<Problem> problems;

    LayoutTree(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    @Nullable
    Node read(Path path) {
        try (Reader reader = Files.newBufferedReader(path)) {
            return new Compose(LoadSettings.builder().setLabel(file).build())
                    .composeReader(reader)
                    .orElse(null);
        } catch (IOException e) {
            problems.add(new Problem("layout-unreadable", file, "The file is missing or cannot be read."));
        } catch (MarkedYamlEngineException e) {
            problems.add(new Problem("yaml-broken", place(e.getProblemMark().orElse(null)), e.getProblem()));
        }
        return null;
    }

    void problem(Node node, String code, String advice) {
        problems.add(new Problem(code, place(node.getStartMark().orElse(null)), advice));
    }

    private String place(@Nullable Mark mark) {
        return (mark == null ? Place.of(file) : new Place(file, mark.getLine() + 1L, mark.getColumn() + 1L)).toString();
    }

    /** The entries of a mapping; anything else, and a name given twice, is a problem. */
    Map<String, Node> entries(@Nullable Node node) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (node == null) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            problem(node, "layout-invalid", "Names and values are expected here.");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode());
            if (entries.put(name, tuple.getValueNode()) != null) {
                problem(tuple.getKeyNode(), "name-twice", name + " is given twice.");
            }
        }
        return entries;
    }

    /** As {@link #entries}, and a name that is not among the known ones is a problem. */
    Map<String, Node> entries(@Nullable Node node, Set<String> known) {
        Map<String, Node> entries = entries(node);
        entries.forEach((name, value) -> {
            if (!known.contains(name)) {
                problem(value, "name-unknown", name + " means nothing here; known are " + sorted(known) + ".");
            }
        });
        return entries;
    }

    private static String sorted(Set<String> known) {
        return String.join(", ", known.stream().sorted().toList());
    }

    String text(@Nullable Node node) {
        if (node == null) {
            return "";
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        problem(node, "layout-invalid", "One text is expected here.");
        return "";
    }

    /** A list of texts, or one text standing for a list of one. */
    List<String> texts(@Nullable Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(entry -> texts.add(text(entry)));
        } else if (node != null) {
            texts.add(text(node));
        }
        return texts;
    }
}
