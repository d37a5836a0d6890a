package io.dragoman.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.model.PhiClass;
import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsTest {
    @Test
    void a_layout_names_files_columns_and_views(@TempDir Path work) {
        Layout layout = Layouts.read(Clinic.system(work));
        assertThat(layout.source().system()).isEqualTo("clinic");
        assertThat(layout.source().objects()).containsOnlyKeys("person", "note", "word", "gone", "debt");
        assertThat(layout.object("person").columns())
                .contains(
                        new Column("id", "id", true, List.of(), null),
                        new Column("guarantor", "id", false, List.of(), "person.id"),
                        new Column("kind", "code", false, List.of("new", "old"), null));
        assertThat(layout.object("debt").columns())
                .containsExactly(
                        new Column("guarantor", "id", false, List.of(), "person.id"),
                        new Column("total", "dec", false, List.of(), null));
        assertThat(layout.checks()).extracting(Layout.Check::code).containsExactly("owes-much");
    }

    @Test
    void everything_wrong_in_the_layout_is_told_with_its_line(@TempDir Path work) {
        String wrong = Clinic.LAYOUT
                .replace("email: email", "email: mail")
                .replace("guarantor: id -> person.id", "guarantor: id -> persons.id")
                .replace("file: notes.csv", "file: notes.csv\n    encoding: none")
                .replace("key: code", "key: [nothing]");
        assertThat(problems(work, "layout.yaml", wrong))
                .extracting(p -> p.code() + " " + p.place())
                .containsExactlyInAnyOrder(
                        "layout-invalid layout.yaml:14:14",
                        "reference-unknown layout.yaml:18:18",
                        "name-unknown layout.yaml:25:15",
                        "layout-invalid layout.yaml:34:5");
    }

    @Test
    void a_layout_that_is_no_yaml_is_told_with_its_line(@TempDir Path work) {
        assertThat(problems(work, "layout.yaml", "system: [clinic\nfiles: }"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.code()).isEqualTo("yaml-broken");
                    assertThat(p.place()).startsWith("layout.yaml:2:");
                });
    }

    @Test
    void a_view_that_cannot_be_asked_is_told_before_any_export_is_read(@TempDir Path work) {
        assertThat(problems(work, "views/debt.sql", "SELECT guarantor, owes FROM person"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.place()).isEqualTo("views/debt.sql");
                    assertThat(p.advice()).contains("no such column: owes");
                });
    }

    @Test
    void a_view_without_its_key_is_told(@TempDir Path work) {
        assertThat(problems(work, "views/debt.sql", "SELECT id, owed AS total FROM person"))
                .singleElement()
                .satisfies(p -> assertThat(p.advice()).contains("guarantor"));
    }

    @Test
    void a_check_says_what_it_finds_and_selects_key_and_row(@TempDir Path work) {
        assertThat(problems(work, "checks/owes-much.sql", "SELECT id FROM person"))
                .extracting(Problem::code)
                .containsExactly("check-invalid");
        assertThat(problems(work, "checks/owes-much.sql", "-- note a-code: Advice.\nSELECT id FROM person"))
                .extracting(Problem::advice)
                .containsExactly("Select two columns: key and row.");
    }

    @Test
    void a_layout_says_what_its_objects_are_about(@TempDir Path work) throws IOException {
        Path system = Clinic.system(work);
        Files.writeString(
                system.resolve("layout.yaml"),
                Clinic.LAYOUT + "claims: { note: { status: kind, done: [visit] } }\n"
                        + "classes: { person: identity, person.owed: financial }\n");
        Layout layout = Layouts.read(system);
        assertThat(layout.topics(Topic.Kind.PEOPLE)).singleElement().satisfies(people -> {
            assertThat(people.object()).isEqualTo("person");
            assertThat(people.columns("phones")).containsExactly("phone");
            assertThat(people.columns("gender")).isEmpty();
        });
        assertThat(layout.topics(Topic.Kind.CLAIMS)).extracting(Topic::object).containsExactly("note");
        assertThat(layout.topics(Topic.Kind.IMAGES)).isEmpty();
        assertThat(layout.phi("person", "owed")).contains(PhiClass.FINANCIAL);
        assertThat(layout.phi("person", "name")).contains(PhiClass.IDENTITY);
        assertThat(layout.phi("note", "text")).isEmpty();
    }

    @Test
    void a_topic_with_unknown_objects_columns_or_roles_is_told(@TempDir Path work) {
        String wrong =
                Clinic.LAYOUT + "balances: { persons: { amounts: owed }, person: { shoes: name, amounts: owes } }\n"
                        + "images: { note: { name: text } }\nclasses: { person.shoe: none, person: secret }\n";
        assertThat(problems(work, "layout.yaml", wrong))
                .extracting(p -> p.code() + " " + p.place())
                .containsExactlyInAnyOrder(
                        "reference-unknown layout.yaml:46:22",
                        "name-unknown layout.yaml:46:58",
                        "reference-unknown layout.yaml:46:73",
                        "layout-invalid layout.yaml:47:17",
                        "reference-unknown layout.yaml:48:25",
                        "layout-invalid layout.yaml:48:39");
    }

    private static List<Problem> problems(Path work, String file, String content) {
        Path system = Clinic.system(work);
        try {
            Files.writeString(system.resolve(file), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        UserProblems problems = catchThrowableOfType(UserProblems.class, () -> Layouts.read(system));
        assertThat(problems).isNotNull();
        return problems.problems();
    }
}
