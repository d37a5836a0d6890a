package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.Face;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetWrite.Verb;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the target showed of a record right after our last write of it: a short keyed digest for each field. It holds no value, and
 * the same value has another digest in another record or field. Immutable.
 */
public final class Imprint {
    private static final int DIGEST = 16;
    /** The account's keys of custom fields are longer, and would be most of what an imprint takes on disk. */
    private static final int LONGEST_NAME = 20;

    private static final String EMPTY = "";

    private final SealKey key;
    private final Spot spot;
    private final Map<String, String> digests;

    private Imprint(SealKey key, Spot spot, Map<String, String> digests) {
        this.key = key;
        this.spot = spot;
        this.digests = digests;
    }

    /**
     * The imprint that a write leaves: a change takes the fields its answer showed, and keeps the others of the write before, or
     * what a person did to those would go unseen.
     *
     * @param before that of the write before; null when there was none
     * @param held what the answer showed; null when it showed nothing
     * @return null when nothing is known
     */
    static @Nullable Imprint after(
            Verb verb, @Nullable Imprint before, @Nullable HeldRecord held, SealKey key, Spot spot) {
        Imprint start = verb == Verb.UPDATE ? before : null;
        if (held == null) {
            return start;
        }
        Map<String, String> digests = new TreeMap<>(start == null ? Map.of() : start.digests);
        Imprint after = new Imprint(key, spot, digests);
        held.faces().forEach((field, face) -> digests.put(after.name(field), after.digest(field, face)));
        return after;
    }

    static Imprint read(String json, SealKey key, Spot spot) {
        Map<String, String> digests = new TreeMap<>();
        RecordJson.tree(json.getBytes(UTF_8))
                .properties()
                .forEach(field -> digests.put(field.getKey(), field.getValue().textValue()));
        return new Imprint(key, spot, digests);
    }

    String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        digests.forEach(node::put);
        return node.toString();
    }

    /**
     * Keys of the faces that are other now than right after our last write. A field that the target does not tell now is no
     * change, nor is one of which it told nothing then.
     */
    public Set<String> otherThan(HeldRecord now) {
        Set<String> other = new TreeSet<>();
        now.faces().forEach((field, face) -> {
            String known = digests.get(name(field));
            if (known == null && field.startsWith(Face.CUSTOM) && digests.containsKey(Face.OTHER_CUSTOM)) {
                known = EMPTY;
            }
            if (known != null && !known.equals(digest(field, face))) {
                other.add(field);
            }
        });
        return other;
    }

    private String name(String field) {
        return field.length() <= LONGEST_NAME
                ? field
                : key.hmac("face of " + field).substring(0, DIGEST);
    }

    private String digest(String field, Face face) {
        return face.text().isEmpty()
                ? EMPTY
                : key.hmac(String.join("\0", "imprint", spot.mapping(), spot.key(), field, face.text()))
                        .substring(0, DIGEST);
    }
}
