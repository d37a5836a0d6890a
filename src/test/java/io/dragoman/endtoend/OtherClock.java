package io.dragoman.endtoend;

import io.dragoman.sandbox.Sandbox;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before a sandbox and changes the time in the header {@code Date} of its answers, which the JDK's server sets itself. A line is
 * held back only while it may still become that header.
 */
final class OtherClock implements AutoCloseable {
    private static final byte[] HEADER = "Date: ".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private final ServerSocket door;
    private final int behind;
    private final Duration off;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "other-clock");
        thread.setDaemon(true);
        return thread;
    });

    private OtherClock(ServerSocket door, int behind, Duration off) {
        this.door = door;
        this.behind = behind;
        this.off = off;
    }

    static OtherClock before(Sandbox sandbox, Duration off) throws IOException {
        ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        OtherClock clock = new OtherClock(door, sandbox.baseUrl().getPort(), off);
        clock.threads.execute(clock::accept);
        return clock;
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket server = new Socket("127.0.0.1", behind);
                threads.execute(() -> relay(client, server, false));
                threads.execute(() -> relay(server, client, true));
            }
        } catch (SocketException e) {
            // The door was closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void relay(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = new BufferedInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            Dates dates = new Dates();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(answers ? dates.changed(buffer, n) : Arrays.copyOf(buffer, n));
                out.flush();
            }
        } catch (IOException e) {
            // One side is gone, and with it the other.
        }
    }

    /** Changes the lines of one connection. */
    private final class Dates {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private boolean holding = true;

        byte[] changed(byte[] buffer, int length) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int i = 0; i < length; i++) {
                take(buffer[i], out);
            }
            return out.toByteArray();
        }

        private void take(byte next, ByteArrayOutputStream out) {
            if (!holding) {
                out.write(next);
                holding = next == '\n';
                return;
            }
            int at = line.size();
            line.write(next);
            boolean header = at >= HEADER.length || HEADER[at] == next;
            if (next == '\n' || !header) {
                byte[] whole = line.toByteArray();
                out.writeBytes(header ? moved(whole) : whole);
                line.reset();
                holding = next == '\n';
            }
        }

        private byte[] moved(byte[] whole) {
            String text = new String(whole, StandardCharsets.US_ASCII)
                    .substring(HEADER.length)
                    .strip();
            ZonedDateTime shown = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .plus(off);
            return ("Date: " + FORM.format(shown) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
