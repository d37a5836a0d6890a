package io.dragoman.systems.jdbc;

import io.dragoman.staging.Loader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of one query on their way into a loader, read as the database gives them; a digest of all that was read goes along. */
final class Rows {
    private final Columns columns;
    private final Cells cells;
    private final @Nullable BitRule bits;
    private final MessageDigest digest;
    private long count;

    Rows(Columns columns, Cells cells, @Nullable BitRule bits) {
        this.columns = columns;
        this.cells = cells;
        this.bits = bits;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the row the result stands on. */
    void take(ResultSet row, Loader loader) throws SQLException {
        if (!isMeant(row)) {
            return;
        }
        @Nullable String[] texts = new String[columns.all().size()];
        for (int i = 0; i < texts.length; i++) {
            Columns.Bound bound = columns.all().get(i);
            String text = cells.text(row, bound.index(), bound.column().type(), bound.sqlType());
            texts[i] = text == null || text.isBlank() ? null : text.strip();
            digest.update((texts[i] == null ? "\u0000" : texts[i] + "\u0001").getBytes(StandardCharsets.UTF_8));
        }
        count++;
        loader.add(texts, count, count);
    }

    private boolean isMeant(ResultSet row) throws SQLException {
        if (bits == null) {
            return true;
        }
        List<Long> masks = new ArrayList<>();
        for (String mask : bits.masks()) {
            masks.add(row.getLong(mask));
        }
        return BitRule.isSet(
                row.getLong(bits.number()),
                masks.stream().mapToLong(Long::longValue).toArray());
    }

    /** Of all cells in the order of the rows, with the names of the columns. */
    String digest() {
        digest.update(String.join(",", columns.names()).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
