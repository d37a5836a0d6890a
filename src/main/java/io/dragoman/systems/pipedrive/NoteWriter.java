package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.Receipt;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetWrite;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a note, in parts when it is too long for one. A note whose number of parts changes is written anew, and then what carried its
 * mark before is deleted; done twice, it ends in the same notes.
 */
public final class NoteWriter {
    private final Calls calls;
    private final Authors authors;
    private final Notes notes;
    private final Shown shown;

    NoteWriter(Calls calls, Authors authors, Notes notes, Shown shown) {
        this.shown = shown;
        this.calls = calls;
        this.authors = authors;
        this.notes = notes;
    }

    /** Carries out the write; see the port {@code write} for what it throws. */
    public Receipt write(TargetWrite write) {
        return write("write", write);
    }

    /** Takes a write back; notes that are gone already answer the purpose. */
    public Receipt undo(TargetWrite write) {
        return write("undo", write);
    }

    private Receipt write(String port, TargetWrite write) {
        Steps steps = new Steps(port, write);
        TargetId known = write.targetId();
        return switch (write.verb()) {
            case CREATE -> steps.make(notes.parts(write.record()) > 1 ? steps.ours() : List.of());
            case ADOPT, UPDATE, RESTORE ->
                steps.change(Objects.requireNonNull(known, "a change needs an id"), write.changed());
            case DELETE -> steps.delete(Notes.ids(Objects.requireNonNull(known, "a delete needs an id")));
        };
    }

    private final class Steps extends RequestSeries {
        private final TargetWrite write;
        private final List<JsonNode> parts = new ArrayList<>();

        Steps(String port, TargetWrite write) {
            super(calls, port, write.record(), Notes.names());
            this.write = write;
        }

        Receipt make(List<String> before) {
            Set<String> fields = new LinkedHashSet<>(record.fields().keySet());
            fields.add("content");
            List<String> made = new ArrayList<>();
            for (int part = 0; part < notes.parts(record); part++) {
                JsonNode given = signed("POST", Kind.NOTE.path(), fields, part);
                if (!given.path("id").isIntegralNumber()) {
                    throw Receipts.withoutId();
                }
                made.add(given.path("id").asText());
            }
            before.stream().filter(id -> !made.contains(id)).forEach(this::remove);
            return told(Notes.id(made));
        }

        Receipt change(TargetId known, Set<String> fields) {
            List<String> ids = Notes.ids(known);
            if (ids.size() != notes.parts(record)) {
                Set<String> before = new LinkedHashSet<>(ids);
                before.addAll(ours());
                return make(List.copyOf(before));
            }
            Set<String> sent = new LinkedHashSet<>(fields);
            if (fields.contains("user")) {
                sent.add("content");
            }
            for (int part = 0; part < ids.size(); part++) {
                signed("PUT", Kind.NOTE.path(ids.get(part)), sent, part);
            }
            return told(known);
        }

        Receipt delete(List<String> ids) {
            ids.forEach(this::remove);
            return receipt(Notes.id(ids), null);
        }

        private Receipt told(TargetId id) {
            return receipt(id, shown.of(write, id, Shown.note(parts)));
        }

        private void remove(String id) {
            send(Request.change(port, "DELETE", Kind.NOTE.path(id), null).orGone());
        }

        /** Where the author cannot be sent, the text names them. */
        private JsonNode signed(String method, String path, Set<String> fields, int part) {
            TargetId user = record.fields().get("user") instanceof TargetId id ? id : null;
            if (user == null || !(fields.contains("user") || fields.contains("content"))) {
                return sent(method, path, fields, part, null);
            }
            if (authors.mayBe(user)) {
                try {
                    return sent(method, path, fields, part, null);
                } catch (RecordProblem | RunProblem refusal) {
                    if (refusal instanceof RunProblem stop
                            && !stop.problem().code().equals("target-forbids")) {
                        throw stop;
                    }
                    JsonNode given = unsigned(method, path, fields, part, user);
                    authors.refused();
                    return given;
                }
            }
            return unsigned(method, path, fields, part, user);
        }

        private JsonNode unsigned(String method, String path, Set<String> fields, int part, TargetId user) {
            Set<String> without = new LinkedHashSet<>(fields);
            without.remove("user");
            String name = authors.nameOf(user);
            if (name != null) {
                differences.add("user");
            }
            return sent(method, path, without, part, name);
        }

        private JsonNode sent(String method, String path, Set<String> fields, int part, @Nullable String author) {
            ObjectNode body = notes.bodies(record, fields, author).get(part);
            JsonNode given = send(Request.change(port, method, path, body)).path("data");
            differences.addAll(Differences.between(body, given, Notes.names()));
            parts.add(given);
            return given;
        }

        /** Notes that carry our mark already, on one of the records this one belongs to. */
        private List<String> ours() {
            List<String> ids = new ArrayList<>();
            for (Map.Entry<String, String> parent : Notes.PARENTS.entrySet()) {
                if (record.fields().get(parent.getKey()) instanceof TargetId id) {
                    for (JsonNode note : list(Kind.NOTE.path(), Map.of(parent.getValue(), id.value()))) {
                        Marker.markIn(note.path("content").asText(), record.mapping())
                                .filter(record.mark()::equals)
                                .ifPresent(mark -> ids.add(note.path("id").asText()));
                    }
                    return ids;
                }
            }
            return ids;
        }
    }
}
