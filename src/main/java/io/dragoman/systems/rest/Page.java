package io.dragoman.systems.rest;

import io.dragoman.systems.rest.RowShape.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one answer: the rows its records become, and where the list goes on.
 *
 * @param status of the answer
 * @param next position of the next page; null at the end of the list
 * @param total records of the whole list as the API tells; negative when it does not
 * @param records each as its rows by the index of their shape
 */
record Page(int status, @Nullable String next, long total, List<List<Shaped>> records) {
    /** One row and which of the list's shapes it has. */
    record Shaped(int shape, Row row) {}

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(status);
            write(out, next);
            out.writeLong(total);
            out.writeInt(records.size());
            for (List<Shaped> record : records) {
                out.writeInt(record.size());
                for (Shaped shaped : record) {
                    out.writeInt(shaped.shape());
                    write(out, shaped.row().fault());
                    out.writeInt(shaped.row().cells().length);
                    for (String cell : shaped.row().cells()) {
                        write(out, cell);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Page of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int status = in.readInt();
            String next = read(in);
            long total = in.readLong();
            int count = in.readInt();
            List<List<Shaped>> records = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                records.add(record(in));
            }
            return new Page(status, next, total, records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Shaped> record(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Shaped> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int shape = in.readInt();
            String fault = read(in);
            @Nullable String[] cells = new String[in.readInt()];
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = read(in);
            }
            rows.add(new Shaped(shape, new Row(fault == null ? "" : fault, cells)));
        }
        return rows;
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
