package io.dragoman.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.util.List;
import java.util.Map;

/**
 * The fields that a write sent, each with a keyed digest of its value: who has the key can tell whether a value was the one, nobody
 * else can. The same value has another digest in another record or field.
 */
final class FieldDigests {
    private static final int DIGITS = 16;

    private FieldDigests() {}

    /** A JSON object; for a delete an empty one. */
    static String of(TargetWrite write, SealKey key) {
        ObjectNode digests = JsonNodeFactory.instance.objectNode();
        TargetRecord record = write.record();
        boolean all = write.verb() == TargetWrite.Verb.CREATE;
        if (write.verb() != TargetWrite.Verb.DELETE) {
            add(digests, ValueJson.write(record.fields()), write, all, key);
            add(digests, ValueJson.write(record.customFields()), write, all, key);
            if (!record.lines().isEmpty()) {
                List<Object> lines = record.lines().stream()
                        .<Object>map(TargetRecord.Line::fields)
                        .toList();
                add(digests, ValueJson.write(Map.of("lines", lines)), write, all, key);
            }
        }
        return digests.toString();
    }

    private static void add(ObjectNode digests, JsonNode values, TargetWrite write, boolean all, SealKey key) {
        values.properties().forEach(field -> {
            if (all || write.changed().contains(field.getKey())) {
                String text = String.join(
                        "\0",
                        "field",
                        write.record().mapping(),
                        write.record().key(),
                        field.getKey(),
                        field.getValue().toString());
                digests.put(field.getKey(), key.hmac(text).substring(0, DIGITS));
            }
        });
    }
}
