package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.ContentSource;
import io.dragoman.model.FileFields;
import io.dragoman.model.InDoubt;
import io.dragoman.model.Receipt;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes files. Pipedrive changes a file's name and nothing else, so a file with other bytes or another parent is replaced: the new one is
 * uploaded, then the old one deleted. Done twice, that ends in the same one file.
 */
public final class FileWriter {
    private final Calls calls;
    private final ContentSource contents;
    private final FileTrail trail;
    private final Shown shown;

    FileWriter(Calls calls, ContentSource contents, FileTrail trail, Shown shown) {
        this.shown = shown;
        this.calls = calls;
        this.contents = contents;
        this.trail = trail;
    }

    /** Carries out the write; see the port {@code write} for what it throws. */
    public Receipt write(TargetWrite write) {
        return write("write", write);
    }

    /** Takes a write back; a file that is gone already answers the purpose. */
    public Receipt undo(TargetWrite write) {
        return write("undo", write);
    }

    private Receipt write(String port, TargetWrite write) {
        return switch (write.verb()) {
            case CREATE -> upload(port, write);
            case ADOPT, UPDATE, RESTORE ->
                FileFields.replaces(write.changed()) ? replace(port, write) : rename(port, write);
            case DELETE -> delete(port, write.record(), known(write));
        };
    }

    private Receipt upload(String port, TargetWrite write) {
        TargetRecord record = write.record();
        Request request = FileRequests.upload(port, record, contents);
        JsonNode given = calls.send(request).path("data");
        JsonNode id = given.path("id");
        if (!id.isIntegralNumber()) {
            throw Receipts.withoutId();
        }
        TargetId made = new TargetId(id.asText());
        return new Receipt(made, request.tokens(), differences(record, given), shown.whole(record, made, given));
    }

    private Receipt rename(String port, TargetWrite write) {
        Request request = FileRequests.rename(port, write.record(), known(write));
        JsonNode given = calls.send(request).path("data");
        return new Receipt(
                known(write),
                request.tokens(),
                differences(write.record(), given),
                shown.of(write, known(write), given));
    }

    private Receipt delete(String port, TargetRecord record, TargetId id) {
        Request request = FileRequests.delete(port, record, id);
        calls.send(request);
        return new Receipt(id, request.tokens(), Set.of());
    }

    /** Looks first, because an earlier attempt may have got as far as the upload. */
    private Receipt replace(String port, TargetWrite write) {
        TargetId old = known(write);
        FileTrail.Sought sought = trail.beside(port, write.record(), old);
        Optional<TargetId> there = sought.id();
        Receipt made = there.isPresent() ? new Receipt(there.get(), 0, Set.of()) : upload(port, write);
        try {
            Receipt gone = delete(port, write.record(), old);
            int tokens = sought.tokens() + made.tokens() + gone.tokens();
            return new Receipt(made.id(), tokens, made.differences(), made.held());
        } catch (RecordProblem | RunProblem e) {
            throw new InDoubt("the new file is there, and so is the old one", e);
        }
    }

    private static TargetId known(TargetWrite write) {
        return Objects.requireNonNull(write.targetId(), "a change needs the id of what it changes");
    }

    private static Set<String> differences(TargetRecord record, JsonNode given) {
        Set<String> differences = new TreeSet<>();
        if (given.has("name")
                && !FileRequests.name(record).equals(given.path("name").asText())) {
            differences.add(FileFields.NAME);
        }
        if (given.has("file_size") && given.path("file_size").asLong() != FileFields.size(record)) {
            differences.add(FileFields.SIZE);
        }
        FileFields.parents(record).forEach((field, id) -> {
            if (!id.value().equals(given.path(FileRequests.KEYS.get(field)).asText())) {
                differences.add(field);
            }
        });
        return differences;
    }
}
