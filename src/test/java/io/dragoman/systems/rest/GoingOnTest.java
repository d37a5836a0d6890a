package io.dragoman.systems.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.model.RunProblem;
import io.dragoman.staging.Staging;
import io.dragoman.systems.rest.Api.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoingOnTest {
    private static final String PAGES = """
            auth: bearer
            rate: { requests: 10, seconds: 1 }
            paging: { page: page, from: 1 }
            changes: ["since={since}"]
            lists:
              clients:
                path: /clients
                records: /items
                into: client
                columns: { id: /id, name: /name }
                rows-of: { phone: { each: "/phones/*", columns: { client_id: ^/id, seq: position, number: "" } } }
              visits:
                path: /visits
                records: /items
                into: visit
                changes: none
                columns: { id: /id, client_id: /client_id }
            """.replace("number: \"\"", "number: /number");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private Path folder = Path.of("");
    private Api api;

    @BeforeEach
    void a_server(@TempDir Path temporary) throws IOException {
        folder = temporary;
        api = Api.start();
        api.answers(this::threePages);
    }

    @AfterEach
    void no_server() {
        api.close();
    }

    private Reply threePages(Api.Asked request) {
        int page = Integer.parseInt(request.query().replaceAll("\\D", ""));
        return page > 3
                ? Reply.json("{\"items\":[]}")
                : Reply.json("{\"items\":[{\"id\":\"" + page + "\",\"client_id\":\"1\"}]}");
    }

    @Test
    void what_broke_off_goes_on_behind_the_last_page_kept() throws Exception {
        api.answers(request ->
                request.toString().equals("/clients?page=3") ? Reply.of(401, "text/plain", "") : threePages(request));
        assertThat(catchThrowableOfType(RunProblem.class, () -> books().read())).isNotNull();
        api.answers(this::threePages);

        try (Staging staging = books().read()) {
            assertThat(staging.count("client")).isEqualTo(3);
        }
        assertThat(api.calls())
                .containsExactly(
                        "/clients?page=1",
                        "/clients?page=2",
                        "/clients?page=3",
                        "/clients?page=3",
                        "/clients?page=4",
                        "/visits?page=1",
                        "/visits?page=2",
                        "/visits?page=3",
                        "/visits?page=4");
    }

    @Test
    void a_page_that_a_crash_cut_off_is_asked_for_again_and_no_other() throws Exception {
        books().read().close();
        Path pages = folder.resolve("source/000001/1.pages");
        byte[] bytes = Files.readAllBytes(pages);
        Path segment = folder.resolve("source/000001/segment.properties");
        Files.writeString(segment, Files.readString(segment).replaceAll("ended=.*", ""));
        Files.write(pages, Arrays.copyOf(bytes, bytes.length - 5), StandardOpenOption.TRUNCATE_EXISTING);
        int before = api.asked.size();

        try (Staging staging = books().read()) {
            assertThat(staging.count("visit")).isEqualTo(3);
        }
        assertThat(api.calls().subList(before, api.asked.size())).containsExactly("/visits?page=4");
    }

    @Test
    void verbs_share_a_reading_while_it_is_young() throws Exception {
        at(MONDAY).read().close();
        int asked = api.asked.size();

        Staging again = at(MONDAY.plus(Duration.ofHours(23))).read();
        String before = again.contents();
        again.close();

        assertThat(api.asked).hasSize(asked);
        assertThat(before).contains("clients.csv=", "visits.csv=");
    }

    @Test
    void a_delta_asks_for_what_changed_and_reads_whole_what_cannot_tell() throws Exception {
        api.answers(request -> {
            if (request.query().contains("since")) {
                return request.query().contains("page=1")
                        ? Reply.json("{\"items\":[{\"id\":\"2\",\"name\":\"Bob\",\"phones\":[{\"number\":\"2\"}]}]}")
                        : Reply.json("{\"items\":[]}");
            }
            return request.query().equals("page=1") && request.path().equals("/clients")
                    ? Reply.json("{\"items\":[{\"id\":\"1\",\"name\":\"Ann\"},{\"id\":\"2\",\"name\":\"Bo\",\"phones\":"
                            + "[{\"number\":\"0\"},{\"number\":\"1\"}]}]}")
                    : threePages(request);
        });
        at(MONDAY).read().close();
        int asked = api.asked.size();

        try (Staging staging = at(MONDAY.plusSeconds(3600)).read(true)) {
            assertThat(staging.distinct("client", "name")).containsExactly("Ann", "Bob");
            assertThat(staging.distinct("phone", "number")).containsExactly("2");
            assertThat(staging.proof().exportedAt()).contains(MONDAY.plusSeconds(3600));
        }
        List<String> calls = api.calls().subList(asked, api.asked.size());
        assertThat(calls)
                .startsWith(
                        "/clients?since=2026-03-02T08%3A45%3A00Z&page=1",
                        "/clients?since=2026-03-02T08%3A45%3A00Z&page=2")
                .endsWith("/visits?page=1", "/visits?page=2", "/visits?page=3", "/visits?page=4")
                .hasSize(6);
    }

    @Test
    void another_file_means_another_reading() throws Exception {
        books().read().close();
        int asked = api.asked.size();

        new Books(folder, api.base(), PAGES.replace("name: /name", "name: /label"))
                .read()
                .close();

        assertThat(api.asked).hasSize(2 * asked);
    }

    @Test
    void after_a_month_everything_is_read_again() throws Exception {
        at(MONDAY).read().close();
        int asked = api.asked.size();

        at(MONDAY.plus(Duration.ofDays(31))).read().close();

        assertThat(api.asked).hasSize(2 * asked);
        assertThat(folder.resolve("source/000001")).doesNotExist();
    }

    @Test
    void the_requests_of_a_month_are_counted_over_all_verbs() throws Exception {
        RunProblem first =
                catchThrowableOfType(RunProblem.class, () -> books().quota(5).read());
        RunProblem second =
                catchThrowableOfType(RunProblem.class, () -> books().quota(5).read());

        assertThat(List.of(first, second))
                .extracting(problem -> problem.problem().code())
                .containsOnly("quota-spent");
        assertThat(api.asked).hasSize(5);
        books().quota(8).read().close();
        assertThat(api.asked).hasSize(8);
    }

    private Books books() {
        return new Books(folder, api.base(), PAGES);
    }

    private Books at(Instant now) {
        return books().clock(Clock.fixed(now, ZoneOffset.UTC)).rate(1000, Duration.ofMillis(-1));
    }
}
