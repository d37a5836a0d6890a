package io.dragoman.sandbox.cliniko;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One stand-in account, answering on 127.0.0.1 until it is closed; its attachments lie on another port. Thread-safe. */
public final class ClinikoSandbox implements AutoCloseable {
    private static final int WORKERS = 16;
    private static final int BACKLOG = 256;

    private final ClinikoSettings settings;
    private final HttpServer api;
    private final HttpServer files;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, work -> {
        Thread thread = new Thread(work, "cliniko-stand-in");
        thread.setDaemon(true);
        return thread;
    });
    private final Rate rate;
    private final Storage storage;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private ClinikoSandbox(Clinic clinic, ClinikoSettings settings) throws IOException {
        this.settings = settings;
        this.rate = new Rate(settings.rate(), settings.window(), System::nanoTime);
        this.storage = new Storage(clinic);
        this.api = HttpServer.create(loopback(settings.port()), BACKLOG);
        this.files =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName(settings.storageHost()), 0), BACKLOG);
        String storageBase =
                "http://" + settings.storageHost() + ":" + files.getAddress().getPort();
        api.createContext(
                "/", new Api(clinic, settings, new Door(settings, rate), storage, host(), storageBase, asked));
        files.createContext("/", storage);
        api.setExecutor(workers);
        files.setExecutor(workers);
    }

    /** Starts a stand-in. Fails when the port is taken. */
    public static ClinikoSandbox start(Clinic clinic, ClinikoSettings settings) {
        try {
            ClinikoSandbox sandbox = new ClinikoSandbox(clinic, settings);
            sandbox.api.start();
            sandbox.files.start();
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException("the stand-in cannot listen on port " + settings.port(), e);
        }
    }

    private static InetSocketAddress loopback(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port);
    }

    private String host() {
        return "http://127.0.0.1:" + api.getAddress().getPort();
    }

    /** The address under which resources are, such as {@code http://127.0.0.1:40001/v1}. */
    public URI baseUrl() {
        return URI.create(host() + Api.ROOT);
    }

    /** The key that is let in. */
    public String key() {
        return settings.key();
    }

    /** Path and query of each request so far, refused ones among them, in the order they came. */
    public List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** The counts so far. */
    public ClinikoStats stats() {
        return new ClinikoStats(asked.size(), rate.refused(), rate.most(), storage.downloads(), storage.credentials());
    }

    /** Stops at once. */
    @Override
    public void close() {
        api.stop(0);
        files.stop(0);
        workers.shutdownNow();
    }
}
