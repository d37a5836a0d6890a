package io.dragoman.run;

import io.dragoman.ledger.RecordJson;
import io.dragoman.model.FileFields;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests that tell whether a write is the one a plan proposed. What a plan cannot know is left out of them: ids of
 * records that its run will make, and what a file is called when another one would be mistaken for it. Thread-safe.
 */
public final class WriteDigest {
    /** Half of a SHA-256: keyed, so nobody can look for another record with the same one. */
    private static final int BYTES = 16;

    private static final String OF_A_LINE = "lines/";

    private final byte[] key;

    /** @param key of its own for this purpose */
    public WriteDigest(byte[] key) {
        this.key = key.clone();
    }

    /** Names of the fields of a proposed write that name records which are not there yet; those of lines with a prefix. */
    public static Set<String> coming(TargetRecord record) {
        Set<String> coming = new TreeSet<>();
        add(record.fields(), "", coming);
        add(record.customFields(), "", coming);
        record.lines().forEach(line -> add(line.fields(), OF_A_LINE, coming));
        return coming;
    }

    private static void add(Map<String, Object> fields, String prefix, Set<String> coming) {
        fields.forEach((field, value) -> {
            if (value.equals(TargetId.PLANNED)
                    || (value instanceof Collection<?> many && many.contains(TargetId.PLANNED))) {
                coming.add(prefix + field);
            }
        });
    }

    /**
     * The digest, in hexadecimal digits.
     *
     * @param coming fields to leave out
     */
    public String of(TargetWrite write, Set<String> coming) {
        TargetRecord record = write.record();
        boolean file = FileFields.isFile(record);
        Set<String> without = new TreeSet<>(coming);
        if (file) {
            without.addAll(List.of(FileFields.NAME, FileFields.MODIFIED));
        }
        Set<String> changed = new TreeSet<>(write.changed());
        changed.removeAll(without);
        String head = write.verb() + "\n"
                + (write.targetId() == null ? "" : write.targetId().value()) + "\n" + changed + "\n" + coming + "\n";
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            byte[] whole = mac.doFinal(RecordJson.write(reduced(record, without)));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing from this Java", e);
        }
    }

    private static TargetRecord reduced(TargetRecord record, Set<String> without) {
        return new TargetRecord(
                record.mapping(),
                record.kind(),
                record.key(),
                record.keptAs(),
                reduced(record.fields(), without, ""),
                reduced(record.customFields(), without, ""),
                record.lines().stream()
                        .map(line -> new TargetRecord.Line(reduced(line.fields(), without, OF_A_LINE), List.of()))
                        .toList(),
                List.of());
    }

    private static Map<String, Object> reduced(Map<String, Object> fields, Set<String> without, String prefix) {
        Map<String, Object> left = new LinkedHashMap<>(fields);
        left.keySet().removeIf(field -> without.contains(prefix + field));
        return left;
    }
}
