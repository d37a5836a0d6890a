package io.dragoman.systems.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell of a database is called in an export. */
class CellsTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "TIMESTAMP '1988-04-12 00:00:00' | date | 1988-04-12",
                "DATE '1988-04-12' | date | 1988-04-12",
                "TIMESTAMP '0001-01-01 00:00:00' | date | 0001-01-01",
                "TIMESTAMP '1900-01-01 00:00:00' | date | 1900-01-01",
                "'1988-04-12' | date | 1988-04-12",
                "TIMESTAMP '2025-03-09 02:30:00' | datetime | 2025-03-09T02:30:00",
                "TIMESTAMP '2025-02-01 00:00:00' | datetime | 2025-02-01T00:00:00",
                "910 | time | 09:10",
                "0 | time | 00:00",
                "TIME '15:30:00' | time | 15:30",
                "TIMESTAMP '2025-02-01 15:30:00' | time | 15:30",
                "CAST(NULL AS INTEGER) | time | -",
                "1 | bool | true",
                "TRUE | bool | true",
                "'N' | bool | false",
                "'perhaps' | bool | perhaps",
                "CAST(1240 AS DECIMAL(12)) | dec | 1240.00",
                "CAST(124050 AS DECIMAL(14, 2)) / 100 | dec | 1240.50",
                "CAST(98.5 AS DECIMAL(12, 4)) | dec | 98.50",
                "CAST(0.125 AS DECIMAL(12, 4)) | dec | 0.125",
                "CAST(100 AS DECIMAL(12, 2)) | id | 100",
                "CAST(7 AS SMALLINT) | int | 7",
                "CAST('DDS1' AS CHAR(7)) | id | \"DDS1   \"",
                "CAST(NULL AS DATE) | date | -"
            })
    void it_is_called_the_same_by_drivers_old_and_new(String value, String type, @Nullable String text)
            throws SQLException {
        assertThat(read(value, type, true)).isEqualTo(text);
        assertThat(read(value, type, false)).isEqualTo(text);
    }

    @Test
    void a_moment_with_a_zone_of_its_own_is_told_in_the_practices() throws SQLException {
        assertThat(read("TIMESTAMP '2025-02-01 15:30:00+0:00'", "datetime", true))
                .isEqualTo("2025-02-01T09:30:00");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, true",
        "2, 1, 0, false",
        "32, -2147483648, 0, true",
        "33, 0, 1, true",
        "64, 0, -1, true",
        "65, -1, -1, false",
        "0, -1, -1, false"
    })
    void a_bit_of_a_mask_is_set_or_not(long bit, long first, long second, boolean isSet) {
        assertThat(BitRule.isSet(bit, new long[] {first, second})).isEqualTo(isSet);
    }

    private static @Nullable String read(String value, String type, boolean isModern) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:hsqldb:mem:cells", "SA", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("VALUES (" + value + ")")) {
            row.next();
            Cells cells = new Cells(ZoneId.of("America/Chicago"), isModern);
            return cells.text(row, 1, type, row.getMetaData().getColumnType(1));
        }
    }
}
