package io.dragoman.staging;

import static io.dragoman.staging.Clinic.people;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.model.Identity;
import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Reading;
import io.dragoman.model.RunProblem;
import io.dragoman.model.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    private static final Identity BY_ID = new Identity(List.of("id"), null, "", null, List.of(), null);

    @Test
    void a_record_holds_only_what_the_reading_wants_and_only_what_is_there(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | email | owed
                        1  | Ada  |       | 12.00
                        """).finished()) {
            assertThat(clinic.leaders(people("name", "email")))
                    .containsExactly(new SourceRecord("person", "1", 1, Map.of("id", "1", "name", "Ada"), null));
        }
    }

    @Test
    void one_record_is_found_by_its_key_with_the_line_it_stands_on(@TempDir Path work) {
        Identity identity = new Identity(List.of("id"), null, "", "survivor", List.of(), null);
        Gather gather = new Gather("notes", "clinic.note", Map.of("person", "id"), List.of("number"), Map.of());
        Reading reading =
                Clinic.reading("person", identity, Set.of("name"), List.of(gather), List.of(Set.of("number")));
        try (Clinic clinic =
                new Clinic(work).rows("person", """
                        id | name | survivor
                        1  | Ada  |
                        2  | Ben  |
                        3  | Bene | 2
                        """).rows("note", """
                        person | number
                        1      | 7
                        2      | 8
                        3      | 9
                        """).finished()) {
            Origin ben = clinic.staging.find(reading, "2").orElseThrow();
            assertThat(ben.place()).hasToString("people.csv:3");
            assertThat(ben.record().fields())
                    .containsEntry("name", "Ben")
                    .containsEntry("notes", List.of(Map.of("number", "8")));
            Origin joined = clinic.staging.find(reading, "3").orElseThrow();
            assertThat(joined.record().joins()).isEqualTo("2");
            assertThat(joined.record().fields()).containsEntry("notes", List.of(Map.of("number", "9")));
            assertThat(clinic.staging.find(reading, "4")).isEmpty();
        }
    }

    @Test
    void children_come_by_a_composite_key_in_order_and_only_under_their_conditions(@TempDir Path work) {
        Gather gather = new Gather(
                "notes",
                "clinic.note",
                Map.of("person", "id", "kind", "kind"),
                List.of("number"),
                Map.of("day", Set.of("", "2020-01-01")));
        Reading reading = Clinic.reading("person", BY_ID, Set.of("id"), List.of(gather), List.of(Set.of("number")));
        try (Clinic clinic = new Clinic(work)
                .rows("person", """
                        id | name | kind
                        1  | Ada  | call
                        2  | Ben  | visit
                        """)
                .rows("word", """
                        code
                        call
                        visit
                        """)
                .rows("note", """
                        person | number | kind  | day
                        1      | 10     | call  | 2020-01-01
                        1      | 9      | call  |
                        1      | 8      | visit |
                        1      | 7      | call  | 2021-01-01
                        2      | 6      | call  |
                        """)
                .finished()) {
            assertThat(clinic.leaders(reading))
                    .extracting(SourceRecord::fields)
                    .containsExactly(
                            Map.of("id", "1", "notes", List.of(Map.of("number", "9"), Map.of("number", "10"))),
                            Map.of("id", "2"));
        }
    }

    @Test
    void a_record_that_joins_another_brings_its_own_children_newest_first(@TempDir Path work) {
        Gather gather = new Gather("notes", "clinic.note", Map.of("person", "id"), List.of("-number"), Map.of());
        Reading reading = Clinic.reading(
                "person", Clinic.same(null, null, "email"), Set.of("id"), List.of(gather), List.of(Set.of("number")));
        try (Clinic clinic =
                new Clinic(work).rows("person", """
                        id | name | email
                        1  | Ada  | ada@example.org
                        2  | Ada  | ada@example.org
                        """).rows("note", """
                        person | number
                        1      | 7
                        2      | 9
                        2      | 10
                        """).finished()) {
            assertThat(clinic.joined(reading))
                    .containsExactly(new SourceRecord(
                            "person",
                            "2",
                            2,
                            Map.of("id", "2", "notes", List.of(Map.of("number", "10"), Map.of("number", "9"))),
                            "1"));
        }
    }

    @Test
    void two_passes_and_the_problems_can_be_open_at_once(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name
                        1  | Ada
                        2  | Ben
                        """).finished()) {
            Reading reading = people("name");
            try (Records first = clinic.staging.read(reading, Pass.LEADERS);
                    Records second = clinic.staging.read(reading, Pass.LEADERS)) {
                assertThat(first.next().key()).isEqualTo("1");
                assertThat(second.next().key()).isEqualTo("1");
                assertThat(first.next().key()).isEqualTo("2");
                assertThat(clinic.problems(reading)).isEmpty();
                assertThat(second.next().key()).isEqualTo("2");
            }
            assertThat(clinic.leaders(reading)).hasSize(2);
        }
    }

    @Test
    void a_stopped_verb_reads_no_further(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name
                        1  | Ada
                        2  | Ben
                        """).finished()) {
            try (Records records = clinic.staging.read(people("name"), Pass.LEADERS)) {
                records.next();
                clinic.stop();
                assertThat(records.hasNext()).isFalse();
            }
        }
    }

    @Test
    void a_stopped_verb_never_takes_half_an_export_for_a_whole_one(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work)) {
            clinic.stop();
            assertThatThrownBy(() -> clinic.rows("person", """
                            id | name
                            1  | Ada
                            """))
                    .isInstanceOf(RunProblem.class)
                    .hasMessageContaining("stopped");
        }
    }

    @Test
    void keys_are_found_whatever_they_are_made_of(@TempDir Path work) {
        try (Clinic clinic =
                new Clinic(work).rows("person", """
                        id | name
                        1  | Ada
                        """).rows("note", """
                        person | number | kind
                        1      | 7      | call
                        1      | 8      | visit
                        """).finished()) {
            assertThat(clinic.staging.exists("person", List.of("id"), "1")).isTrue();
            assertThat(clinic.staging.exists("person", List.of("id"), "2")).isFalse();
            assertThat(clinic.staging.exists("person", List.of("name"), "Ada")).isTrue();
            assertThat(clinic.staging.exists("note", List.of("person", "number"), "1/7"))
                    .isTrue();
            assertThat(clinic.staging.exists("note", List.of("person", "number"), "1/9"))
                    .isFalse();
            assertThat(clinic.staging.distinct("note", "kind")).containsExactly("call", "visit");
            assertThat(clinic.staging.count("note")).isEqualTo(2);
        }
    }

    @Test
    void a_view_is_read_like_a_file_and_money_adds_up_to_the_cent(@TempDir Path work) {
        Identity byGuarantor = new Identity(List.of("guarantor"), null, "", null, List.of(), null);
        Reading reading = Clinic.reading("debt", byGuarantor, Set.of("guarantor", "total"), List.of(), List.of());
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | guarantor | owed
                        1  | Ada  | 1         | 0.10
                        2  | Ben  | 1         | 0.20
                        3  | Cy   | 3         | 70368744177664.01
                        4  | Di   | 3         | -0.01
                        5  | Ed   | 5         |
                        """).finished()) {
            assertThat(clinic.leaders(reading))
                    .extracting(SourceRecord::fields)
                    .containsExactly(
                            Map.of("guarantor", "1", "total", "0.30"),
                            Map.of("guarantor", "3", "total", "70368744177664.00"),
                            Map.of("guarantor", "5"));
        }
    }

    @Test
    void a_sum_over_a_wrong_amount_is_set_aside_and_never_a_wrong_sum(@TempDir Path work) {
        Identity byGuarantor = new Identity(List.of("guarantor"), null, "", null, List.of(), null);
        Reading reading = Clinic.reading("debt", byGuarantor, Set.of("guarantor", "total"), List.of(), List.of());
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | guarantor | owed
                        1  | Ada  | 1         | 10.00
                        2  | Ben  | 1         | $20.00
                        """).finished()) {
            assertThat(clinic.fates(reading)).containsExactly("1!not-a-number");
        }
    }

    @Test
    void a_check_names_the_rows_it_finds(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | owed
                        1  | Ada  | 999.00
                        2  | Ben  | 998.00
                        """).finished()) {
            Finding finding = clinic.finding("owes-much");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.STOP);
            assertThat(finding.count()).isEqualTo(1);
            assertThat(finding.keys()).containsExactly("1");
        }
    }

    @Test
    void the_file_is_for_its_owner_only_and_gone_afterwards(@TempDir Path work) throws IOException {
        Path file = work.resolve("work/staging.db");
        try (Clinic clinic = new Clinic(work)) {
            clinic.rows("person", "id|name\n1|Ada").finished();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
        assertThat(file.getParent()).isEmptyDirectory();
    }

    @Test
    void what_a_crash_left_is_not_read_again(@TempDir Path work) throws IOException {
        Files.createDirectories(work.resolve("work"));
        Files.writeString(work.resolve("work/staging.db"), "left by a crash");
        try (Clinic clinic = new Clinic(work).rows("person", "id|name\n1|Ada").finished()) {
            assertThat(clinic.leaders(people("name"))).hasSize(1);
        }
    }
}
