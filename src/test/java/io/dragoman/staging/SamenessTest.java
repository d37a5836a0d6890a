package io.dragoman.staging;

import static io.dragoman.staging.Clinic.people;
import static io.dragoman.staging.Clinic.same;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamenessTest {
    @Test
    void records_that_agree_on_one_set_are_one_and_the_first_leads(@TempDir Path work) {
        Reading reading = people(same(null, null, "name email"), "name");
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name         | email
                        1  | Ada Example  | ada@example.org
                        2  | Ben Sample   | ben@example.org
                        3  | ADA EXAMPLE  | Ada@Example.org
                        4  | Ada Example  | other@example.org
                        """).finished()) {
            assertThat(clinic.fates(reading)).containsExactly("1", "2", "4", "3>1");
        }
    }

    @Test
    void a_column_that_is_empty_agrees_with_nothing(@TempDir Path work) {
        Reading reading = people(same(null, null, "name email"), "name");
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name        | email
                        1  | Ada Example |
                        2  | Ada Example |
                        """).finished()) {
            assertThat(clinic.fates(reading)).containsExactly("1", "2");
        }
    }

    @Test
    void telephone_numbers_agree_however_they_are_written(@TempDir Path work) {
        Reading reading = people(same(null, null, "phone"), "name");
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | phone
                        1  | Ada  | (918) 555-0100
                        2  | Ada  | +1 918.555.0100
                        3  | Ada  | 918/555 0100
                        4  | Ada  | 2 918 555 0100
                        """).finished()) {
            assertThat(clinic.fates(reading)).containsExactly("1", "4", "2>1", "3>1");
        }
    }

    @Test
    void agreement_on_different_sets_still_ends_at_one_leader(@TempDir Path work) {
        Reading reading = people(same(null, null, "email", "phone"), "name");
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | email           | phone
                        1  | Ada  | z@example.org   | 5550104
                        2  | Ada  | a@example.org   | 5550101
                        3  | Ada  | b@example.org   | 5550102
                        4  | Ada  | a@example.org   | 5550102
                        5  | Ada  | b@example.org   | 5550104
                        """).finished()) {
            assertThat(clinic.fates(reading)).containsExactly("1", "2>1", "3>1", "4>1", "5>1");
        }
    }

    @Test
    void members_of_one_family_who_agree_are_asked_about_and_never_joined(@TempDir Path work) {
        Reading reading = people(same(null, "guarantor", "name email"), "name");
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name        | email           | guarantor
                        1  | Ada Example | ada@example.org | 1
                        2  | Ada Example | ada@example.org | 1
                        3  | Ada Example | ada@example.org | 9
                        4  | Ada Example | ada@example.org | 9
                        5  | Ada Example | ada@example.org |
                        9  | Cy Example  | cy@example.org  | 9
                        """).finished()) {
            assertThat(clinic.fates(reading))
                    .containsExactly("1", "9", "3>1", "5>1", "2!possible-duplicate", "4!possible-duplicate");
            assertThat(clinic.problems(reading).get(1).problem().advice())
                    .contains("agrees with 3 on name, email, and also on guarantor")
                    .doesNotContain("Ada");
        }
    }

    @Test
    void a_named_survivor_is_followed_to_the_last_one(@TempDir Path work) {
        Reading reading = people(same("survivor", null), "name");
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | survivor
                        1  | Ada  | 2
                        2  | Ada  | 3
                        3  | Ada  | 4
                        4  | Ada  | 4
                        5  | Ben  | nobody
                        """).finished()) {
            assertThat(clinic.fates(reading)).containsExactly("4", "5", "1>4", "2>4", "3>4");
        }
    }

    @Test
    void duplicates_that_name_each_other_in_a_circle_are_reported_and_stand_for_themselves(@TempDir Path work) {
        Reading reading = people(same("survivor", null), "name");
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | survivor
                        1  | Ada  | 2
                        2  | Ada  | 3
                        3  | Ada  | 1
                        4  | Ada  | 1
                        """).finished()) {
            assertThat(clinic.fates(reading)).containsExactly("1", "2", "3", "4");
            assertThat(clinic.finding("duplicate-circle").keys()).containsExactly("1", "2", "3");
        }
    }

    @Test
    void a_named_duplicate_follows_its_survivor_where_that_one_joins(@TempDir Path work) {
        Reading reading = people(same("survivor", null, "email"), "name");
        try (Clinic clinic = new Clinic(work).rows("person", """
                        id | name | email         | survivor
                        1  | Ada  | a@example.org |
                        2  | Ada  | a@example.org |
                        3  | Ada  | c@example.org | 2
                        """).finished()) {
            assertThat(clinic.fates(reading)).containsExactly("1", "2>1", "3>1");
        }
    }

    @Test
    void a_long_chain_of_survivors_ends_in_few_rounds(@TempDir Path work) {
        StringBuilder table = new StringBuilder("id|name|survivor\n");
        for (int i = 1; i < 20_000; i++) {
            table.append(i).append("|Ada|").append(i + 1).append('\n');
        }
        table.append("20000|Ada|\n");
        Reading reading = people(same("survivor", null), "name");
        try (Clinic clinic = new Clinic(work).rows("person", table.toString()).finished()) {
            assertThat(clinic.leaders(reading)).hasSize(1);
            assertThat(clinic.joined(reading)).hasSize(19_999).allMatch(r -> "20000".equals(r.joins()));
        }
    }
}
