package io.dragoman.systems.pipedrive;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Silences the loggers of the HTTP client that print headers and bodies, whatever the logging configuration says. */
final class WireLogs {
    private static final List<String> TALKATIVE =
            List.of("org.apache.hc.client5.http.wire", "org.apache.hc.client5.http.headers");

    private WireLogs() {}

    static void shut() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            TALKATIVE.forEach(name -> logback.getLogger(name).setLevel(Level.OFF));
        }
    }
}
