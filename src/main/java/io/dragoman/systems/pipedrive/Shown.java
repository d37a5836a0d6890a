package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.Face;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the answer of a write into what the account showed of the record. Thread-safe. */
final class Shown {
    private static final List<String> LINE = List.of(
            "product_id",
            "product_variation_id",
            "item_price",
            "quantity",
            "discount",
            "discount_type",
            "tax",
            "tax_method",
            "comments");

    private final Words words;

    Shown(Words words) {
        this.words = words;
    }

    /** What the row of an answer showed; null where there is no row, and for a record that was deleted. */
    @Nullable
    HeldRecord of(TargetWrite write, TargetId id, JsonNode row) {
        if (write.verb() == Verb.DELETE || !row.isObject()) {
            return null;
        }
        Kind kind = Kind.of(write.record().kind());
        Map<String, Face> faces = Faces.of(kind, row, null);
        return new HeldRecord(
                id, Map.of(), Map.of(), write.verb() == Verb.CREATE ? faces : changed(write, kind, faces), when(row));
    }

    /** What the row of a record that was just made shows, whatever it was made for. */
    @Nullable
    HeldRecord whole(TargetRecord record, TargetId id, JsonNode row) {
        return of(new TargetWrite(Verb.CREATE, record, null, Set.of()), id, row);
    }

    private Map<String, Face> changed(TargetWrite write, Kind kind, Map<String, Face> faces) {
        Set<String> custom = !kind.hasCustomFields()
                ? Set.of()
                : write.changed().stream()
                        .flatMap(field -> words.codeIfBound(kind.word(), field).stream())
                        .map(code -> Face.CUSTOM + code)
                        .collect(Collectors.toSet());
        Map<String, Face> told = new TreeMap<>(faces);
        if (told.containsKey(Face.OTHER_CUSTOM)) {
            custom.forEach(code -> told.putIfAbsent(code, new Face("", "")));
        }
        return Faces.only(told, write.changed(), custom);
    }

    /** One row of all parts of a note: the texts one after another, and of the rest what the first part shows. */
    static JsonNode note(List<JsonNode> parts) {
        if (parts.isEmpty() || !parts.get(0).isObject()) {
            return Json.NODES.missingNode();
        }
        ObjectNode whole = parts.get(0).deepCopy();
        if (parts.stream().anyMatch(part -> part.has("content"))) {
            whole.put(
                    "content",
                    parts.stream().map(part -> part.path("content").asText("")).collect(Collectors.joining("\n")));
        }
        return whole;
    }

    /** What the lines of one record show together. */
    static HeldRecord lines(TargetId id, Collection<JsonNode> lines) {
        ArrayNode all = Json.array();
        for (JsonNode line : lines) {
            ObjectNode shown = all.addObject();
            LINE.forEach(key -> shown.set(key, line.path(key)));
            without(shown, "discount", "discount_type", "percentage");
            without(shown, "tax", "tax_method", "inclusive");
            shown.put("is_enabled", line.path("is_enabled").asBoolean(true));
        }
        String deal = Lines.dealOf(id);
        return new HeldRecord(
                id,
                Map.of("deal", new TargetId(deal)),
                Map.of(),
                Map.of(
                        "deal", new Face("deal", deal),
                        "lines", new Face("lines", FaceText.of(all))),
                null);
    }

    /** How an amount counts says nothing where there is none; where it is not sent, Pipedrive shows what it takes instead. */
    private static void without(ObjectNode line, String amount, String sort, String usual) {
        if (line.path(amount).asDouble(0) == 0) {
            line.remove(sort);
        } else if (!line.path(sort).isTextual()) {
            line.put(sort, usual);
        }
    }

    /** When the row says it was changed last; null where it does not, or not in a known form. */
    static @Nullable Instant when(JsonNode row) {
        Instant moment = moment(row.path("update_time"));
        return moment.equals(Instant.MAX) ? null : moment;
    }

    /** The moment a text tells; the end of time for any other. */
    static Instant moment(JsonNode told) {
        String text = told.asText("");
        try {
            return text.isEmpty()
                    ? Instant.MAX
                    : Instant.parse(text.contains("T") ? text : text.replace(' ', 'T') + "Z");
        } catch (DateTimeParseException e) {
            return Instant.MAX;
        }
    }
}
