package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.UserProblems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The mappings from Cliniko to Pipedrive as they are shipped: they check, their examples hold, and they say what they promise. */
class TheClinikoMappingsTest {
    private static Mappings mappings;

    @BeforeAll
    static void the_folder_checks() {
        mappings = under(Map.of());
    }

    /** @param leaveOut what a migration file says of leave-out rules */
    private static Mappings under(Map<String, String> leaveOut) {
        return Shipped.from("cliniko", new Overrides(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), leaveOut));
    }

    @TestFactory
    Stream<DynamicTest> every_example_holds() {
        return Shipped.examples(mappings);
    }

    @Test
    void custom_fields_are_named_as_the_contract_names_them() {
        assertThat(mappings.get("patient-to-person").rows().stream()
                        .filter(Row::custom)
                        .map(Row::target))
                .contains(
                        "Missing_Email__c",
                        "Practitioner__c",
                        "Insurance_Provider__c",
                        "Insurance_Policy_Number__c",
                        "Insurance_Group__c",
                        "Insurance_Coverage_Details__c",
                        "Insurance_Type__c",
                        "Appointment_Type__c",
                        "Original_Create_Date__c");
        assertThat(mappings.get("patient-to-person").identity().keptIn()).isEqualTo("Source_Patient_ID__c");
    }

    @Test
    void notes_files_money_and_insurance_do_not_travel_by_default() {
        Policy policy = Policy.contactOnly();
        List<Row> rows = mappings.all().stream()
                .flatMap(mapping -> Draft.rows(mapping).stream())
                .toList();

        assertThat(rows)
                .filteredOn(row -> row.type() == FieldType.MONEY || row.target().startsWith("Insurance_"))
                .isNotEmpty()
                .noneMatch(row -> policy.lets(row.phi()));
        assertThat(mappings.all())
                .filteredOn(mapping -> policy.withholdsWhole(mapping, mappings.kindOf(mapping)))
                .extracting(Mapping::name)
                .containsExactlyInAnyOrder("attachment-to-file", "communication-log-to-file", "treatment-note-to-note");
    }

    @Test
    void archived_patients_drafts_and_who_refused_travel_or_stay_as_the_migration_file_says() {
        Mappings told = under(Map.of("archived-patients", "leave", "draft-notes", "keep", "privacy-refused", "keep"));
        SourceRecord archived = record("patient_now", Map.of("archived", "true"));
        SourceRecord refused = record("patient_now", Map.of("archived", "false", "refused", "true"));
        SourceRecord draft = record("note", Map.of("draft", "true", "empty", "false"));

        assertThat(stays(mappings, "patient-to-person", archived)).isFalse();
        assertThat(stays(mappings, "patient-to-person", refused)).isTrue();
        assertThat(stays(mappings, "treatment-note-to-note", draft)).isTrue();
        assertThat(stays(told, "patient-to-person", archived)).isTrue();
        assertThat(stays(told, "patient-to-person", refused)).isFalse();
        assertThat(stays(told, "treatment-note-to-note", draft)).isFalse();
        assertThat(told.hash()).isNotEqualTo(mappings.hash());
    }

    private static SourceRecord record(String object, Map<String, Object> fields) {
        return new SourceRecord(object, "1", 1, fields, null);
    }

    private static boolean stays(Mappings mappings, String mapping, SourceRecord record) {
        return LeaveOuts.rule(mappings.get(mapping), record).isPresent();
    }

    @Test
    void a_leave_out_rule_that_no_mapping_has_is_told() {
        assertThatThrownBy(() -> under(Map.of("archived-patient", "leave")))
                .isInstanceOfSatisfying(
                        UserProblems.class,
                        thrown -> assertThat(thrown.problems())
                                .extracting(Problem::code, Problem::place)
                                .containsExactly(tuple("unknown-override", "overrides.leave-out")));
    }

    @Test
    void what_somebody_comes_for_is_not_even_read_by_default() {
        Mapping visits = mappings.get("appointment-to-activity");
        Policy everything = new Policy(Policy.Mode.BAA, Set.of(PhiClass.CLINICAL), null);

        assertThat(new Readings(mappings).of(visits, Policy.contactOnly()).columns())
                .doesNotContain("type_name", "notes");
        assertThat(new Readings(mappings).of(visits, everything).columns()).contains("type_name", "notes");
    }
}
