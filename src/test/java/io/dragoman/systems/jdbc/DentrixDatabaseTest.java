package io.dragoman.systems.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.ledger.PostgresCluster;
import io.dragoman.model.RunProblem;
import io.dragoman.model.SourceRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A practice read out of its database. */
@ExtendWith(PostgresCluster.class)
class DentrixDatabaseTest {
    private static final Path EXPORT = Path.of("src/test/resources/g6/export");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path work;

    @ParameterizedTest
    @EnumSource(Office.class)
    void the_same_practice_gives_the_same_records_by_export_and_by_database(Office office) throws Exception {
        try (Staged exported = Staged.byExport(EXPORT, work.resolve("csv"));
                Staged read = Staged.byDatabase(office.open().access(null), work.resolve("jdbc"))) {
            Map<String, List<SourceRecord>> expected = exported.records();
            Map<String, List<SourceRecord>> records = read.records();

            assertThat(records.keySet()).isEqualTo(expected.keySet());
            records.forEach((object, rows) -> assertThat(rows).as(object).isEqualTo(expected.get(object)));
            assertThat(records.values().stream().filter(rows -> !rows.isEmpty()))
                    .hasSizeGreaterThan(25);
        }
    }

    @ParameterizedTest
    @EnumSource(Office.class)
    void padding_masks_cents_and_days_become_what_an_export_would_say(Office office) throws Exception {
        try (Staged read = Staged.byDatabase(office.open().access(null), work)) {
            assertThat(read.row("patient", "103"))
                    .containsEntry("last_name", "Testcase")
                    .containsEntry("birth_date", "2015-06-30")
                    .containsEntry("no_calls", "false")
                    .containsEntry("no_correspondence", "true")
                    .doesNotContainKeys("email", "employer_id");
            assertThat(read.row("patient", "104")).doesNotContainKey("birth_date");
            assertThat(read.row("appointment", "5003"))
                    .containsEntry("start_time", "08:05")
                    .containsEntry("status", "broken");
            assertThat(read.row("medical_alert", "104-32")).containsEntry("description", "Premedicate");
            assertThat(read.row("procedure_code", "D1110")).containsEntry("default_fee", "98.50");
        }
    }

    @Test
    void what_was_read_is_all_there_is_and_has_a_digest_for_each_query() throws Exception {
        Office.Address office = Office.HSQLDB.open();
        String before;
        try (Staged read = Staged.byDatabase(office.access(null), work)) {
            before = read.staging.contents();
            assertThat(read.staging.proof().whole("patient")).isTrue();
            assertThat(read.staging.proof().deleted("appointment", "4999")).isTrue();
            assertThat(read.staging.proof().exportedAt()).isPresent();
            assertThat(read.staging.files()).hasSize(22).containsKey("g6/patient.sql");
            assertThat(read.findings("query-missing")).anyMatch(note -> note.startsWith("g6/claim.sql "));
        }
        try (Staged again = Staged.byDatabase(office.access(null), work)) {
            assertThat(again.staging.contents()).isEqualTo(before);
        }
        office.change("UPDATE admin.v_patient SET note = 'Moved' WHERE patient_id = 101");
        try (Staged changed = Staged.byDatabase(office.access(null), work)) {
            assertThat(changed.staging.contents()).isNotEqualTo(before);
        }
    }

    @Test
    void a_connection_that_is_lost_midway_leaves_nothing_behind() {
        Office.Address office = Office.POSTGRES.open();
        office.change(
                "INSERT INTO admin.v_employers (employer_id, employer_name) SELECT n, 'Invented' FROM generate_series(1000, 60000) n");
        AtomicBoolean cut = new AtomicBoolean();

        RunProblem problem = catchThrowableOfType(
                RunProblem.class,
                () -> Staged.byDatabase(office.access(null), work, (object, rows) -> {
                            if (rows > 0 && object.equals("employer") && !cut.getAndSet(true)) {
                                office.change("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                        + " WHERE pid <> pg_backend_pid() AND query LIKE '%v_employers%'");
                            }
                        })
                        .close());

        assertThat(problem.problem().code()).isEqualTo("database-broken-off");
        assertThat(problem.problem().place()).isEqualTo("g6/employer.sql");
        assertThat(problem.problem().toString()).doesNotContain("Invented");
        assertThat(work.resolve("staging.db")).doesNotExist();
    }

    @Test
    void all_queries_see_one_moment_where_the_database_keeps_versions() throws Exception {
        Office.Address office = Office.POSTGRES.open();
        AtomicBoolean changed = new AtomicBoolean();

        try (Staged read = Staged.byDatabase(office.access(null), work, (object, rows) -> {
            if (object.equals("appointment") && !changed.getAndSet(true)) {
                office.change("DELETE FROM admin.v_patient WHERE patient_id = 101");
            }
        })) {
            assertThat(changed).isTrue();
            assertThat(read.row("patient", "101")).containsEntry("first_name", "Morgan");
        }
    }
}
