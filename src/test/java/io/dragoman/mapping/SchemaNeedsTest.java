package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.mapping.SchemaNeeds.Field;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaNeedsTest {
    private final Mappings mappings = Sketch.mappings();

    @Test
    void withheld_fields_and_mappings_need_nothing() {
        SchemaNeeds needs = SchemaNeeds.of(mappings, Policy.contactOnly());

        assertThat(needs.fields())
                .extracting(Field::name)
                .containsExactly(
                        "Source_Organization_ID__c",
                        "Type",
                        "Source_Patient_ID__c",
                        "Missing_Email__c",
                        "Birth_Date__c");
        assertThat(needs.pipelines()).isEmpty();
    }

    @Test
    void everything_that_may_travel_is_needed_with_its_options() {
        Policy everything = new Policy(Policy.Mode.BAA, EnumSet.allOf(PhiClass.class), null);

        SchemaNeeds needs = SchemaNeeds.of(mappings, everything);

        assertThat(needs.fields())
                .contains(
                        new Field(
                                "person",
                                "Recall_Type__c",
                                FieldType.CHOICE,
                                Set.of("Prophy", "Perio maintenance", "Exam"),
                                Set.of()),
                        new Field("deal", "Source_Deal_ID__c", FieldType.TEXT, Set.of(), Set.of()));
        assertThat(needs.pipelines()).isEqualTo(Map.of("Treatment plans", List.of("Proposed", "Accepted")));
    }
}
