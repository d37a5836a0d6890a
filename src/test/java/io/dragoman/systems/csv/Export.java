package io.dragoman.systems.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An export drawn in a test: file names and their content, written out as a folder or a zip. */
final class Export {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** The least an export may be: one provider and these patients. */
    static Export of(String patients) {
        return new Export()
                .with("providers.csv", "provider_id,last_name\nDDS1,Rivera\n")
                .with("patients.csv", patients);
    }

    Export with(String name, String content) {
        return with(name, content, StandardCharsets.UTF_8);
    }

    Export with(String name, String content, Charset charset) {
        return with(name, content.getBytes(charset));
    }

    Export with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    Export without(String name) {
        files.remove(name);
        return this;
    }

    /** Adds a manifest that is true of the files so far, with one row for each line break after the header. */
    Export withManifest() throws Exception {
        StringJoiner entries = new StringJoiner(",");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String sha = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getValue()));
            long rows = new String(file.getValue(), StandardCharsets.ISO_8859_1)
                            .lines()
                            .count()
                    - 1;
            entries.add("{\"name\":\"%s\",\"rows\":%d,\"sha256\":\"%s\"}".formatted(file.getKey(), rows, sha));
        }
        return with("manifest.json", "{\"layout\":\"dentrix-csv/1\",\"files\":[" + entries + "]}");
    }

    /** What an export comes in. */
    enum Kind {
        FOLDER,
        ZIP
    }

    Path as(Kind kind, Path in) throws IOException {
        return kind == Kind.FOLDER ? folder(in) : zip(in);
    }

    Path folder(Path in) throws IOException {
        Path folder = Files.createDirectories(in.resolve("export"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    Path zip(Path in) throws IOException {
        Path zip = in.resolve("export.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                entries.putNextEntry(new ZipEntry(file.getKey()));
                entries.write(file.getValue());
                entries.closeEntry();
            }
        }
        return zip;
    }
}
