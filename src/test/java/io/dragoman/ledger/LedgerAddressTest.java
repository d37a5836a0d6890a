package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LedgerAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:hsqldb:mem:x",
                "jdbc:mysql://127.0.0.1/x",
                "data/ledger",
                "jdbc:hsqldb:file:data/ledger",
                "jdbc:postgresql://127.0.0.1/x?user=a&password=b"
            })
    void other_addresses_are_refused(String url) {
        assertThat(OnBothDatabases.codeOf(() -> new LedgerAddress(url, "u", "")))
                .isEqualTo("ledger-address-wrong");
    }

    @Test
    void a_file_ledger_is_always_written_through_to_the_disk(@TempDir Path folder) throws SQLException {
        LedgerAddress address = new LedgerAddress(
                "jdbc:hsqldb:file:" + folder.resolve("ledger") + ";hsqldb.write_delay=true;hsqldb.tx=locks", "SA", "");
        try (Ledger ledger = Ledger.open(address, "acme", SealKey.at(folder.resolve("seal.key")));
                Connection connection = DriverManager.getConnection(address.jdbcUrl(), "SA", "")) {
            assertThat(ledger.migration()).isEqualTo("acme");
            assertThat(property(connection, "hsqldb.write_delay_millis")).isEqualTo("0");
            assertThat(property(connection, "hsqldb.tx")).isEqualToIgnoringCase("mvcc");
            assertThat(property(connection, "hsqldb.default_table_type")).isEqualToIgnoringCase("cached");
            assertThat(property(connection, "hsqldb.nio_data_file")).isEqualTo("false");
            assertThat(property(connection, "hsqldb.log_size")).isEqualTo("0");
        }
    }

    @Test
    void a_server_that_is_not_there_is_unreachable(@TempDir Path folder) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        LedgerAddress address = new LedgerAddress("jdbc:postgresql://127.0.0.1:" + port + "/x", "u", "secret");
        SealKey key = SealKey.at(folder.resolve("seal.key"));
        assertThat(OnBothDatabases.codeOf(() -> Ledger.open(address, "acme", key)))
                .isEqualTo("ledger-unreachable");
    }

    @Test
    void a_folder_that_cannot_be_made_is_unreachable(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        LedgerAddress address = new LedgerAddress("jdbc:hsqldb:file:" + file.resolve("ledger"), "SA", "");
        SealKey key = SealKey.at(folder.resolve("seal.key"));
        assertThat(OnBothDatabases.codeOf(() -> Ledger.open(address, "acme", key)))
                .isEqualTo("ledger-unreachable");
    }

    private static String property(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select property_value from information_schema.system_properties where property_name = '" + name
                                + "'")) {
            return rows.next() ? rows.getString(1) : "no such property";
        }
    }
}
