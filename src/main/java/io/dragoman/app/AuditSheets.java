package io.dragoman.app;

import io.dragoman.inventory.ColumnCount;
import io.dragoman.model.PhiClass;
import io.dragoman.staging.Census;
import io.dragoman.staging.Troubles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The long tables of an audit, for spreadsheets: every column, and every row and cell that something is wrong with. */
final class AuditSheets {
    private static final List<String> COLUMNS = List.of(
            "Object",
            "Column",
            "Type",
            "Class",
            "What becomes of it",
            "Rows",
            "Filled",
            "Filled %",
            "Wrong",
            "Longest",
            "Form",
            "Identifiers inside",
            "Read by",
            "Left behind because");
    private static final List<String> PROBLEMS = List.of("Code", "File", "Line", "Column", "Key", "What to do");
    private static final int HUNDRED = 100;

    private final Path folder;

    AuditSheets(Path folder) {
        this.folder = folder;
    }

    Path columns(List<ColumnCount> columns) {
        Path path = folder.resolve("audit-columns.csv");
        try (SheetFile sheet = SheetFile.create(path, COLUMNS)) {
            columns.forEach(column -> sheet.row(cells(column)));
        }
        return path;
    }

    private static List<String> cells(ColumnCount column) {
        return List.of(
                column.object(),
                column.column(),
                column.type(),
                phi(column),
                column.use().travel().word(),
                String.valueOf(column.rows()),
                String.valueOf(column.filled()),
                share(column.filled(), column.rows()),
                column.wrong().entrySet().stream()
                        .map(code -> code.getKey() + " " + code.getValue())
                        .collect(Collectors.joining(", ")),
                String.valueOf(column.longest()),
                column.form(),
                String.valueOf(column.identifiers()),
                String.join(", ", column.use().mappings()),
                column.use().why());
    }

    /** The class of a column; {@code unknown} where neither mapping nor layout says one. */
    static String phi(ColumnCount column) {
        return column.use().phi().map(PhiClass::word).orElse("unknown");
    }

    /** A share in per cent, rounded down; empty of nothing. */
    static String share(long part, long of) {
        return of == 0 ? "" : String.valueOf(part * HUNDRED / of);
    }

    /** Written as they are read: there may be as many as rows. */
    Path problems(Census census) {
        Path path = folder.resolve("audit-problems.csv");
        try (SheetFile sheet = SheetFile.create(path, PROBLEMS);
                Troubles troubles = census.troubles()) {
            troubles.forEachRemaining(one -> sheet.row(List.of(
                    one.problem().code(),
                    one.file(),
                    one.line() == 0 ? "" : String.valueOf(one.line()),
                    one.column(),
                    one.key(),
                    one.problem().advice())));
        }
        return path;
    }
}
