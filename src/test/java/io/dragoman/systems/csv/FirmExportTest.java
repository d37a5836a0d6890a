package io.dragoman.systems.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Reading;
import io.dragoman.model.SourceRecord;
import io.dragoman.staging.Pass;
import io.dragoman.staging.StagedProblem;
import io.dragoman.systems.csv.Export.Source;
import io.dragoman.systems.csv.Headers.FileHeaders;
import io.dragoman.systems.csv.Headers.Formats;
import io.dragoman.systems.csv.Headers.Taken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What exports of law firms are like: other headers, names where there are no keys, dates as Americans write them. */
class FirmExportTest {
    private static final String USERS = "user_id,last_name,first_name,email\n11,Counsel,Dana,dana@firm.example\n";
    private static final String CONTACTS = "contact_id,first_name,last_name\n1,Ada,Example\n2,Ben,Twin\n3,Ben,Twin\n";

    private final Path work;

    FirmExportTest(@TempDir Path work) {
        this.work = work;
    }

    @Test
    void a_client_is_found_by_name_and_nobody_is_guessed() throws Exception {
        Export export = firm("matter_id,name,status,client_first_name,client_last_name,responsible_name\n"
                + "m1,One,Open,ada,EXAMPLE,Dana Counsel\n"
                + "m2,Two,Open,Ben,Twin,Counsel\n"
                + "m3,Three,Open,Cleo,Nobody,dana@firm.example\n"
                + "m4,Four,Open,,,\n");
        try (Practice firm = staged(export, Headers.NONE)) {
            assertThat(values(firm, "matter", "matter_id", "client_contact_id")).containsExactly("m1 1", "m4 null");
            assertThat(codes(firm, "matter", "matter_id", "client_contact_id"))
                    .containsExactlyInAnyOrder("name-ambiguous", "name-not-found");
            assertThat(values(firm, "matter", "matter_id", "responsible_user_id"))
                    .containsExactly("m1 11", "m3 11", "m4 null");
            assertThat(codes(firm, "matter_standing", "matter_id", "client_contact_id"))
                    .containsExactlyInAnyOrder("name-ambiguous", "name-not-found");
        }
    }

    @Test
    void a_key_that_is_given_needs_no_name() throws Exception {
        Export export = firm(
                "matter_id,name,status,client_contact_id,client_first_name,client_last_name\nm1,One,Open,3,Ben,Twin\n");
        try (Practice firm = staged(export, Headers.NONE)) {
            assertThat(values(firm, "matter", "matter_id", "client_contact_id")).containsExactly("m1 3");
        }
    }

    @Test
    void a_file_is_known_by_another_name_and_its_columns_by_theirs() throws Exception {
        Export export = firm("").without("matters.csv")
                .with(
                        "Cases 2026.csv",
                        "Case No,Phase,Title,Open Date,Archived\n7,Open,One,3/9/2025,yes\n8,Open,Two,13/9/2025,No\n");
        Headers headers = new Headers(
                Map.of(
                        "matter",
                        new FileHeaders(
                                List.of("matters 2026.csv", "cases 2026.csv"),
                                Map.of(
                                        "matter_id", from("case_no"),
                                        "status", from("Stage", "phase"),
                                        "name", from("title"),
                                        "opened_on", from("open date"),
                                        "active",
                                                new Taken(
                                                        List.of(List.of("archived")),
                                                        Map.of("yes", "false", "no", "true"))),
                                List.of())),
                new Formats(List.of("M/d/yyyy"), List.of()),
                text -> text,
                "digest");
        try (Practice firm = staged(export, headers)) {
            assertThat(values(firm, "matter", "matter_id", "active")).containsExactly("7 false", "8 true");
            assertThat(values(firm, "matter", "matter_id", "opened_on")).containsExactly("7 2025-03-09");
            assertThat(codes(firm, "matter", "matter_id", "opened_on")).containsExactly("not-a-date");
            assertThat(firm.staging.files()).containsEntry("headers", "digest");
        }
    }

    @Test
    void rows_without_a_key_get_one_that_shows_nothing_of_them() throws Exception {
        Export export = firm("matter_id,matter_number,name,status\nm1,2025-1,One,Open\n")
                .with(
                        "calendar.csv",
                        "Summary,Start Date,Start Time,Matter\nHearing,03/10/2025,3:00 PM,2025-1\nHearing,03/10/2025,3:00 PM,2025-1\n");
        Headers headers = new Headers(
                Map.of(
                        "event",
                        new FileHeaders(
                                List.of("calendar.csv"),
                                Map.of(
                                        "subject", from("summary"),
                                        "starts_at",
                                                new Taken(
                                                        List.of(List.of("start date"), List.of("start time")),
                                                        Map.of()),
                                        "matter_name", from("matter")),
                                List.of("subject", "starts_at", "matter_name"))),
                new Formats(List.of("MM/dd/yyyy"), List.of("h:mm a")),
                text -> "k" + text.length(),
                "digest");
        try (Practice firm = staged(export, headers)) {
            assertThat(values(firm, "event", "event_id", "starts_at")).containsExactly("k28 2025-03-10T15:00");
            assertThat(values(firm, "event", "event_id", "matter_id")).containsExactly("k28 m1");
            assertThat(firm.findings("duplicate-key")).containsExactly("events.csv");
        }
    }

    @Test
    void a_manifest_may_say_how_dates_are_written() throws Exception {
        Export export = firm("matter_id,name,status,opened_on\nm1,One,Open,03/09/2025\n")
                .with("manifest.json", "{\"layout\":\"backdocket-csv/1\",\"date_format\":\"MM/DD/YYYY\"}");
        try (Practice firm = staged(export, Headers.NONE)) {
            assertThat(values(firm, "matter", "matter_id", "opened_on")).containsExactly("m1 2025-03-09");
        }
    }

    @Test
    void the_file_itself_says_how_large_it_is() throws Exception {
        Export export = firm("matter_id,name,status\nm1,One,Open\n")
                .with(
                        "documents.csv",
                        "document_id,matter_id,file_name,size_bytes,path\nd1,m1,a.txt,9,files/a.txt\nd2,m1,b.txt,26000000,files/b.txt\n"
                                + "d3,m1,c.txt,9,../outside.txt\n");
        Path folder = export.folder(work);
        Files.createDirectories(folder.resolve("files"));
        Files.writeString(folder.resolve("files/a.txt"), "four");
        Files.writeString(work.resolve("outside.txt"), "not in the export");
        try (Practice firm = Practice.staged(new Practice(Source.FIRM, Headers.NONE, work), folder)) {
            assertThat(values(firm, "document", "document_id", "size_bytes"))
                    .containsExactly("d1 4", "d2 26000000", "d3 9");
            assertThat(values(firm, "document_place", "document_id", "stays"))
                    .containsExactly("d1 null", "d2 large", "d3 null");
            assertThat(values(firm, "document_place", "document_id", "content"))
                    .containsExactly("d1 files/a.txt", "d2 files/b.txt", "d3 null");
        }
    }

    @Test
    void stages_are_those_of_the_lists_and_of_matters_that_no_list_knows() throws Exception {
        Export export = firm("matter_id,name,status,matter_type_id,closed_on\n"
                        + "m1,One,active,3,\nm2,Two,Limbo,3,\nm3,Three,Closed,4,2025-01-02\nm4,Four,Rejected,4,\nm5,Five,Open,,\n")
                .with("matter_types.csv", "matter_type_id,name,pipeline\n3,Injury,\n4,Auto,Cars\n")
                .with(
                        "matter_statuses.csv",
                        "matter_type_id,status,sort_order,is_closed,outcome,stage\n3,Active,2,false,open,Running\n3,New,1,false,,\n"
                                + ",Rejected,9,true,lost,\n");
        try (Practice firm = staged(export, Headers.NONE)) {
            assertThat(firm.staging.distinctRows("pipeline_stage", List.of("pipeline", "stage")))
                    .containsExactly(
                            List.of("Cars", "Rejected"),
                            List.of("Cars", "Closed"),
                            List.of("Injury", "New"),
                            List.of("Injury", "Running"),
                            List.of("Injury", "Rejected"),
                            List.of("Injury", "Limbo"),
                            List.of("Matters", "Open"));
            assertThat(values(firm, "matter_standing", "matter_id", "outcome"))
                    .containsExactly("m1 open", "m2 open", "m3 null", "m4 lost", "m5 open");
            assertThat(firm.findings("outcome-unknown")).containsExactly("checks/outcome-unknown.sql");
        }
    }

    @Test
    void four_closing_statuses_say_by_their_names_how_it_ended() throws Exception {
        Export export =
                firm("matter_id,name,status,closed_on\nm1,One,Closed Won,2025-01-02\nm2,Two,closed lost,2025-01-02\n"
                        + "m3,Three,Rejected,\nm4,Four,Referred,\nm5,Five,Closed,2025-01-02\nm6,Six,Open,\n");
        try (Practice firm = staged(export, Headers.NONE)) {
            assertThat(values(firm, "matter_standing", "matter_id", "outcome"))
                    .containsExactly("m1 won", "m2 lost", "m3 lost", "m4 lost", "m5 null", "m6 open");
        }
    }

    @Test
    void a_meeting_with_a_client_who_is_not_named_is_one_with_the_client_of_the_matter() throws Exception {
        Export export = firm("matter_id,name,status,client_contact_id\nm1,One,Open,2\n")
                .with(
                        "events.csv",
                        "event_id,subject,kind,starts_at,matter_id\ne1,Talk,Client Meeting,2026-08-03T15:00:00Z,m1\n"
                                + "e2,Trial,court date,2026-08-03T15:00:00Z,m1\n");
        try (Practice firm = staged(export, Headers.NONE)) {
            assertThat(values(firm, "calendar_entry", "event_id", "client_contact_id"))
                    .containsExactly("e1 2", "e2 null");
        }
    }

    private static Export firm(String matters) {
        return new Export()
                .with("users.csv", USERS)
                .with("contacts.csv", CONTACTS)
                .with("matters.csv", matters);
    }

    private Practice staged(Export export, Headers headers) throws Exception {
        return Practice.staged(new Practice(Source.FIRM, headers, work), export.folder(work));
    }

    private static Taken from(String... names) {
        return new Taken(List.of(List.of(names)), Map.of());
    }

    private static List<String> values(Practice firm, String object, String key, String column) {
        return firm.read(reading(object, key, column), Pass.LEADERS).stream()
                .map(record -> record.key() + " " + text(record, column))
                .toList();
    }

    private static String text(SourceRecord record, String column) {
        return String.valueOf(record.fields().get(column));
    }

    private static List<String> codes(Practice firm, String object, String key, String column) {
        return firm.problems(reading(object, key, column)).stream()
                .map(StagedProblem::problem)
                .map(problem -> problem.code())
                .toList();
    }

    private static Reading reading(String object, String key, String column) {
        return Practice.reading(
                "backdocket", object, Set.of(key, column), Practice.identity(key), List.of(), List.of());
    }
}
