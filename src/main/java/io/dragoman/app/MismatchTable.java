package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.run.Mismatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** All mismatches as a table for a spreadsheet, written while they are found; no cell of it is a formula. For one thread. */
final class MismatchTable implements Consumer<Mismatch>, AutoCloseable {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader("mismatch", "mapping", "source_key", "account_id", "fields", "changed_by", "what_to_do")
            .get();

    private final Path file;
    private final CSVPrinter csv;

    private MismatchTable(Path file, CSVPrinter csv) {
        this.file = file;
        this.csv = csv;
    }

    /** An empty table in a folder that is made when absent. */
    static MismatchTable open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new MismatchTable(
                    file, new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT));
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }

    @Override
    public void accept(Mismatch mismatch) {
        TargetId target = mismatch.target();
        try {
            csv.printRecord(
                    mismatch.sort().word(),
                    harmless(mismatch.mapping()),
                    harmless(mismatch.key()),
                    target == null ? "" : harmless(target.value()),
                    harmless(String.join(", ", mismatch.fields().keySet())),
                    harmless(changes(mismatch)),
                    mismatch.sort().advice().replace("`", ""));
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }

    /** Who changed what, where that was asked. */
    static String changes(Mismatch mismatch) {
        return mismatch.fields().entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("; "));
    }

    /** A cell that a spreadsheet would take for a formula is marked as text. */
    static String harmless(String cell) {
        String plain = PlainText.of(cell);
        return plain.isEmpty() || "=+-@".indexOf(plain.charAt(0)) < 0 ? plain : "'" + plain;
    }

    private static RunProblem notWritable(Path file, IOException cause) {
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "report-not-writable",
                        file.toString(),
                        "the table cannot be kept there. Free the disk or mend the rights."),
                cause);
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }
}
