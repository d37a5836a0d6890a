package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A record that cannot be written as it is is set aside, by us before it is sent or by the target after. */
class RefusedRecordTest {
    private static Account account;

    @BeforeAll
    static void open() {
        account = Account.open();
        for (String kind : List.of("person", "organization", "deal", "product")) {
            account.prepare(new SchemaItem.CustomField(kind, Records.SOURCE_FIELD, FieldType.TEXT, List.of()));
        }
    }

    @AfterAll
    static void close() {
        account.close();
    }

    @Test
    void a_label_that_was_never_prepared_sets_the_record_aside_before_anything_is_sent() {
        account.prepare(new SchemaItem.CustomField("person", "Colour", FieldType.CHOICE, List.of("Red")));
        long before = account.sandbox().stats().requests();

        assertThatThrownBy(() -> account.create(
                        Records.kept("person", "p-5", Map.of("name", "Ed Example"), Map.of("Colour", "Secret mauve"))))
                .isInstanceOfSatisfying(RecordProblem.class, problem -> {
                    assertThat(problem.problem().code()).isEqualTo("option-unknown");
                    assertThat(problem.problem().place()).contains("patient-to-person", "Colour", "p-5");
                })
                .hasMessageNotContaining("mauve");
        assertThat(account.sandbox().stats().requests()).isEqualTo(before);
    }

    @Test
    void a_refused_value_names_the_field_and_never_the_value() {
        account.prepare(new SchemaItem.CustomField("person", "Works at", FieldType.ORGANIZATION, List.of()));

        assertThatThrownBy(() -> account.create(Records.kept(
                        "person", "p-7", Map.of("name", "Gus Example"), Map.of("Works at", new TargetId("987654")))))
                .isInstanceOfSatisfying(RecordProblem.class, problem -> {
                    assertThat(problem.problem().code()).isEqualTo("target-refused");
                    assertThat(problem.problem().advice()).contains("\"Works at\"");
                })
                .hasMessageNotContaining("987654")
                .hasMessageNotContaining("Gus");
    }

    @Test
    void a_change_of_a_record_that_somebody_deleted_sets_it_aside() {
        assertThatThrownBy(() -> account.update(Records.person("p-8"), new TargetId("999999"), "name"))
                .isInstanceOfSatisfying(
                        RecordProblem.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo("target-gone"));
    }
}
