package io.dragoman.service;

import io.dragoman.ledger.Ledger;
import io.dragoman.model.RunProblem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service can do its work: every ledger takes changes, every target can be reached, and there is room on the disk. A target is
 * only connected to, which costs no tokens. Thread-safe; looks again after ten seconds at the earliest.
 */
public final class Readiness {
    private static final long ROOM = 200_000_000;
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Service service;
    private @Nullable Verdict last;
    private long lookedAt;

    public Readiness(Service service) {
        this.service = service;
    }

    /**
     * What was found.
     *
     * @param ledgers by migration
     * @param targets by migration
     * @param diskFree bytes, where there is least
     */
    public record Verdict(
            boolean ready, Map<String, Boolean> ledgers, Map<String, Boolean> targets, long diskFree, boolean disk) {}

    public synchronized Verdict look() {
        Verdict known = last;
        if (known == null || !known.ready() || System.nanoTime() - lookedAt > KEPT.toNanos()) {
            known = now();
            last = known;
            lookedAt = System.nanoTime();
        }
        return known;
    }

    private Verdict now() {
        Map<String, Boolean> ledgers = new LinkedHashMap<>();
        Map<String, Boolean> targets = new LinkedHashMap<>();
        long free = Long.MAX_VALUE;
        for (Station station : service.stations()) {
            ledgers.put(station.name(), takesChanges(station));
            targets.put(station.name(), answers(URI.create(station.edition().account())));
            free = Math.min(free, free(station));
        }
        boolean disk = free > ROOM;
        boolean ready = service.isOpen() && disk && !ledgers.containsValue(false) && !targets.containsValue(false);
        return new Verdict(ready, ledgers, targets, free, disk);
    }

    private static boolean takesChanges(Station station) {
        try {
            return station.read(Ledger::takesChanges)
                    && station.read(ledger -> ledger.orders().counts()) != null;
        } catch (RunProblem unreadable) {
            return false;
        }
    }

    private static boolean answers(URI target) {
        int usual = "https".equals(target.getScheme()) ? HTTPS : HTTP;
        int port = target.getPort() < 0 ? usual : target.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(target.getHost(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static long free(Station station) {
        try {
            return Files.getFileStore(station.edition().file()).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
