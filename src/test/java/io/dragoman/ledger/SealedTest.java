package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Problem;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SealedTest extends OnBothDatabases {
    private static final String CANARY = "Canary-Quillfeather";
    private static final String SEEN = "key-that-may-be-seen";

    @Test
    void no_value_of_a_record_is_in_the_tables_or_in_the_files() throws Exception {
        TargetRecord record = new TargetRecord(
                PEOPLE,
                "person",
                SEEN,
                CANARY + "-kept",
                Map.of("name", CANARY, "emails", List.of(CANARY + "@example.org")),
                Map.of("Allergy_Alert__c", CANARY),
                List.of(new TargetRecord.Line(Map.of("name", CANARY), List.of())),
                List.of());
        Intent create = ledger.writes()
                .intend(run, new TargetWrite(TargetWrite.Verb.CREATE, record, null, Set.of()), "print", record);
        assertThat(create.toString()).doesNotContain(CANARY);
        ledger.writes().settle(create, Invented.receipt("7"));
        ledger.quarantine().setAside(run, PEOPLE, SEEN, new Problem("odd", "place", "advice"), "print");
        assertThat(ledger.lineages().find(PEOPLE, SEEN).orElseThrow().made()).contains(record);
        assertThat(ledger.lineages().find(PEOPLE, SEEN).toString()).doesNotContain(CANARY);
        String dump = dump();
        assertThat(dump).contains(SEEN).doesNotContain(CANARY).doesNotContain("Allergy_Alert__c");
        if (store == Store.POSTGRESQL) {
            sql("checkpoint");
        }
        ledger.close();
        Path files = store == Store.POSTGRESQL ? PostgresCluster.dataFolder() : folder;
        assertThat(filesWith(files, SEEN)).isNotEmpty();
        assertThat(filesWith(files, CANARY)).isEmpty();
    }

    private String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            dump.append(rows.getString(i)).append('|');
                        }
                        dump.append('\n');
                    }
                }
            }
        }
        return dump.toString();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add('"' + rows.getString("TABLE_NAME") + '"');
            }
        }
        assertThat(tables).hasSizeGreaterThan(10);
        return tables;
    }

    private static List<Path> filesWith(Path folder, String word) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (holds(Files.readString(file, StandardCharsets.ISO_8859_1), word)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** Whether bytes hold a word in one of the encodings a database may use. */
    private static boolean holds(String bytes, String word) {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)
                .map(charset -> new String(word.getBytes(charset), StandardCharsets.ISO_8859_1))
                .anyMatch(bytes::contains);
    }
}
