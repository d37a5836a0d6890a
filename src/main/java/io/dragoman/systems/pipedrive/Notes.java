package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of a note, one for each part it is written in, and the id that stands for all parts: their ids in order, joined with
 * commas. Immutable.
 */
final class Notes {
    static final Map<String, String> PARENTS =
            Map.of("deal", "deal_id", "person", "person_id", "organization", "org_id", "lead", "lead_id");
    static final Map<String, String> PINS = Map.of(
            "deal", "pinned_to_deal_flag",
            "lead", "pinned_to_lead_flag",
            "person", "pinned_to_person_flag",
            "organization", "pinned_to_organization_flag");
    /** The author's name, when it stands in the text, and the tags around it. */
    private static final int ROOM = 512;

    private final int splitAt;

    /** @param splitAt bytes of one note; 0 for no limit */
    Notes(int splitAt) {
        this.splitAt = splitAt == 0 ? Integer.MAX_VALUE : splitAt;
    }

    /** Split where the kind says. */
    static Notes of(Map<String, TargetKind> kinds) {
        return new Notes(Objects.requireNonNull(kinds.get(Kind.NOTE.word()), "a kind of Pipedrive's")
                .splitAt());
    }

    /** @param author to be named in the text; null when the note names its author itself */
    List<ObjectNode> bodies(TargetRecord record, Set<String> fields, @Nullable String author) {
        List<String> pieces = pieces(record);
        String signature = author == null ? "" : NoteText.paragraph("Written by " + author);
        return IntStream.range(0, pieces.size())
                .mapToObj(at -> {
                    ObjectNode body = plain(record, fields);
                    if (fields.contains("content")) {
                        String part = pieces.size() == 1 ? "" : "(" + (at + 1) + " of " + pieces.size() + ") ";
                        body.put(
                                "content",
                                (at == 0 ? signature : "")
                                        + pieces.get(at)
                                        + NoteText.paragraph(part + Marker.of(record)));
                    }
                    return body;
                })
                .toList();
    }

    /** How many notes the record becomes. */
    int parts(TargetRecord record) {
        return pieces(record).size();
    }

    private List<String> pieces(TargetRecord record) {
        Object content = record.fields().get("content");
        String text = content == null ? "" : new Shapes(Site.of(record), "content").text(content);
        int marker = Marker.of(record).getBytes(StandardCharsets.UTF_8).length;
        return NoteText.pieces(NoteText.html(text), splitAt - marker - ROOM);
    }

    private static ObjectNode plain(TargetRecord record, Set<String> fields) {
        ObjectNode body = Json.object();
        StandardFields.of(Kind.NOTE).forEach((field, column) -> {
            Object value = record.fields().get(field);
            if (fields.contains(field)) {
                body.set(
                        column.key(),
                        value == null
                                ? Json.NODES.nullNode()
                                : new Shapes(Site.of(record), field).of(column.type(), value));
            }
        });
        if (fields.contains("pinned")) {
            int flag = Boolean.TRUE.equals(record.fields().get("pinned")) ? 1 : 0;
            new TreeMap<>(PINS).forEach((parent, pin) -> {
                if (record.fields().containsKey(parent)) {
                    body.put(pin, flag);
                }
            });
        }
        return body;
    }

    /** Keys of a body and the fields behind them. */
    static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        StandardFields.of(Kind.NOTE).forEach((field, column) -> names.put(column.key(), field));
        PINS.values().forEach(pin -> names.put(pin, "pinned"));
        names.put("content", "content");
        return names;
    }

    static TargetId id(List<String> parts) {
        return new TargetId(String.join(",", parts));
    }

    static List<String> ids(TargetId id) {
        return List.of(id.value().split(",", -1));
    }
}
