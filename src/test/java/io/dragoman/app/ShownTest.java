package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping;
import io.dragoman.model.PhiClass;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a report may show of values that are still on their way. */
class ShownTest {
    private final Blueprint blueprint = Blueprint.read(
            new Home(Path.of("").toAbsolutePath()),
            Path.of("mappings", "dentrix-to-pipedrive").toAbsolutePath());
    private final Shown shown = new Shown(blueprint.mappings());
    private final Mapping people = blueprint.mappings().get("patient-to-person");

    @Test
    void a_protected_value_shows_its_form_on_the_way_and_when_it_arrived() {
        assertThat(shown.onTheWay("Ada", people, row("name"))).isEqualTo("Xxx");
        assertThat(shown.arrived("Ada Example", row("name"))).isEqualTo("Xxx Xxxxxxx");
    }

    @Test
    void an_unprotected_value_is_shown() {
        Mapping.Row type = Shown.rows(blueprint.mappings().get("employer-to-organization"))
                .filter(row -> row.target().equals("Type"))
                .findFirst()
                .orElseThrow();
        assertThat(shown.arrived("Employer", type)).isEqualTo("Employer");
    }

    @Test
    void a_column_that_some_row_protects_is_protected_in_every_row() {
        for (Mapping mapping : blueprint.mappings().all()) {
            Shown.rows(mapping)
                    .forEach(row -> Shown.rows(people)
                            .filter(other -> mapping.from().equals(people.from()))
                            .filter(other -> other.from().stream().anyMatch(row.from()::contains))
                            .filter(other -> other.phi() != PhiClass.NONE)
                            .forEach(other -> assertThat(shown.onTheWay("Ada", mapping, row))
                                    .as("%s %s", mapping.name(), row.target())
                                    .isEqualTo("Xxx")));
        }
    }

    private Mapping.Row row(String target) {
        return Shown.rows(people)
                .filter(row -> row.target().equals(target))
                .findFirst()
                .orElseThrow();
    }
}
