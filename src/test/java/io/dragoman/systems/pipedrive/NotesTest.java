package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.FindRequest;
import io.dragoman.model.ReadBack;
import io.dragoman.model.Receipt;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import io.dragoman.sandbox.Faults;
import io.dragoman.sandbox.SandboxSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes go through with author, time and parents; long ones in parts that count as one. */
class NotesTest {
    private static final Instant WRITTEN = Instant.parse("2019-12-09T13:59:21Z");
    private Account account = open(plain -> plain);

    private static Account open(java.util.function.UnaryOperator<SandboxSettings> settings) {
        return Account.open(settings, plain -> plain, Budget.unlimited());
    }

    @AfterEach
    void close() {
        account.close();
    }

    private TargetId person() {
        return account.create(Records.plain("p", "person", "p", Map.of("name", "Ada Example")))
                .id();
    }

    private static TargetRecord note(String key, TargetId person, String content, Map<String, Object> more) {
        Map<String, Object> fields = new TreeMap<>(more);
        fields.put("content", content);
        fields.put("person", person);
        return Records.plain("chart-to-note", "note", key, fields);
    }

    private List<JsonNode> notes() {
        List<JsonNode> notes = new ArrayList<>();
        account.sandbox().dump().path("notes").forEach(notes::add);
        return notes;
    }

    private static String prose(int words) {
        return "Größe &amp; Weite <b>of</b> it. ".repeat(words / 5);
    }

    private List<Trace> traces(TargetRecord like) {
        return account.traces(new TraceRequest("note", like.mapping(), Set.of(), Instant.now(), List.of(like)));
    }

    @Test
    void a_note_keeps_its_author_its_time_and_its_place() {
        TargetId person = person();

        Receipt receipt = account.create(note(
                "n-1",
                person,
                "First line\nsecond <100\n\nNext paragraph",
                Map.of("user", new TargetId("12"), "add_time", WRITTEN, "pinned", true)));

        assertThat(receipt.differences()).isEmpty();
        assertThat(receipt.tokens()).isEqualTo(10);
        assertThat(notes()).singleElement().satisfies(note -> {
            assertThat(note.path("content").asText())
                    .isEqualTo(
                            "<p>First line<br>second &lt;100</p><p>Next paragraph</p><p>Source: chart-to-note n-1</p>");
            assertThat(note.path("user_id").asInt()).isEqualTo(12);
            assertThat(note.path("add_time").asText()).isEqualTo("2019-12-09 13:59:21");
            assertThat(note.path("person_id").asText()).isEqualTo(person.value());
            assertThat(note.path("pinned_to_person_flag").asBoolean()).isTrue();
        });
        assertThat(account.readBack("note", receipt.id()).values())
                .containsEntry("content", "First line\nsecond <100\nNext paragraph")
                .containsEntry("add_time", WRITTEN)
                .containsEntry("user", new TargetId("12"))
                .containsEntry("pinned", true);
    }

    @Test
    void only_the_html_that_notes_are_made_of_is_sent_and_no_word_is_lost() {
        account.create(note(
                "n-1",
                person(),
                "<h2>Visit</h2><table><tr><td>BP</td><td>120</td></tr></table><p onclick='x()'>See <a href='https://a.example'"
                        + " target=_blank>this</a></p><script>steal()</script><img src=x>",
                Map.of()));

        assertThat(notes().get(0).path("content").asText())
                .isEqualTo("<p><strong>Visit</strong></p>BP 120 <br><p>See <a href=\"https://a.example\">this</a></p>"
                        + "<p>Source: chart-to-note n-1</p>");
    }

    @Test
    void a_long_note_is_written_in_parts_that_are_found_changed_and_deleted_as_one() {
        TargetId person = person();
        TargetRecord record = note("n-1", person, "<p>" + prose(50_000) + "</p>", Map.of("add_time", WRITTEN));

        Receipt receipt = account.create(record);

        List<JsonNode> parts = notes();
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.path("content").asText())
                        .endsWith(" of " + parts.size() + ") Source: chart-to-note n-1</p>"));
        assertThat(String.join(
                                " ",
                                parts.stream()
                                        .map(part -> Marker.without(
                                                part.path("content").asText()))
                                        .toList())
                        .replaceAll("\\s+", " "))
                .isEqualTo("Größe & Weite of it. ".repeat(10_000).strip());
        assertThat(traces(record)).containsExactly(new Trace("n-1", receipt.id()));
        assertThat(account.find(new FindRequest("note", Instant.now(), List.of(record))))
                .containsExactly(Map.entry("n-1", receipt.id()));

        TargetRecord shorter = note("n-1", person, "Short", Map.of());
        Receipt changed = account.update(shorter, receipt.id(), "content");
        assertThat(notes()).hasSize(1);
        account.undo(new TargetWrite(Verb.DELETE, shorter, changed.id(), Set.of()));
        assertThat(notes()).isEmpty();
        assertThat(account.readBack(new ReadBack("note", Set.of(changed.id())))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void a_long_note_of_which_one_part_got_lost_is_there_once_in_the_end(int lost) {
        TargetRecord record = note("n-1", person(), prose(30_000), Map.of());
        account.sandbox().faults().onWrite(lost, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);

        try {
            account.create(record);
        } catch (io.dragoman.model.InDoubt expected) {
            if (!account.find(new FindRequest("note", Instant.now(), List.of(record)))
                    .containsKey("n-1")) {
                account.create(record);
            }
        }

        assertThat(traces(record)).hasSize(1);
        assertThat(notes()).hasSize(Notes.ids(traces(record).get(0).id()).size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.Kind.class,
            names = {"LOST_ANSWER_AFTER_COMMIT", "HTTP_500_AFTER_COMMIT"})
    void a_note_whose_answer_was_lost_is_found(Faults.Kind fault) {
        TargetRecord record = note("n-1", person(), "Text", Map.of());
        account.sandbox().faults().onWrite(2, fault);

        try {
            account.create(record);
        } catch (io.dragoman.model.InDoubt expected) {
            assertThat(account.find(new FindRequest("note", Instant.now(), List.of(record))))
                    .containsOnlyKeys("n-1");
        }
        assertThat(notes()).hasSize(1);
    }

    @Test
    void without_an_administrators_token_the_text_names_the_author_and_the_receipt_tells() {
        account.close();
        account = open(plain -> plain.withAdmin(false));
        TargetId person = person();

        Receipt other = account.create(note("n-1", person, "Text", Map.of("user", new TargetId("12"))));
        Receipt own = account.create(note("n-2", person, "Text", Map.of("user", new TargetId("11"))));

        assertThat(other.differences()).containsExactly("user");
        assertThat(own.differences()).isEmpty();
        assertThat(notes())
                .extracting(note -> note.path("content").asText())
                .containsExactly(
                        "<p>Written by Ben Example</p><p>Text</p><p>Source: chart-to-note n-1</p>",
                        "<p>Text</p><p>Source: chart-to-note n-2</p>");
    }
}
