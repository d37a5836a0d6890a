package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The demo practice's files in a folder of their own, without the manifest, whose hashes would not agree with changes. */
final class CopiedExport {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path folder;

    private CopiedExport(Path folder) {
        this.folder = folder;
    }

    static CopiedExport into(Path folder) throws IOException {
        return of("maple-street-dental", folder);
    }

    /** @param demo folder under {@code demo/} */
    static CopiedExport of(String demo, Path folder) throws IOException {
        OwnHome.copy(Path.of("demo", demo), folder);
        Files.delete(folder.resolve("manifest.json"));
        return new CopiedExport(folder);
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes every cell anew. */
    void cells(String file, BiFunction<CSVRecord, String, String> value) throws IOException {
        rows(file, file(file), row -> true, value);
    }

    private void rows(String file, Path to, Predicate<CSVRecord> stays, BiFunction<CSVRecord, String, String> value)
            throws IOException {
        StringWriter text = new StringWriter();
        try (Reader in = new StringReader(Files.readString(file(file)));
                CSVParser csv = WITH_HEADER.parse(in);
                CSVPrinter copy = new CSVPrinter(text, CSVFormat.RFC4180)) {
            copy.printRecord(csv.getHeaderNames());
            for (CSVRecord row : csv) {
                if (!stays.test(row)) {
                    continue;
                }
                List<String> cells = new ArrayList<>();
                for (String column : csv.getHeaderNames()) {
                    cells.add(value.apply(row, column));
                }
                copy.printRecord(cells);
            }
        }
        Files.writeString(to, text.toString());
    }

    /** Gives one cell of the row with this key, which stands in the first column, another value. */
    void change(String file, String key, String column, String value) throws IOException {
        assertThat(column(file, column)).isNotEmpty();
        cells(file, (row, name) -> row.get(0).equals(key) && name.equals(column) ? value : row.get(name));
    }

    /** Takes out the row with this key, which stands in the first column. */
    void remove(String file, String key) throws IOException {
        rows(file, file(file), row -> !row.get(0).equals(key), (row, name) -> row.get(name));
    }

    /** Writes the row with this key alone, with other cells, into another folder. */
    void only(String file, String key, Map<String, String> cells, Path into) throws IOException {
        rows(
                file,
                into.resolve(file),
                row -> row.get(0).equals(key),
                (row, name) -> cells.getOrDefault(name, row.get(name)));
    }

    /** Adds a row; columns that are not named are empty. */
    void add(String file, Map<String, String> cells) throws IOException {
        try (Reader in = Files.newBufferedReader(file(file));
                CSVParser csv = WITH_HEADER.parse(in)) {
            assertThat(csv.getHeaderNames()).containsAll(cells.keySet());
            List<String> row = csv.getHeaderNames().stream()
                    .map(column -> cells.getOrDefault(column, ""))
                    .toList();
            addText(file, CSVFormat.RFC4180.format(row.toArray()) + "\n");
        }
    }

    /** Adds text as it is. */
    void addText(String file, String text) throws IOException {
        Files.write(file(file), text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    }

    /** Every value of a column, in the order of the rows. */
    List<String> column(String file, String column) throws IOException {
        try (Reader in = Files.newBufferedReader(file(file));
                CSVParser csv = WITH_HEADER.parse(in)) {
            return csv.stream().map(row -> row.get(column)).toList();
        }
    }
}
