package io.dragoman.systems.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.ledger.PostgresCluster;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import io.dragoman.staging.Layouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that a database or we ourselves do not take are told before the first row is read, all at once. */
@ExtendWith(PostgresCluster.class)
class RefusedQueriesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path work;

    @SuppressWarnings("NullAway.Init")
    private Path queries;

    @BeforeEach
    void copyQueries() throws IOException {
        queries = Files.createDirectory(work.resolve("ours"));
        try (Stream<Path> files = Files.list(Staged.SYSTEM.resolve("jdbc/g6"))) {
            for (Path file : files.toList()) {
                Files.copy(file, queries.resolve(file.getFileName()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Office.class)
    void a_table_or_column_that_this_version_lacks_is_told_with_file_and_line(Office office) throws IOException {
        Office.Address database = office.open();
        database.change("DROP TABLE admin.v_rx_patient");
        database.change("ALTER TABLE admin.v_patient DROP COLUMN salutation");
        write("staff", "SELECT v.staff_id, v.last_name\nFROM admin.v_staff v\nWHERE v.left_on IS NULL");

        assertThat(refused(database).stream().map(problem -> problem.code() + " " + problem.place()))
                .containsExactlyInAnyOrder(
                        "table-or-column-missing ours/medication.sql:2",
                        "table-or-column-missing ours/patient.sql:" + lineOf("patient", "v.salutation"),
                        "table-or-column-missing ours/staff.sql:3");
    }

    @Test
    void columns_that_do_not_fit_the_layout_are_told() throws IOException {
        write("staff", "SELECT v.staff_id, v.title AS function\nFROM admin.v_staff v");
        write(
                "employer",
                "SELECT v.employer_id, v.employer_name AS name, v.city, v.state AS city FROM admin.v_employers v");

        assertThat(refused(Office.HSQLDB.open()))
                .extracting(problem -> problem.code() + " " + problem.place())
                .containsExactlyInAnyOrder(
                        "column-unknown ours/staff.sql:1",
                        "column-missing ours/staff.sql",
                        "column-twice ours/employer.sql");
    }

    @Test
    void files_that_are_missing_or_of_no_object_are_told_before_anybody_signs_in() throws IOException {
        Files.delete(queries.resolve("patient.sql"));
        write("patients", "SELECT 1 AS patient_id FROM admin.patient");
        DatabaseAccess nowhere = new Office.Address("jdbc:hsqldb:hsql://127.0.0.1:1/none", "SA", "").access(queries);

        UserProblems problems = catchThrowableOfType(
                UserProblems.class, () -> Staged.byDatabase(nowhere, work).close());

        assertThat(problems.problems())
                .extracting(problem -> problem.code() + " " + problem.place())
                .containsExactlyInAnyOrder("query-unknown ours/patients.sql", "query-missing ours/patient.sql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM admin.patient",
                "SELECT 1 AS staff_id FROM admin.patient; DELETE FROM admin.patient",
                "WITH gone AS (DELETE FROM admin.patient RETURNING *) SELECT * FROM gone",
                "SELECT * INTO admin.copy FROM admin.patient",
                "SELECT * FROM admin.patient FOR UPDATE",
                "/* SELECT */ CALL admin.sp_payment(1)",
                "EXEC sp_who",
                "-- nothing but this",
                ""
            })
    void anything_but_one_select_is_refused(String sql) throws IOException {
        write("staff", sql);

        assertThat(refused(Office.HSQLDB.open())).extracting(Problem::code).contains("query-not-a-select");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '; DROP TABLE x' AS staff_id",
                "-- DELETE what you like\nSELECT \"update\" AS staff_id;\n-- the end",
                "/* update; */ WITH a AS (SELECT 1) SELECT * FROM a ;",
                "select updated, deleted_at from inserted_rows"
            })
    void words_in_quotes_comments_and_longer_names_are_no_matter(String sql) {
        assertThat(new SqlWords(sql).isOneSelect()).isTrue();
    }

    @Test
    void every_query_that_comes_along_is_one_select_of_an_object_that_there_is() throws IOException {
        try (Stream<Path> files = Files.walk(Staged.SYSTEM.resolve("jdbc"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".sql")).toList()) {
                assertThat(new SqlWords(Files.readString(file)).isOneSelect())
                        .as(file.toString())
                        .isTrue();
                String object = file.getFileName().toString().replace(".sql", "");
                assertThat(Layouts.read(Staged.SYSTEM).object(object).file())
                        .as(file.toString())
                        .isNotNull();
            }
        }
    }

    @Test
    void a_session_cannot_write_whatever_a_query_calls() throws IOException {
        Office.Address office = Office.POSTGRES.open();
        office.change("CREATE SEQUENCE admin.counter");
        write(
                "staff",
                "SELECT CAST(nextval('admin.counter') AS VARCHAR(9)) AS staff_id, v.last_name FROM admin.v_staff v");

        RunProblem problem = catchThrowableOfType(
                RunProblem.class,
                () -> Staged.byDatabase(office.access(queries), work).close());

        assertThat(problem.problem().code()).isEqualTo("database-broken-off");
        assertThat(problem.problem().place()).isEqualTo("ours/staff.sql");
    }

    private void write(String object, String sql) throws IOException {
        Files.writeString(queries.resolve(object + ".sql"), sql);
    }

    private long lineOf(String object, String text) throws IOException {
        return Files.readString(queries.resolve(object + ".sql"))
                        .lines()
                        .takeWhile(line -> !line.contains(text))
                        .count()
                + 1;
    }

    private List<Problem> refused(Office.Address office) {
        return catchThrowableOfType(
                        UserProblems.class,
                        () -> Staged.byDatabase(office.access(queries), work).close())
                .problems();
    }
}
