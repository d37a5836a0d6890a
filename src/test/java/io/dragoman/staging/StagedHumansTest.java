package io.dragoman.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.model.Human;
import io.dragoman.model.HumanFact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a layout says about people, read out of the staging. */
class StagedHumansTest {
    private static final String PEOPLE = """
            id | name          | born       | email            | phone
            7  | Ana Oyelaran  | 1988-04-12 | ana@example.com  | 918-555-0100
            8  |               |            |                  |
            9  | Ben Oyelaran  |            |                  | 918-555-0100""";

    @Test
    void people_come_in_the_order_of_their_rows_with_what_is_told_of_them(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work);
                StagedHumans humans = humans(clinic.rows("person", PEOPLE).finished())) {
            List<Human> all = new ArrayList<>();
            humans.forEach(all::add);

            assertThat(all).extracting(Human::key).containsExactly("7", "8", "9");
            assertThat(all.get(0).facts())
                    .isEqualTo(Map.of(
                            HumanFact.NAME, List.of("Ana Oyelaran"),
                            HumanFact.BORN, List.of("1988-04-12"),
                            HumanFact.EMAILS, List.of("ana@example.com"),
                            HumanFact.PHONES, List.of("918-555-0100")));
            assertThat(all.get(1).facts()).isEmpty();
        }
    }

    @Test
    void one_of_them_is_found_by_its_row(@TempDir Path work) {
        try (Clinic clinic = new Clinic(work);
                StagedHumans humans = humans(clinic.rows("person", PEOPLE).finished())) {
            assertThat(humans.at(3).first(HumanFact.NAME)).isEqualTo("Ben Oyelaran");
            assertThatThrownBy(() -> humans.at(4)).hasMessage("no row 4");
        }
    }

    private static StagedHumans humans(Clinic clinic) {
        Layout layout = clinic.staging.layout();
        return clinic.staging.humans(layout.topics(Topic.Kind.PEOPLE).get(0));
    }
}
