package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.ledger.Plan.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanBasisTest {
    private static final List<Part> PLANNED = List.of(
            new Part("source", "patients.csv", "1"),
            new Part("schema", "person/Recall", "2"),
            new Part("owner", "DDS1", "3"),
            new Part("existing records", "person", "4"));

    @Test
    void nothing_changed_is_no_change() {
        assertThat(PlanBasis.changes(PLANNED, PLANNED)).isEmpty();
    }

    @Test
    void what_changed_came_or_went_is_told_by_name() {
        List<Part> now = List.of(
                new Part("source", "patients.csv", "other"),
                new Part("source", "claims.csv", "5"),
                new Part("schema", "person/Recall", "2"),
                new Part("owner", "DDS2", "3"),
                new Part("existing records", "person", "4"));
        assertThat(PlanBasis.changes(PLANNED, now))
                .containsExactly(
                        "source patients.csv", "owner DDS1 (gone)", "source claims.csv (new)", "owner DDS2 (new)");
    }

    @Test
    void what_prepare_made_since_is_no_change_but_what_it_bound_otherwise_is() {
        List<Part> made = List.of(new Part("schema", "person/Recall", "2"), new Part("schema", "person/Alert", "6"));
        assertThat(PlanBasis.changes(PLANNED, made)).isEmpty();
        assertThat(PlanBasis.changes(PLANNED, List.of(new Part("schema", "person/Recall", "other"))))
                .containsExactly("schema person/Recall");
    }

    @Test
    void a_sort_that_is_not_looked_at_says_nothing() {
        assertThat(PlanBasis.changes(PLANNED, List.of(new Part("source", "patients.csv", "1"))))
                .isEmpty();
    }
}
