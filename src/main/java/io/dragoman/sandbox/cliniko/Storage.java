package io.dragoman.sandbox.cliniko;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The other host, where the bytes of attachments lie. An address is good once, and only for who shows no credential. */
final class Storage implements HttpHandler {
    private final Clinic clinic;
    private final Map<String, Attachment> signed = new ConcurrentHashMap<>();
    private final AtomicLong downloads = new AtomicLong();
    private final AtomicLong credentials = new AtomicLong();

    private record Attachment(String id, long size) {}

    Storage(Clinic clinic) {
        this.clinic = clinic;
    }

    /** The path of an address that gives these bytes once. */
    String sign(String attachment, long size) {
        String path = "/" + UUID.randomUUID();
        signed.put(path, new Attachment(attachment, size));
        return path;
    }

    long downloads() {
        return downloads.get();
    }

    long credentials() {
        return credentials.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestHeaders().containsKey("Authorization")) {
                credentials.incrementAndGet();
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            Attachment attachment = signed.remove(exchange.getRequestURI().getPath());
            if (attachment == null) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            exchange.sendResponseHeaders(200, attachment.size());
            try (InputStream bytes = clinic.bytes(attachment.id(), attachment.size())) {
                bytes.transferTo(exchange.getResponseBody());
            }
            downloads.incrementAndGet();
        }
    }
}
