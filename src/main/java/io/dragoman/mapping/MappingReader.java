package io.dragoman.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Drawn;
import io.dragoman.model.Drawn.PipelinesFrom;
import io.dragoman.model.Identity;
import io.dragoman.model.Identity.Existing;
import io.dragoman.model.Identity.Then;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Mapping.LeaveOut;
import io.dragoman.model.Mapping.Lines;
import io.dragoman.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a mapping of a file that its schema has already proved; what the mapping says is checked later. */
final class MappingReader {
    private final Catalog catalog;
    private final Transforms transforms;
    private final Overrides overrides;

    MappingReader(Catalog catalog, Transforms transforms, Overrides overrides) {
        this.catalog = catalog;
        this.transforms = transforms;
        this.overrides = overrides;
    }

    /**
     * Reads one file.
     *
     * @param name of the mapping
     * @param text of the file, for its hash
     */
    Mapping mapping(String name, YamlTree tree, String text) {
        JsonNode root = tree.root();
        RowReader rows = new RowReader(tree, transforms, overrides);
        List<Gather> gathers = gathers(root.path("gather"));
        return new Mapping(
                name,
                root.path("title").asText(),
                root.path("from").asText(),
                root.path("to").asText(),
                root.path("why").asText(""),
                identity(root.path("identity")),
                leaveOut(root.path("leave-out")),
                gathers,
                rows.rows(),
                lines(root.path("lines"), gathers, rows),
                pipelines(root.path("pipelines")),
                Nodes.texts(root.path("activity-types")),
                Nodes.texts(root.path("lead-labels")),
                drawn(root),
                leftBehind(name, root.path("left-behind")),
                ExampleReader.examples(tree),
                Place.of(tree.file()),
                Hash.of(text + "\u0000" + canonical()));
    }

    private static Identity identity(JsonNode node) {
        List<List<String>> sameAs = new ArrayList<>();
        node.path("same-as").forEach(columns -> sameAs.add(Nodes.texts(columns)));
        return new Identity(
                Nodes.texts(node.path("lineage")),
                Nodes.textOrNull(node.path("kept-in").path("field")),
                node.path("kept-in").path("prefix").asText(""),
                Nodes.textOrNull(node.path("survivor")),
                sameAs,
                Nodes.textOrNull(node.path("ask-within")),
                node.has("existing") ? existing(node.path("existing")) : null);
    }

    private static Existing existing(JsonNode node) {
        List<List<String>> sameAs = new ArrayList<>();
        node.path("same-as").forEach(fields -> sameAs.add(Nodes.texts(fields)));
        String then = node.path("then").asText(Then.FILL_EMPTY.word());
        return new Existing(sameAs, Then.valueOf(then.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private List<LeaveOut> leaveOut(JsonNode node) {
        List<LeaveOut> rules = new ArrayList<>();
        for (JsonNode rule : node) {
            String named = Nodes.textOrNull(rule.path("named"));
            String usual = rule.path("unless-told").asText(Overrides.LEAVE);
            String word = named == null ? usual : overrides.leaveOut().getOrDefault(named, usual);
            rules.add(new LeaveOut(
                    Nodes.conditions(rule.path("when")),
                    rule.path("why").asText(),
                    named,
                    word.equals(Overrides.LEAVE)));
        }
        return rules;
    }

    private static List<Gather> gathers(JsonNode node) {
        List<Gather> gathers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode gather = entry.getValue();
            gathers.add(new Gather(
                    entry.getKey(),
                    gather.path("from").asText(),
                    Nodes.textMap(gather.path("by")),
                    Nodes.texts(gather.path("order")),
                    Nodes.conditions(gather.path("where"))));
        }
        return gathers;
    }

    private @Nullable Lines lines(JsonNode node, List<Gather> gathers, RowReader rows) {
        if (node.isMissingNode()) {
            return null;
        }
        String each = node.path("each").asText();
        String child = gathers.stream()
                .filter(gather -> gather.name().equals(each))
                .map(Gather::from)
                .findFirst()
                .orElse("");
        return new Lines(each, rows.lineRows(each, child.isEmpty() ? Set.of() : catalog.columns(child)));
    }

    private static Drawn drawn(JsonNode root) {
        JsonNode pipelines = root.path("pipelines-from");
        return new Drawn(
                pipelines.isMissingNode()
                        ? null
                        : new PipelinesFrom(
                                pipelines.path("object").asText(),
                                pipelines.path("pipeline").asText(),
                                pipelines.path("stage").asText()),
                Nodes.textOrNull(root.path("activity-types-from")));
    }

    private Map<String, List<String>> pipelines(JsonNode node) {
        Map<String, List<String>> pipelines = Nodes.map(node, Nodes::texts);
        pipelines.replaceAll((name, stages) -> overrides.pipelines().getOrDefault(name, stages));
        return pipelines;
    }

    private Map<String, String> leftBehind(String name, JsonNode node) {
        Map<String, String> leftBehind = new LinkedHashMap<>(Nodes.textMap(node));
        leftBehind.putAll(overrides.leftBehind().getOrDefault(name, Map.of()));
        return leftBehind;
    }

    /** The overrides in one order, whatever the order of the migration file. */
    private String canonical() {
        Map<String, Object> values = new TreeMap<>();
        overrides.values().forEach((name, table) -> values.put(name, new TreeMap<>(table)));
        Map<String, Object> leftBehind = new TreeMap<>();
        overrides.leftBehind().forEach((name, reasons) -> leftBehind.put(name, new TreeMap<>(reasons)));
        String canonical = values + "\n" + new TreeMap<>(overrides.links()) + "\n" + leftBehind + "\n"
                + new TreeMap<>(overrides.pipelines());
        // A file without this block has the hash it had before the block was known.
        return overrides.leaveOut().isEmpty() ? canonical : canonical + "\n" + new TreeMap<>(overrides.leaveOut());
    }
}
