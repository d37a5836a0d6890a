package io.dragoman.systems.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    Export withManifest() {
        StringJoiner entries = new StringJoiner(",");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String sha = sha256(file.getValue());
            long rows = new String(file.getValue(), StandardCharsets.ISO_8859_1)
                            .lines()
                            .count()
                    - 1;
            entries.add("{\"name\":\"%s\",\"rows\":%d,\"sha256\":\"%s\"}".formatted(file.getKey(), rows, sha));
        }
        return with("manifest.json", "{\"layout\":\"dentrix-csv/1\",\"files\":[" + entries + "]}");
    }

    /** Whose export it is, and what it comes in. */
    enum Kind {
        FOLDER(Source.PRACTICE),
        ZIP(Source.PRACTICE),
        FIRM_FOLDER(Source.FIRM),
        FIRM_ZIP(Source.FIRM);

        final Source source;

        Kind(Source source) {
            this.source = source;
        }
    }

    /** A source whose people a test may draw up; they are written as patients, and become what the source calls them. */
    enum Source {
        PRACTICE("dentrix", "patient", "patients.csv"),
        FIRM("backdocket", "contact", "contacts.csv");

        final String system;
        final String person;
        final String file;

        Source(String system, String person, String file) {
            this.system = system;
            this.person = person;
            this.file = file;
        }

        String key() {
            return person + "_id";
        }
    }

    Path as(Kind kind, Path in) throws IOException {
        Export own = kind.source == Source.FIRM ? ofFirm() : this;
        return kind == Kind.FOLDER || kind == Kind.FIRM_FOLDER ? own.folder(in) : own.zip(in);
    }

    /** The same export as a law firm would write it; a manifest that was true of a file is true of it afterwards. */
    private Export ofFirm() {
        Export firm = new Export().with("matters.csv", "matter_id,name,status\n");
        Map<String, String> digests = new LinkedHashMap<>();
        files.forEach((name, content) -> {
            // One letter a byte, so that no byte is lost whatever the encoding.
            String text = firmsWords(new String(content, StandardCharsets.ISO_8859_1));
            for (Map.Entry<String, String> digest : digests.entrySet()) {
                text = text.replace(digest.getKey(), digest.getValue());
            }
            byte[] own = text.getBytes(StandardCharsets.ISO_8859_1);
            firm.with(firmsWords(name), own);
            digests.put(sha256(content), sha256(own));
        });
        return firm;
    }

    private static String firmsWords(String text) {
        return text.replace("patient_id", "contact_id")
                .replace("patients.csv", "contacts.csv")
                .replace("provider_id", "user_id")
                .replace("providers.csv", "users.csv")
                .replace("dentrix-csv/1", "backdocket-csv/1");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
