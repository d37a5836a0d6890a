package io.dragoman.staging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file made of rows while it is read, row by row: UTF-8 with a mark at its begin, because spreadsheets ask for one, every cell in
 * quotes, lines ended as RFC 4180 says. A cell that a spreadsheet would take for a formula gets an apostrophe before it. For one
 * thread; closing it ends the question.
 */
final class Sheet extends InputStream {
    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private final Connection connection;
    private final PreparedStatement question;
    private final ResultSet rows;
    private final int columns;
    private @Nullable InputStream piece;

    /** @param connection closed with this */
    Sheet(Connection connection, String sql, String key) throws SQLException {
        this.connection = connection;
        this.question = connection.prepareStatement(sql);
        question.setString(1, key);
        this.rows = question.executeQuery();
        this.columns = rows.getMetaData().getColumnCount();
        StringBuilder head = new StringBuilder(MARK);
        for (int i = 1; i <= columns; i++) {
            head.append(i > 1 ? "," : "").append(cell(rows.getMetaData().getColumnLabel(i)));
        }
        this.piece = bytes(head);
    }

    private static InputStream bytes(StringBuilder line) {
        return new ByteArrayInputStream(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A text as it stands in a cell. */
    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String first = FORMULA.indexOf(text.charAt(0)) < 0 ? "" : "'";
        return '"' + first + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        try {
            while (piece != null) {
                int count = piece.readNBytes(into, from, length);
                if (count > 0 || length == 0) {
                    return count;
                }
                piece = rows.next() ? bytes(line()) : null;
            }
            return -1;
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StringBuilder line() throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
            line.append(i > 1 ? "," : "").append(cell(rows.getString(i)));
        }
        return line;
    }

    @Override
    public void close() {
        try {
            rows.close();
            question.close();
            connection.close();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }
}
