package io.dragoman.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every column that a query for G6 names is one that a G6 database has, where the list of them is at hand. */
class DentrixColumnsTest {
    private static final Path COLUMNS = Path.of(System.getProperty("dragoman.reference", "../shared/reference"))
            .resolve("dentrix/g6-columns.json");
    private static final Path QUERIES = Path.of("routes/systems/dentrix/jdbc/g6");
    private static final Pattern COMMENT = Pattern.compile("--.*|'[^']*'");
    private static final Pattern TABLE = Pattern.compile("(?:FROM|JOIN) admin\\.(\\w+) (\\w+)");
    private static final Pattern COLUMN = Pattern.compile("(?<![\\w.])(\\w+)\\.(\\w+)");

    @Test
    void every_column_of_a_query_exists() throws IOException {
        assumeTrue(Files.exists(COLUMNS), "The columns of a G6 database are not at hand: skipped.");
        JsonNode known = new ObjectMapper().readTree(COLUMNS.toFile());
        List<String> missing = new ArrayList<>();
        int named = 0;
        try (Stream<Path> files = Files.list(QUERIES)) {
            for (Path file : files.toList()) {
                String sql = COMMENT.matcher(Files.readString(file)).replaceAll("");
                Map<String, String> tables = tables(sql);
                Matcher column = COLUMN.matcher(sql);
                while (column.find()) {
                    String table = tables.get(column.group(1));
                    if (table != null) {
                        named++;
                        if (!has(known, table, column.group(2))) {
                            missing.add(file.getFileName() + ": " + table + "." + column.group(2));
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(250);
    }

    private static Map<String, String> tables(String sql) {
        Map<String, String> tables = new HashMap<>();
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            tables.put(table.group(2), table.group(1));
        }
        return tables;
    }

    private static boolean has(JsonNode known, String table, String column) {
        return known.path("views").path(table).has(column)
                || known.path("tables").path(table).has(column);
    }
}
