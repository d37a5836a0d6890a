package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import io.dragoman.model.Reading;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private final Mappings mappings = Sketch.mappings();

    @Test
    void what_may_not_leave_is_not_even_read() {
        Reading reading = new Readings(mappings).of(mappings.get("patient-to-person"), Policy.contactOnly());

        assertThat(reading.columns())
                .contains("patient_id", "duplicate_of_id", "status", "email", "guarantor_id")
                .doesNotContain("recall_code", "ssn");
        assertThat(reading.gathers()).isEmpty();
    }

    @Test
    void children_are_read_with_the_columns_that_are_used() {
        Policy clinical = new Policy(Policy.Mode.BAA, Set.of(PhiClass.CLINICAL), null);

        Reading reading = new Readings(mappings).of(mappings.get("patient-to-person"), clinical);

        assertThat(reading.columns()).contains("recall_code");
        assertThat(reading.gathers()).extracting(Mapping.Gather::name).containsExactly("alerts");
        assertThat(reading.gatherColumns()).containsExactly(Set.of("description", "kind"));
    }

    @Test
    void children_that_make_lines_are_read_even_when_their_columns_are_withheld() {
        Reading reading = new Readings(mappings).of(mappings.get("plan-to-deal-lines"), Policy.contactOnly());

        assertThat(reading.gatherColumns()).containsExactly(Set.of());
    }
}
