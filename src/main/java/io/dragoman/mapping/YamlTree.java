package io.dragoman.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A YAML 1.2 file as JSON that remembers where everything stands. {@code NO} is text; keys are always text; numbers keep
 * their digits. Two equal keys, anchors and a second document are problems. Immutable once read.
 */
public final class YamlTree {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .build();

    private final String file;
    private final JsonNode root;
    private final Map<String, Place> places;
    private final List<Problem> problems;

    private YamlTree(String file, JsonNode root, Map<String, Place> places, List<Problem> problems) {
        this.file = file;
        this.root = root;
        this.places = places;
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads a file's text; never throws for what is wrong with it, see {@link #problems()}.
     *
     * @param file name for the places, as the user knows it
     */
    public static YamlTree read(String file, String text) {
        YamlNodes nodes = new YamlNodes(file);
        try {
            JsonNode root = new Compose(SETTINGS)
                    .composeString(text)
                    .map(nodes::json)
                    .orElseGet(JsonNodeFactory.instance::objectNode);
            return new YamlTree(file, root, nodes.places(), nodes.problems());
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(mark -> place(file, mark)).orElseGet(() -> Place.of(file));
            return broken(file, Finding.BAD_YAML.at(place, advice(e)), nodes);
        } catch (YamlEngineException e) {
            return broken(file, Finding.BAD_YAML.at(Place.of(file), "This is no YAML: " + e.getMessage()), nodes);
        }
    }

    private static YamlTree broken(String file, Problem problem, YamlNodes nodes) {
        List<Problem> problems = new ArrayList<>(nodes.problems());
        problems.add(problem);
        return new YamlTree(file, JsonNodeFactory.instance.objectNode(), Map.of(), problems);
    }

    private static String advice(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        if (problem.contains("\\t") || problem.contains("TAB")) {
            return "A tab stands here. YAML indents with blanks only.";
        }
        return "This is no YAML: " + problem + ".";
    }

    static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1L, mark.getColumn() + 1L);
    }

    /** The whole file; an empty object when it is empty or no YAML. */
    public JsonNode root() {
        return root;
    }

    /** What is wrong with the YAML itself, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /** Name of the file, as given. */
    public String file() {
        return file;
    }

    /**
     * Where something stands: the key of a map's entry, or a list's element.
     *
     * @param pointer JSON pointer; one that leads nowhere gives the place of what it comes nearest to
     */
    public Place place(String pointer) {
        String nearest = pointer;
        while (!nearest.isEmpty() && !places.containsKey(nearest)) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return places.getOrDefault(nearest, Place.of(file));
    }

    /** A name as a part of a JSON pointer. */
    public static String part(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The order of a file, for problems found out of order. */
    static Comparator<Problem> byPlace() {
        return Comparator.comparing((Problem problem) -> fileOf(problem.place()))
                .thenComparingLong(problem -> number(problem.place(), 1))
                .thenComparingLong(problem -> number(problem.place(), 2))
                .thenComparing(Problem::code)
                .thenComparing(Problem::advice);
    }

    private static String fileOf(String place) {
        return place.split(":", 2)[0];
    }

    private static long number(String place, int position) {
        String[] parts = place.split(":", -1);
        boolean numeric = parts.length > position && parts[position].matches("\\d{1,9}");
        return numeric ? Long.parseLong(parts[position]) : 0;
    }
}
