package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dragoman.model.InDoubt;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetWrite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What goes over the wire, and what never does. The server here answers anything we like and keeps what it was sent. */
class CallTest {
    private static final String OK = "{\"success\":true,\"data\":{\"id\":1}}";
    private final List<Map<String, String>> headers = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Main main;
    private int status = 200;
    private String answer = OK;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        main = new Main();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Account.start(
                main,
                new PipedriveBeans(
                        Account.quick(address), Account.KINDS, name -> Optional.empty(), Budget.unlimited()));
    }

    @AfterEach
    void close() {
        main.stop();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> got = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> got.put(name, String.join(",", values)));
        headers.add(got);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders()
                .set("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/elsewhere");
        exchange.getResponseHeaders().set("Set-Cookie", "sticky=yes; Path=/");
        exchange.getResponseHeaders().set("X-From-Target", "yes");
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Exchange write() {
        TargetWrite write = new TargetWrite(TargetWrite.Verb.CREATE, Records.visit("v-1"), null, Set.of());
        return main.getCamelContext().createProducerTemplate().request("direct:pipedrive-write", asked -> {
            asked.getMessage().setBody(write);
            asked.getMessage().setHeader("PatientName", "Ada Example");
            asked.getMessage().setHeader("CamelHttpUri", "http://127.0.0.1:1/");
            asked.getMessage().setHeader("CamelHttpQuery", "api_token=x");
        });
    }

    @Test
    void no_header_but_ours_arrives_and_none_of_the_answer_comes_back() {
        Exchange first = write();
        write();

        assertThat(first.getException()).isNull();
        assertThat(headers).hasSize(2).allSatisfy(got -> {
            assertThat(got.keySet())
                    .isSubsetOf(Set.of(
                            "Accept",
                            "Accept-Encoding",
                            "Connection",
                            "Content-Length",
                            "Content-Type",
                            "Host",
                            "User-Agent",
                            "X-api-token"));
            assertThat(got).containsEntry("X-api-token", Account.TOKEN).containsEntry("User-Agent", "Dragoman");
        });
        assertThat(first.getMessage().getHeaders()).isEmpty();
    }

    @Test
    void a_redirect_is_not_followed() {
        status = 302;

        assertThat(catchThrowable(() -> rethrow(write()))).hasCauseInstanceOf(RunProblem.class);

        assertThat(headers).hasSize(1);
    }

    @Test
    void a_web_page_where_nothing_should_be_points_to_the_address() {
        status = 404;
        answer = "<html>Not here</html>";

        assertThat(catchThrowable(() -> rethrow(write()))).cause().hasMessageContaining("call-refused");
    }

    @Test
    void success_that_is_not_success_leaves_a_write_in_doubt() {
        answer = "{\"success\":false,\"error\":\"Ada Example\"}";
        assertThat(catchThrowable(() -> rethrow(write())))
                .isInstanceOf(InDoubt.class)
                .hasMessageNotContaining("Ada");
        answer = "{\"success\":true,\"data\":{}}";
        assertThat(catchThrowable(() -> rethrow(write()))).isInstanceOf(InDoubt.class);
    }

    @Test
    void neither_the_token_nor_a_value_is_in_any_log_line_or_exception() {
        try (Captured captured = new Captured()) {
            StringWriter told = new StringWriter();
            for (int code : List.of(200, 302, 400, 401, 403, 404, 500)) {
                status = code;
                answer = code == 200
                        ? OK
                        : "{\"success\":false,\"error\":\"subject: Ada Example " + Account.TOKEN + "\"}";
                Exchange exchange = write();
                if (exchange.getException() != null) {
                    exchange.getException().printStackTrace(new PrintWriter(told));
                }
            }
            answer = "Ada Example " + Account.TOKEN;
            write();
            assertThat(headers).hasSize(8);
            assertThat(told.toString()).contains("InDoubt").doesNotContain(Account.TOKEN, "Ada Example");
            assertThat(captured.lines())
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(line).doesNotContain(Account.TOKEN).doesNotContain("Ada Example"));
        }
    }

    private static void rethrow(Exchange exchange) throws Exception {
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }

    /** Every log line at the finest level, while it lasts, except from loggers that the product itself has silenced. */
    private static final class Captured implements AutoCloseable {
        private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final Map<Logger, Level> before = new HashMap<>();
        private final List<Appender<ILoggingEvent>> muted = new ArrayList<>();
        private final ListAppender<ILoggingEvent> all = new ListAppender<>();

        Captured() {
            root.iteratorForAppenders().forEachRemaining(muted::add);
            muted.forEach(root::detachAppender);
            all.setContext(context);
            all.start();
            root.addAppender(all);
            for (Logger logger : context.getLoggerList()) {
                if (logger.getLevel() != null && logger.getLevel() != Level.OFF) {
                    before.put(logger, logger.getLevel());
                    logger.setLevel(Level.TRACE);
                }
            }
        }

        List<String> lines() {
            return all.list.stream()
                    .map(event -> event.getFormattedMessage()
                            + (event.getThrowableProxy() == null
                                    ? ""
                                    : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                    .toList();
        }

        @Override
        public void close() {
            before.forEach(Logger::setLevel);
            root.detachAppender(all);
            muted.forEach(root::addAppender);
        }
    }
}
