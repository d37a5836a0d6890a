package io.dragoman.app;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.staging.Census;
import io.dragoman.staging.Topic;
import io.dragoman.staging.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of images that are not uploaded, for whoever brings them into an archive: under which safe name each is to be
 * kept, how large it is, its digest, and where the source told of it. Written row by row as JSON and CSV that only their
 * owner may read. The source's own names of files are not in it, because they often name the patient; the line of the
 * export leads to them. For one thread.
 */
final class ImagingManifest {
    private static final String NAME = "imaging-manifest";
    private static final String PURPOSE =
            "Images that stay out of the target. Keep each in the archive under its safe name; the line of the export says"
                    + " which file it is. Hand this list to the archive only.";
    private static final List<String> COLUMNS =
            List.of("Image", "Person", "Safe name", "Kind", "Bytes", "SHA-256", "Told in", "Archive");

    private final Census census;
    private final String migration;
    private final Path folder;

    ImagingManifest(Census census, String migration, Path folder) {
        this.census = census;
        this.migration = migration;
        this.folder = folder;
    }

    /** What was written. */
    record Written(Path csv, Path json, long images) {}

    /**
     * Writes both files in place of earlier ones; empty when the layout knows no images, or the source gave none.
     *
     * @throws RunProblem {@code report-not-writable}
     */
    Optional<Written> write() {
        List<Topic> topics = census.layout().topics(Topic.Kind.IMAGES).stream()
                .filter(topic -> census.isHere(topic.object()) && census.rows(topic.object()) > 0)
                .toList();
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        Path csv = folder.resolve(NAME + ".csv");
        Path json = folder.resolve(NAME + ".json");
        long images = 0;
        try {
            restricted(csv);
            restricted(json);
            try (SheetFile sheet = SheetFile.create(csv, COLUMNS);
                    JsonGenerator out = new JsonFactory().createGenerator(json.toFile(), JsonEncoding.UTF8)) {
                begin(out);
                for (Topic topic : topics) {
                    images += write(topic, sheet, out);
                }
                out.writeEndArray();
                out.writeEndObject();
            }
        } catch (IOException e) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "report-not-writable",
                            folder.toString(),
                            "the list of images cannot be kept there. Free the disk or mend the rights."),
                    e);
        }
        return Optional.of(new Written(csv, json, images));
    }

    /** Nobody else may read it from its first byte on. */
    private static void restricted(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private void begin(JsonGenerator out) throws IOException {
        out.useDefaultPrettyPrinter().writeStartObject();
        out.writeStringField("migration", migration);
        out.writeStringField("layout", census.layout().id());
        out.writeStringField("purpose", PURPOSE);
        out.writeArrayFieldStart("images");
    }

    private long write(Topic topic, SheetFile sheet, JsonGenerator out) throws IOException {
        List<String> roles = List.of("person", "name", "kind", "size", "sha256", "archive");
        List<String> columns = new ArrayList<>();
        roles.forEach(role -> topic.columns(role).stream().limit(1).forEach(columns::add));
        String file = census.layout().object(topic.object()).file();
        long images = 0;
        try (Walk walk = census.walk(topic.object(), columns)) {
            while (walk.hasNext()) {
                Walk.Step row = walk.next();
                Image image = new Image(topic, columns, row);
                String place = file == null ? topic.object() : file + (row.line() > 0 ? ":" + row.line() : "");
                List<String> cells = List.of(
                        row.key(),
                        image.of("person"),
                        ImageNames.safe(row.key(), image.of("name")),
                        image.of("kind"),
                        image.of("size"),
                        image.of("sha256"),
                        place,
                        image.of("archive"));
                sheet.row(cells);
                json(out, cells);
                images++;
            }
        }
        return images;
    }

    /** What an image's row says of a role. */
    private record Image(Topic topic, List<String> columns, Walk.Step row) {
        String of(String role) {
            return topic.columns(role).stream()
                    .findFirst()
                    .flatMap(column -> row.cell(columns.indexOf(column)))
                    .orElse("");
        }
    }

    private static void json(JsonGenerator out, List<String> cells) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                out.writeStringField(
                        COLUMNS.get(i).toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), cells.get(i));
            }
        }
        out.writeEndObject();
    }
}
