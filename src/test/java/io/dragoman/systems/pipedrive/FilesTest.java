package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.FileFields;
import io.dragoman.model.FindRequest;
import io.dragoman.model.InDoubt;
import io.dragoman.model.ReadBack;
import io.dragoman.model.Receipt;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.sandbox.Faults;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files go up as they were measured, once, and are found and taken back. */
class FilesTest {
    private final Map<String, String> store = new ConcurrentHashMap<>();
    private Account account;
    private TargetId ada;

    @BeforeEach
    void open() {
        account = Account.open(
                plain -> plain,
                plain -> plain,
                Budget.unlimited(),
                where -> new ByteArrayInputStream(store.getOrDefault(where, "").getBytes(StandardCharsets.UTF_8)));
        ada = account.create(Records.plain("p", "person", "p-1", Map.of("name", "Ada Example")))
                .id();
    }

    @AfterEach
    void close() {
        account.close();
    }

    private TargetRecord file(String key, String name, String text) throws Exception {
        return file(key, name, text, "person", ada);
    }

    private TargetRecord file(String key, String name, String text, String parent, TargetId id) throws Exception {
        store.put(key, text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Map<String, Object> fields = new TreeMap<>(Map.of(parent, id));
        fields.put(FileFields.CONTENT, key);
        fields.put(FileFields.NAME, name);
        fields.put(FileFields.SIZE, BigDecimal.valueOf(bytes.length));
        fields.put(
                FileFields.SHA256,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        fields.put(FileFields.MEDIA_TYPE, "text/plain");
        return Records.plain("document-to-file", "file", key, fields);
    }

    private Map<String, TargetId> find(TargetRecord... wanted) {
        return account.find(new FindRequest("file", Instant.now(), List.of(wanted)));
    }

    private List<JsonNode> held() {
        return java.util.stream.StreamSupport.stream(
                        account.sandbox().dump().path("files").spliterator(), false)
                .toList();
    }

    @Test
    void a_file_arrives_with_its_name_its_type_its_parents_and_every_byte() throws Exception {
        TargetRecord plan = file("d-1", "Plan für Ada.txt", "\r\n--dragoman\r\n\r\r\nthe plan");
        Receipt receipt = account.create(plan);
        assertThat(receipt.tokens()).isEqualTo(10);
        assertThat(receipt.differences()).isEmpty();
        assertThat(held()).singleElement().satisfies(file -> {
            assertThat(file.path("name").asText()).isEqualTo("Plan für Ada.txt");
            assertThat(file.path("type").asText()).isEqualTo("text/plain");
            assertThat(file.path("person_id").asText()).isEqualTo(ada.value());
            assertThat(file.path("sha256").asText()).isEqualTo(plan.fields().get(FileFields.SHA256));
        });
    }

    @Test
    void a_file_that_is_not_the_one_that_was_measured_is_never_taken() throws Exception {
        for (String other : List.of("the plam", "the plan and more", "the")) {
            TargetRecord plan = file("d-1", "plan.txt", "the plan");
            store.put("d-1", other);
            assertThatThrownBy(() -> account.create(plan))
                    .isInstanceOf(RecordProblem.class)
                    .hasMessageContaining("file-changed")
                    .hasMessageNotContaining("plan.txt");
        }
        assertThat(held()).isEmpty();
    }

    @Test
    void a_busy_target_gets_the_bytes_again_from_the_first_one_on() throws Exception {
        account.sandbox().faults().onWrite(2, Faults.Kind.HTTP_503);
        account.sandbox().faults().onWrite(3, Faults.Kind.BURST_429);
        TargetRecord plan = file("d-1", "plan.txt", "the plan");
        account.create(plan);
        assertThat(held())
                .singleElement()
                .satisfies(file -> assertThat(file.path("sha256").asText())
                        .isEqualTo(plan.fields().get(FileFields.SHA256)));
    }

    @Test
    void a_file_whose_answer_was_lost_is_found_and_no_other_is_taken_for_it() throws Exception {
        TargetRecord lost = file("d-1", "plan.txt", "the plan");
        account.sandbox().faults().onWrite(2, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
        assertThatThrownBy(() -> account.create(lost)).isInstanceOf(InDoubt.class);
        TargetId other = account.create(Records.plain("p", "person", "p-2", Map.of("name", "Bo Example")))
                .id();
        String id = held().get(0).path("id").asText();
        assertThat(find(
                        lost,
                        file("d-2", "plan 2.txt", "the plan"),
                        file("d-3", "plan.txt", "the plans"),
                        file("d-4", "plan.txt", "the plan", "person", other)))
                .containsOnly(Map.entry("d-1", new TargetId(id)));
        assertThat(account.find(new FindRequest("file", Instant.now().plusSeconds(3600), List.of(lost))))
                .as("what was there before it was sent")
                .isEmpty();
    }

    @Test
    void files_of_many_parents_are_found_by_one_list() throws Exception {
        TargetRecord[] files = new TargetRecord[12];
        for (int i = 0; i < files.length; i++) {
            TargetId person = account.create(Records.plain("p", "person", "p-" + i, Map.of("name", "Person " + i)))
                    .id();
            files[i] = file("d-" + i, "plan.txt", "the plan", "person", person);
            account.create(files[i]);
        }
        long before = account.sandbox().stats().requests();
        assertThat(find(files)).hasSize(12);
        assertThat(account.sandbox().stats().requests() - before).isEqualTo(1);
    }

    @Test
    void only_the_name_changes_in_place() throws Exception {
        TargetId id = account.create(file("d-1", "plan.txt", "the plan")).id();
        Receipt renamed = account.update(file("d-1", "Plan & more.txt", "the plan"), id, "name");
        assertThat(renamed.id()).isEqualTo(id);
        assertThat(renamed.differences()).isEmpty();
        assertThat(held())
                .singleElement()
                .satisfies(file -> assertThat(file.path("name").asText()).isEqualTo("Plan & more.txt"));
    }

    @Test
    void other_bytes_replace_the_file_and_doing_it_twice_ends_in_the_same_one() throws Exception {
        TargetId old = account.create(file("d-1", "plan.txt", "the plan")).id();
        TargetRecord plan = file("d-1", "plan.txt", "the PLAN");
        account.sandbox().faults().onWrite(3, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
        assertThatThrownBy(() -> account.update(plan, old, "sha256")).isInstanceOf(InDoubt.class);
        assertThat(held()).hasSize(2);
        TargetId made = account.update(plan, old, "sha256").id();
        assertThat(made).isNotEqualTo(old);
        assertThat(held()).singleElement().satisfies(file -> {
            assertThat(file.path("id").asText()).isEqualTo(made.value());
            assertThat(file.path("sha256").asText()).isEqualTo(plan.fields().get(FileFields.SHA256));
        });
    }

    @Test
    void files_are_read_back_and_taken_back() throws Exception {
        Set<TargetId> ids = new HashSet<>();
        for (int i : IntStream.range(0, 25).toArray()) {
            ids.add(account.create(file("d-" + i, "plan-" + i + ".txt", "the plan"))
                    .id());
        }
        assertThat(account.readBack(new ReadBack("file", ids))).hasSize(25);
        TargetId gone = ids.iterator().next();
        TargetWrite delete = new TargetWrite(Verb.DELETE, file("d-0", "plan-0.txt", "the plan"), gone, Set.of());
        account.undo(delete);
        assertThat(account.undo(delete).id()).as("deleted twice").isEqualTo(gone);
        assertThat(account.readBack(new ReadBack("file", ids))).hasSize(24);
        assertThat(account.readBack(new ReadBack("file", Set.of(gone)))).isEmpty();
    }
}
