package io.dragoman.app;

import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** The owners table as it comes back from a spreadsheet: perhaps with semicolons, tabs, a byte order mark or more columns. */
final class OwnersFile {
    static final String SOURCE_ID = "source_id";
    static final String USER_EMAIL = "user_email";

    private OwnersFile() {}

    /** What one line decides. @param place of the line, for problems */
    record Decision(String place, String sourceId, String userEmail) {}

    /**
     * The lines that decide something, in their order; those without an e-mail do not.
     *
     * @throws UserProblems {@code owners-columns-missing} or {@code owners-table-broken}
     * @throws IOException when the file cannot be read as UTF-8
     */
    static List<Decision> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        String text = Files.readString(file);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Decision> decisions = new ArrayList<>();
        try (CSVParser csv = format(plain).parse(new StringReader(plain))) {
            if (!csv.getHeaderMap().keySet().containsAll(List.of(SOURCE_ID, USER_EMAIL))) {
                throw wrong(
                        "owners-columns-missing",
                        new Place(name, 1, 0),
                        "the first line has to name source_id and user_email. Export the table anew, and fill only user_email.");
            }
            for (CSVRecord line : csv) {
                if (line.isSet(USER_EMAIL) && !line.get(USER_EMAIL).isBlank()) {
                    String place = new Place(name, line.getRecordNumber() + 1, 0).toString();
                    decisions.add(new Decision(
                            place,
                            line.get(SOURCE_ID).strip(),
                            line.get(USER_EMAIL).strip()));
                }
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw wrong(
                    "owners-table-broken",
                    Place.of(name),
                    "it is no table: a quote is not closed, or two columns have one name. Save it as CSV anew.");
        }
        return decisions;
    }

    private static CSVFormat format(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
                .setAllowMissingColumnNames(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
    }

    private static UserProblems wrong(String code, Place place, String advice) {
        return new UserProblems(List.of(new Problem(code, place.toString(), advice)));
    }
}
