package io.dragoman.staging;

import static io.dragoman.staging.Clinic.people;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Identity;
import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadRowsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    born,    2024-13-45,          impossible-date
                    born,    2023-02-29,          impossible-date
                    born,    0000-00-00,          impossible-date
                    born,    04/12/1988,          not-a-date
                    seen_at, 2024-02-30T10:00:00, impossible-date
                    seen_at, 2024-02-01T25:00:00, not-a-date
                    owed,    '$98.00',            not-a-number
                    owed,    '1,240.00',          not-a-number
                    owed,    (45.00),             not-a-number
                    kind,    ancient,             unknown-code
                    active,  yes,                 not-true-or-false
                    """)
    void a_bad_cell_sets_a_record_aside_only_where_it_is_read(
            String column, String value, String code, @TempDir Path work) {
        try (Clinic clinic = new Clinic(work)
                .rows("person", "id|name|" + column + "\n1|Ada|" + value + "\n2|Ben|")
                .finished()) {
            assertThat(clinic.fates(people("name"))).containsExactly("1", "2");
            assertThat(clinic.fates(people("name", column))).containsExactly("2", "1!" + code);
            StagedProblem problem = clinic.problems(people("name", column)).get(0);
            assertThat(problem.problem().place()).isEqualTo("people.csv:2");
            assertThat(problem.problem().advice()).startsWith(column).doesNotContain(value);
            assertThat(clinic.finding(code).keys()).containsExactly("1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "born, 2024-02-29",
        "seen_at, 2024-02-29T23:59",
        "seen_at, 2024-02-29T23:59:59.123Z",
        "seen_at, 2024-02-29",
        "seen_at, 2024-02-29T10:00:00-05:00",
        "owed, -0.5",
        "owed, 12",
        "kind, new",
        "active, TRUE"
    })
    void a_sound_cell_passes(String column, String value, @TempDir Path work) {
        try (Clinic clinic = new Clinic(work)
                .rows("person", "id|name|" + column + "\n1|Ada|" + value)
                .finished()) {
            assertThat(clinic.fates(people("name", column))).containsExactly("1");
        }
    }

    @Test
    void a_sentinel_date_is_no_date_and_told_once_per_column(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | born       | seen_at
                        1  | Ada  | 1900-01-01 | 2020-01-01T10:00
                        2  | Ben  | 9999-12-31 | 9999-12-31T00:00:00
                        """).finished()) {
            assertThat(clinic.leaders(people("born")))
                    .allSatisfy(r -> assertThat(r.fields()).doesNotContainKey("born"));
            assertThat(clinic.staging.findings())
                    .extracting(f -> f.problem().place() + " " + f.count())
                    .containsExactlyInAnyOrder("people.csv born 2", "people.csv seen_at 1");
        }
    }

    @Test
    void a_code_the_exports_own_list_names_is_left_to_the_mapping(@TempDir Path work) {
        try (Clinic clinic =
                new Clinic(work).rows("word", "code\n-106").rows("person", """
                        id | name | kind
                        1  | Ada  | -106
                        2  | Ben  | -107
                        """).finished()) {
            assertThat(clinic.fates(people("kind"))).containsExactly("1", "2!unknown-code");
        }
    }

    @Test
    void a_dangling_reference_is_reported_in_whichever_column_it_is(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | guarantor | survivor
                        1  | Ada  | 1         | nobody
                        """).finished()) {
            assertThat(clinic.finding("dangling-reference").problem().place()).isEqualTo("people.csv survivor");
        }
    }

    @Test
    void the_first_row_with_a_key_counts_and_the_sum_of_fates_holds(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | born
                        1  | Ada  | 2020-01-01
                        1  | Ben  | 2020-99-99
                           | Cy   | 2020-99-99
                        2  | Di   | 2020-99-99
                        1  | Ed   |
                        """).finished()) {
            assertThat(clinic.fates(people("born")))
                    .containsExactly("1", "1!duplicate-key", "!key-missing", "2!impossible-date", "1!duplicate-key");
            assertThat(clinic.staging.count("person")).isEqualTo(5);
            assertThat(clinic.leaders(people("name")).get(0).fields()).containsEntry("name", "Ada");
        }
    }

    @Test
    void a_lineage_of_other_columns_is_complete_and_unique_too(@TempDir Path work) {
        Identity byEmail = new Identity(List.of("email"), null, "", null, List.of(), null);
        Reading reading = Clinic.reading("person", byEmail, Set.of("email"), List.of(), List.of());
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | email
                        1  | Ada  | a@example.org
                        2  | Ben  |
                        3  | Cy   | a@example.org
                        """).finished()) {
            assertThat(clinic.fates(reading))
                    .containsExactly("a@example.org", "!key-missing", "a@example.org!duplicate-key");
        }
    }

    @Test
    void guarantors_in_a_circle_are_set_aside_where_the_guarantor_is_read(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | guarantor
                        1  | Ada  | 2
                        2  | Ben  | 1
                        3  | Cy   | 1
                        4  | Di   | 4
                        5  | Ed   | 4
                        """).finished()) {
            assertThat(clinic.fates(people("guarantor")))
                    .containsExactly("3", "4", "5", "1!reference-circle", "2!reference-circle");
            assertThat(clinic.fates(people("name"))).hasSize(5).noneMatch(f -> f.contains("!"));
        }
    }

    @Test
    void a_dangling_reference_is_reported_and_the_record_stays(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | guarantor
                        1  | Ada  | 1
                        2  | Ben  | nobody
                        """).finished()) {
            assertThat(clinic.fates(people("guarantor"))).containsExactly("1", "2");
            Finding finding = clinic.finding("dangling-reference");
            assertThat(finding.problem().place()).isEqualTo("people.csv guarantor");
            assertThat(finding.count()).isEqualTo(1);
            assertThat(finding.keys()).containsExactly("2");
        }
    }

    @Test
    void a_bad_cell_reaches_every_record_that_gathers_it_by_a_column_that_is_no_key(@TempDir Path work) {
        Identity byId = new Identity(List.of("id"), null, "", null, List.of(), null);
        Gather family = new Gather("family", "clinic.person", Map.of("guarantor", "guarantor"), List.of(), Map.of());
        Reading reading = Clinic.reading("person", byId, Set.of("id"), List.of(family), List.of(Set.of("owed")));
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | guarantor | owed
                        1  | Ada  | 1         | 5.00
                        2  | Ben  | 1         | much
                        3  | Cy   | 3         | 5.00
                        4  | Di   |           | much
                        """).finished()) {
            assertThat(clinic.fates(reading)).containsExactly("3", "4", "1!not-a-number", "2!not-a-number");
        }
    }

    @Test
    void a_bad_cell_of_a_gathered_child_sets_the_record_aside_that_would_carry_it(@TempDir Path work) {
        Identity byId = new Identity(List.of("id"), null, "", null, List.of(), null);
        Gather calls =
                new Gather("calls", "clinic.note", Map.of("person", "id"), List.of(), Map.of("kind", Set.of("call")));
        Reading days = Clinic.reading("person", byId, Set.of("id"), List.of(calls), List.of(Set.of("day")));
        Reading texts = Clinic.reading("person", byId, Set.of("id"), List.of(calls), List.of(Set.of("text")));
        try (Clinic clinic =
                new Clinic(work).rows("person", """
                        id | name
                        1  | Ada
                        2  | Ben
                        3  | Cy
                        """).rows("note", """
                        person | number | kind   | day        | text
                        1      | 1      | call   | 2020-99-99 | a
                        2      | 2      | visit  | 2020-99-99 | b
                        3      | 3      | called | 2020-01-01 | c
                        """).finished()) {
            assertThat(clinic.fates(days)).containsExactly("2", "1!impossible-date", "3!unknown-code");
            assertThat(clinic.fates(texts)).containsExactly("1", "2", "3!unknown-code");
            assertThat(clinic.problems(days).get(0).problem().place()).isEqualTo("notes.csv:2");
        }
    }
}
