package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.model.AsHeld;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Mapping;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.run.Adoption;
import io.dragoman.run.Likeness;
import io.dragoman.run.Likeness.Sort;
import io.dragoman.run.Matcher;
import io.dragoman.run.Recognition;
import io.dragoman.staging.HeldFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who of an account is the same as a patient, with the mapping as it is shipped and the index on disk. */
@NullUnmarked // JUnit sets the fields
class MatcherTest {
    private static final String KEY = "Source_Patient_ID__c";

    private final Likeness likeness = new Likeness("US");
    private Path folder;
    private Mapping mapping;
    private Recognition recognition;
    private HeldFile file;
    private HeldIndex account;

    @BeforeEach
    void an_account_without_anybody(@TempDir Path temporary) {
        folder = temporary;
        Blueprint blueprint = Blueprint.read(Home.at(Path.of("")), Path.of("mappings", "dentrix-to-pipedrive"));
        mapping = blueprint.mappings().get("patient-to-person");
        recognition = new Recognition(mapping, blueprint.mappings().kindOf(mapping), likeness);
        file = HeldFile.open(folder, "person");
        account = new HeldIndex(file);
    }

    @AfterEach
    void the_index_is_gone() {
        account.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void case_accents_and_signs_do_not_matter() {
        holds("7", "ZOË  Q. O'Sample", "ZOE@Example.ORG", "");
        assertThat(find(person("1", "Zoe OSample", "zoe@example.org", ""))).isEqualTo("7");
        holds("8", "Bo Example", "", "(918) 555-0142 x3");
        assertThat(find(person("2", "Bo Example", "", "+19185550142"))).isEqualTo("8");
    }

    @Test
    void a_family_shares_its_e_mail_and_is_not_one_human() {
        holds("7", "Ada Example", "family@example.org", "918 555 0142");
        assertThat(find(person("1", "Ben Example", "family@example.org", "+19185550142")))
                .isEmpty();
    }

    @Test
    void several_records_that_may_be_the_one_are_told_by_their_ids_alone() {
        holds("7", "Ada Example", "ada@example.org", "");
        holds("12", "Ada Example", "", "918 555 0142");
        RecordProblem problem = refused(person("1", "Ada Example", "ada@example.org", "+19185550142"));
        assertThat(problem.problem().code()).isEqualTo("match-ambiguous");
        assertThat(problem.problem().advice()).contains("2 records", "7", "12", "emails + name", "phones + name");
        assertThat(problem.getMessage()).doesNotContain("Ada", "example.org", "5550142");
    }

    @Test
    void the_first_takes_it_and_the_second_is_for_a_person_to_decide() {
        holds("7", "Ada Example", "ada@example.org", "");
        assertThat(find(person("1", "Ada Example", "ada@example.org", ""))).isEqualTo("7");
        assertThat(find(person("1", "Ada Example", "ada@example.org", ""))).isEqualTo("7");
        assertThat(refused(person("2", "Ada Example", "ada@example.org", ""))
                        .problem()
                        .code())
                .isEqualTo("match-taken");
    }

    @Test
    void what_bears_the_key_of_another_of_ours_is_another() {
        holds("7", "Ada Example", "ada@example.org", "", KEY, "1");
        assertThat(find(person("2", "Ada Example", "ada@example.org", ""))).isEmpty();
        assertThat(find(person("1", "Ada Married", "", ""))).isEqualTo("7");
    }

    @Test
    void a_person_decides() {
        holds("7", "Ada Example", "ada@example.org", "");
        holds("9", "Somebody Else", "", "");
        Matcher decided = new Matcher(recognition, Map.of("1", "9", "2", "new", "3", "77"));
        file.finish();
        assertThat(decided.find(person("1", "Ada Example", "ada@example.org", ""), account)
                        .orElseThrow()
                        .held()
                        .id())
                .isEqualTo(new TargetId("9"));
        assertThat(decided.find(person("2", "Ada Example", "ada@example.org", ""), account))
                .isEmpty();
        RecordProblem gone = catchThrowableOfType(
                RecordProblem.class, () -> decided.find(person("3", "Ada Example", "", ""), account));
        assertThat(gone.problem().code()).isEqualTo("match-gone");
    }

    @Test
    void only_what_is_empty_is_filled_lists_grow_and_what_was_there_is_kept() {
        HeldRecord held = holds("7", "Ada Example", "old@example.org", "");
        TargetWrite write = new Adoption(likeness, Map.of("emails", Sort.EMAIL, "phones", Sort.PHONE))
                .adopt(person("1", "Ada B Example", "ada@example.org", "+19185550142"), held, mapping);
        assertThat(write.changed()).containsExactlyInAnyOrder("emails", "phones", KEY);
        assertThat(String.valueOf(write.record().fields().get("emails")))
                .contains("old@example.org", "ada@example.org");
        TargetRecord before = Objects.requireNonNull(write.before());
        assertThat(before.fields())
                .containsEntry("emails", held.fields().get("emails"))
                .doesNotContainKey("phones");
        assertThat(before.customFields()).isEmpty();
    }

    private String find(TargetRecord record) {
        return new Matcher(recognition, Map.of())
                .find(record, account)
                .map(match -> match.held().id().value())
                .orElse("");
    }

    private RecordProblem refused(TargetRecord record) {
        return catchThrowableOfType(RecordProblem.class, () -> find(record));
    }

    private HeldRecord holds(String id, String name, String email, String phone, String... key) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", new AsHeld("\"" + name + "\"", name));
        if (!email.isEmpty()) {
            fields.put("emails", List.of(Map.of("value", email, "label", "home", "primary", true)));
        }
        if (!phone.isEmpty()) {
            fields.put("phones", List.of(Map.of("value", phone, "label", "work", "primary", true)));
        }
        Map<String, Object> custom =
                key.length == 0 ? Map.of() : Map.of(key[0], new AsHeld("\"" + key[1] + "\"", key[1]));
        HeldRecord held = new HeldRecord(new TargetId(id), fields, custom);
        account.add(held, recognition.marks(held));
        return held;
    }

    private static TargetRecord person(String key, String name, String email, String phone) {
        Map<String, Object> fields = new HashMap<>(Map.of("name", name));
        if (!email.isEmpty()) {
            fields.put("emails", List.of(email));
        }
        if (!phone.isEmpty()) {
            fields.put("phones", List.of(Map.of("value", phone, "label", "mobile")));
        }
        return new TargetRecord(
                "patient-to-person", "person", key, key, fields, Map.of(KEY, key), List.of(), List.of());
    }
}
