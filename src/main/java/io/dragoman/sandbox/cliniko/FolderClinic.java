package io.dragoman.sandbox.cliniko;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A clinic in a folder. A file that was changed is read again, so that a day can pass in it. */
final class FolderClinic implements Clinic {
    private final Path folder;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Held(FileTime time, long size, JsonNode content) {}

    FolderClinic(Path folder) {
        this.folder = folder;
    }

    @Override
    public int size(String resource) {
        return content(resource).size();
    }

    @Override
    public ObjectNode at(String resource, int place) {
        return content(resource).get(place).deepCopy();
    }

    @Override
    public String version(String resource) {
        content(resource);
        Held now = held.get(resource);
        return now == null ? "" : now.time() + "/" + now.size();
    }

    @Override
    public boolean plain(String resource) {
        return false;
    }

    @Override
    public @Nullable ObjectNode single(String resource) {
        return content(resource) instanceof ObjectNode one ? one.deepCopy() : null;
    }

    @Override
    public InputStream bytes(String attachment, long size) {
        Path file = folder.resolve("files").resolve(attachment);
        try {
            return Files.exists(file) ? Files.newInputStream(file) : new Filler(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode content(String resource) {
        Path file = folder.resolve(resource + ".json");
        try {
            if (!Files.exists(file)) {
                return Json.MAPPER.createArrayNode();
            }
            FileTime time = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Held before = held.get(resource);
            if (before != null && before.time().equals(time) && before.size() == size) {
                return before.content();
            }
            JsonNode content = Json.MAPPER.readTree(file.toFile());
            held.put(resource, new Held(time, size, content));
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
