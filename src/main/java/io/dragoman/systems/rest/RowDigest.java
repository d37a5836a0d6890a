package io.dragoman.systems.rest;

import io.dragoman.systems.rest.RowShape.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** A digest of rows that does not depend on their order: the same records read in another order are the same source. */
final class RowDigest {
    private static final int LONGS = 4;

    private final MessageDigest digest = SeenKeys.sha256();
    private final long[] sum = new long[LONGS];

    void add(List<String> columns, Row row) {
        digest.update(row.fault().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < row.cells().length; i++) {
            String cell = row.cells()[i];
            if (cell != null) {
                byte[] text = cell.getBytes(StandardCharsets.UTF_8);
                digest.update((columns.get(i) + " " + text.length + " ").getBytes(StandardCharsets.UTF_8));
                digest.update(text);
            }
        }
        ByteBuffer one = ByteBuffer.wrap(digest.digest());
        for (int i = 0; i < LONGS; i++) {
            sum[i] += one.getLong();
        }
    }

    String hex() {
        ByteBuffer all = ByteBuffer.allocate(LONGS * Long.BYTES);
        for (long part : sum) {
            all.putLong(part);
        }
        return HexFormat.of().formatHex(all.array());
    }
}
