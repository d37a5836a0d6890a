package io.dragoman.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Identity;
import io.dragoman.model.Reading;
import io.dragoman.model.SourceRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that hold only what changed, put over the whole one; and what absence proves. */
class ChangesTest {
    private static final Reading PEOPLE = Clinic.people("name", "seen_at");

    private Clinic clinic;

    @BeforeEach
    void open(@TempDir Path folder) {
        clinic = new Clinic(folder);
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private List<String> names() {
        return clinic.leaders(PEOPLE).stream()
                .map(record -> record.key() + " " + record.fields().get("name"))
                .sorted()
                .toList();
    }

    private void three() {
        clinic.rows("person", """
                id|name|seen_at
                1|Ann|2026-01-01T10:00:00
                2|Bob|2026-01-01T10:00:00
                3|Cy|2026-01-02T10:00:00""");
    }

    @Test
    void a_later_row_takes_the_place_of_the_one_with_its_key_and_others_stay() {
        three();
        clinic.later().rows("person", "id|name\n2|Bea\n4|Dee").finished();
        assertThat(names()).containsExactly("1 Ann", "2 Bea", "3 Cy", "4 Dee");
        assertThat(clinic.staging.count("person")).isEqualTo(4);
    }

    @Test
    void the_last_of_several_exports_counts_and_no_row_number_comes_twice() {
        three();
        clinic.later()
                .rows("person", "id|name\n2|Bea\n1|Ada")
                .later()
                .rows("person", "id|name\n2|Bo")
                .finished();
        assertThat(names()).containsExactly("1 Ada", "2 Bo", "3 Cy");
        assertThat(clinic.leaders(PEOPLE)).extracting(SourceRecord::row).doesNotHaveDuplicates();
    }

    @Test
    void a_key_of_several_columns_is_compared_whole() {
        three();
        clinic.rows("note", "person|number|text\n1|1|one\n1|2|two")
                .later()
                .rows("note", "person|number|text\n1|2|zwei");
        clinic.finished();
        Identity both = new Identity(List.of("person", "number"), null, "", null, List.of(), null);
        assertThat(clinic.leaders(Clinic.reading("note", both, Set.of("text"), List.of(), List.of())))
                .extracting(record -> record.fields().get("text"))
                .containsExactly("one", "zwei");
    }

    @Test
    void what_an_export_says_was_deleted_is_gone_by_file_or_by_object() {
        three();
        clinic.rows("gone", "file|key|deleted_at\npeople.csv|1|2026-02-01T00:00:00\nperson|3|")
                .finished();
        assertThat(names()).containsExactly("2 Bob");
        assertThat(clinic.staging.proof().deleted("person", "1")).isTrue();
        assertThat(clinic.staging.proof().deleted("person", "9")).isFalse();
    }

    @Test
    void a_row_that_changed_after_its_deletion_stays_and_one_of_the_same_moment_goes() {
        three();
        clinic.rows("gone", "file|key|deleted_at\nperson|2|2026-01-01T10:00:00\nperson|3|2026-01-02T09:59:59")
                .finished();
        assertThat(names()).containsExactly("1 Ann", "3 Cy");
    }

    @Test
    void a_deleted_record_may_come_back_in_a_later_export() {
        three();
        clinic.later().rows("gone", "file|key|deleted_at\nperson|2|").later().rows("person", "id|name\n2|Bob again");
        clinic.finished();
        assertThat(names()).containsExactly("1 Ann", "2 Bob again", "3 Cy");
    }

    @Test
    void absence_proves_a_deletion_only_where_somebody_vouches_and_every_row_could_be_read() {
        three();
        clinic.finished();
        assertThat(clinic.staging.proof().whole("person")).isFalse();
        clinic.staging.proof().vouch("person");
        assertThat(clinic.staging.proof().whole("person")).isTrue();
        assertThat(clinic.staging.proof().whole("debt")).isTrue();
        assertThat(clinic.staging.proof().whole("note")).isFalse();
        assertThat(clinic.staging.proof().readable("person")).isTrue();
    }

    @Test
    void a_row_without_a_key_may_be_any_record() {
        clinic.rows("person", "id|name\n1|Ann\n|Bob");
        clinic.staging.proof().vouch("person");
        clinic.finished();
        assertThat(clinic.staging.proof().whole("person")).isFalse();
        assertThat(clinic.staging.proof().whole("debt")).isFalse();
        assertThat(clinic.staging.proof().readable("person")).isFalse();
        assertThat(clinic.staging.proof().readable("debt")).isFalse();
        assertThat(clinic.staging.proof().readable("note")).isTrue();
    }

    @Test
    void the_latest_change_is_told_where_the_layout_has_a_column_for_it() {
        three();
        clinic.finished();
        assertThat(clinic.staging.proof().latestChange("person")).contains("2026-01-02T10:00:00");
        assertThat(clinic.staging.proof().latestChange("debt")).contains("2026-01-02T10:00:00");
        assertThat(clinic.staging.proof().latestChange("note")).isEmpty();
    }
}
