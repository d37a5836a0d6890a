package io.dragoman.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.dragoman.model.ContentProblem;
import io.dragoman.model.SourceFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what lies in the export, or at a host that was named, is read; and no problem tells where it lies. */
class ContentsTest {
    private static final String SECRET = "s3cret-of-the-address";

    private Path folder;
    private HttpServer server;
    private String host;
    private Contents contents;

    @BeforeEach
    void open(@TempDir Path own) throws IOException {
        folder = own;
        Path export = own.resolve("export");
        Files.createDirectories(export.resolve("files"));
        Files.writeString(export.resolve("files/plan.txt"), "the plan");
        Files.writeString(folder.resolve("outside.txt"), "not yours");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host = "127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/plan.txt", exchange -> {
            byte[] body = "the plan".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/broken.txt", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("the".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/moved.txt", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://" + host + "/plan.txt");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        contents = new Contents(export, Set.of(host), SourceFiles.NONE);
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String code(String where) {
        ContentProblem problem =
                catchThrowableOfType(ContentProblem.class, () -> new Measuring(contents, 1000).measure(where, ""));
        assertThat(problem).as("reading it is refused").isNotNull();
        assertThat(problem.advice() + problem.getMessage()).doesNotContain("plan", "outside.txt", SECRET, host);
        return problem.code();
    }

    private Measured measured(String where) throws ContentProblem {
        return new Measuring(contents, 1000).measure(where, "");
    }

    @Test
    void a_file_is_measured_wherever_it_lies() throws ContentProblem {
        Measured here = measured("files/plan.txt");
        assertThat(here.size()).isEqualTo(8);
        assertThat(here.mediaType()).isEqualTo("text/plain");
        assertThat(measured("./files/../files/plan.txt")).isEqualTo(here);
        assertThat(measured("files\\plan.txt")).isEqualTo(here);
        assertThat(measured("http://" + host + "/plan.txt?token=" + SECRET)).isEqualTo(here);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.txt",
                "files/../../outside.txt",
                "..\\outside.txt",
                "/etc/hostname",
                "C:\\outside.txt",
                "\\\\host\\share\\outside.txt"
            })
    void a_path_that_leads_out_of_the_export_is_refused(String path) {
        assertThat(code(path)).isEqualTo("file-outside-export");
    }

    @Test
    void a_link_that_leads_out_of_the_export_is_refused() throws IOException {
        Files.createSymbolicLink(folder.resolve("export/files/way-out.txt"), folder.resolve("outside.txt"));
        Files.createSymbolicLink(folder.resolve("export/up"), folder);
        assertThat(code("files/way-out.txt")).isEqualTo("file-outside-export");
        assertThat(code("up/outside.txt")).isEqualTo("file-outside-export");
    }

    @Test
    void what_is_missing_empty_too_large_or_no_file_has_its_code() throws IOException {
        Files.writeString(folder.resolve("export/empty.txt"), "");
        Files.write(folder.resolve("export/large.bin"), new byte[1001]);
        assertThat(code("files/none.txt")).isEqualTo("file-not-found");
        assertThat(code("files")).isEqualTo("file-not-readable");
        assertThat(code("empty.txt")).isEqualTo("file-empty");
        assertThat(code("large.bin")).isEqualTo("file-too-large");
        assertThat(code("nul\u0000.txt")).isEqualTo("file-not-found");
    }

    @Test
    void an_address_is_read_only_at_a_host_that_was_named_and_where_nobody_listens_in() {
        assertThat(code("https://files.example/plan.txt?token=" + SECRET)).isEqualTo("file-host-unknown");
        assertThat(code("http://files.example/plan.txt")).isEqualTo("file-address-unsafe");
        assertThat(code("file:///etc/hostname")).isEqualTo("file-address-unsafe");
        assertThat(code("https://user:" + SECRET + "@files.example/plan.txt")).isEqualTo("file-address-unsafe");
        assertThat(code("https://files example/plan.txt?token=" + SECRET)).isEqualTo("file-address-unsafe");
    }

    @Test
    void an_address_that_leads_on_is_not_followed_and_one_that_breaks_off_is_no_file() {
        assertThat(code("http://" + host + "/moved.txt?token=" + SECRET)).isEqualTo("file-moved");
        assertThat(code("http://" + host + "/broken.txt?token=" + SECRET)).isEqualTo("file-not-readable");
        assertThat(code("http://" + host + "/none.txt?token=" + SECRET)).isEqualTo("file-not-found");
    }

    @Test
    void what_a_file_is_its_bytes_say_and_its_name_only_narrows_it() throws IOException {
        assertThat(FileTypes.of("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), "holiday.jpg"))
                .isEqualTo("application/pdf");
        assertThat(FileTypes.of("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII), "table.csv"))
                .isEqualTo("text/csv");
        assertThat(FileTypes.of(new byte[] {1, 2, 3, 0, 4}, "")).isEqualTo("application/octet-stream");
    }
}
