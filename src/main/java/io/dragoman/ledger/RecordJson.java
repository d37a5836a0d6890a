package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Target records and writes as canonical JSON, the form in which the ledger seals them. */
public final class RecordJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordJson() {}

    /** @throws IllegalArgumentException when a link is not resolved yet: such a record cannot be sent */
    public static byte[] write(TargetRecord record) {
        return bytes(node(record));
    }

    static byte[] write(TargetWrite write) {
        ObjectNode node = JSON.createObjectNode();
        node.put("verb", write.verb().name());
        TargetId target = write.targetId();
        if (target != null) {
            node.put("target", target.value());
        }
        ArrayNode changed = node.putArray("changed");
        new TreeSet<>(write.changed()).forEach(changed::add);
        node.set("record", node(write.record()));
        return bytes(node);
    }

    /** What {@link #write(TargetRecord)} wrote. */
    public static TargetRecord readRecord(byte[] json) {
        return record(tree(json));
    }

    static TargetWrite readWrite(byte[] json) {
        JsonNode node = tree(json);
        JsonNode target = node.get("target");
        Set<String> changed = new LinkedHashSet<>();
        node.get("changed").forEach(name -> changed.add(name.textValue()));
        return new TargetWrite(
                TargetWrite.Verb.valueOf(node.get("verb").textValue()),
                record(node.get("record")),
                target == null ? null : new TargetId(target.textValue()),
                changed);
    }

    /** Names, such as those of fields, as one text. */
    static String names(Set<String> names) {
        ArrayNode node = JSON.createArrayNode();
        new TreeSet<>(names).forEach(node::add);
        return node.toString();
    }

    static Set<String> readNames(String json) {
        Set<String> names = new LinkedHashSet<>();
        tree(json.getBytes(UTF_8)).forEach(name -> names.add(name.textValue()));
        return names;
    }

    private static ObjectNode node(TargetRecord record) {
        linked(record.references());
        ObjectNode node = JSON.createObjectNode();
        node.put("mapping", record.mapping());
        node.put("kind", record.kind());
        node.put("key", record.key());
        node.put("keptAs", record.keptAs());
        node.set("fields", ValueJson.write(record.fields()));
        node.set("customFields", ValueJson.write(record.customFields()));
        ArrayNode lines = node.putArray("lines");
        for (TargetRecord.Line line : record.lines()) {
            linked(line.references());
            lines.add(ValueJson.write(line.fields()));
        }
        return node;
    }

    private static TargetRecord record(JsonNode node) {
        List<TargetRecord.Line> lines = new ArrayList<>();
        node.get("lines").forEach(line -> lines.add(new TargetRecord.Line(ValueJson.readFields(line), List.of())));
        return new TargetRecord(
                node.get("mapping").textValue(),
                node.get("kind").textValue(),
                node.get("key").textValue(),
                node.get("keptAs").textValue(),
                ValueJson.readFields(node.get("fields")),
                ValueJson.readFields(node.get("customFields")),
                lines,
                List.of());
    }

    private static void linked(List<TargetRecord.Reference> references) {
        if (!references.isEmpty()) {
            throw new IllegalArgumentException("the record has " + references.size() + " links without an id");
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree cannot be written", e);
        }
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("what the ledger holds is not JSON");
        }
    }
}
