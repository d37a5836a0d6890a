package io.dragoman.systems.csv;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the first row of a file. */
final class Header {
    private Header() {}

    /** Names of the columns, trimmed; empty when the file has no row that can be a header. */
    static List<String> read(Content content) throws IOException {
        try (RowScanner rows = new RowScanner(content)) {
            if (!rows.next(0) || rows.fault() != null) {
                return List.of();
            }
            String text = new Encoding().text(rows.bytes(), rows.from(), rows.to(), rows.ahead());
            return text == null ? List.of() : cells(text);
        }
    }

    private static List<String> cells(String text) throws IOException {
        List<String> names = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.DEFAULT)) {
            for (CSVRecord row : parser) {
                row.forEach(cell -> names.add(cell.strip()));
            }
        }
        return names;
    }
}
