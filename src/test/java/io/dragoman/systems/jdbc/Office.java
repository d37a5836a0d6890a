package io.dragoman.systems.jdbc;

import io.dragoman.ledger.LedgerAddress;
import io.dragoman.ledger.PostgresCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The database of an invented practice: the G6 columns, padded as G6 pads them, in memory or in the tests' PostgreSQL. */
enum Office {
    HSQLDB {
        @Override
        Address fresh() {
            return new Address("jdbc:hsqldb:mem:office" + OFFICES.incrementAndGet(), "SA", "");
        }
    },
    POSTGRES {
        @Override
        Address fresh() {
            LedgerAddress schema = PostgresCluster.newSchema();
            Address address = new Address(schema.url(), schema.user(), schema.password());
            address.change("DROP SCHEMA IF EXISTS admin CASCADE");
            return address;
        }
    };

    private static final AtomicInteger OFFICES = new AtomicInteger();
    private static final Path FILES = Path.of("src/test/resources/g6");

    abstract Address fresh();

    /** A database with the practice in it. */
    Address open() {
        Address address = fresh();
        address.load("tables.sql");
        address.load("rows.sql");
        return address;
    }

    /** Where a database is. */
    record Address(String url, String user, String password) {
        DatabaseAccess access(@Nullable Path queries) {
            return new DatabaseAccess(url, user, () -> password, null, queries, ZoneId.of("America/Chicago"));
        }

        DatabaseAccess accessAs(String otherUser, String otherPassword) {
            return new DatabaseAccess(url, otherUser, () -> otherPassword, null, null, ZoneId.of("America/Chicago"));
        }

        void change(String sql) {
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        private void load(String file) {
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    Statement statement = connection.createStatement()) {
                for (String sql : Files.readString(FILES.resolve(file)).split(";\n")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(file, e);
            }
        }
    }
}
