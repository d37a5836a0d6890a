package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The mappings from Dentrix to Pipedrive as they are shipped: they check, their examples hold, and they say what they promise. */
class TheDentrixMappingsTest {
    private static Mappings mappings;

    @BeforeAll
    static void the_folder_checks() {
        mappings = Shipped.from("dentrix");
    }

    @TestFactory
    Stream<DynamicTest> every_example_holds() {
        return Shipped.examples(mappings);
    }

    @Test
    void every_row_of_the_contract_has_a_mapping() {
        assertThat(mappings.all().stream().map(Mapping::name))
                .containsExactlyInAnyOrder(
                        "appointment-to-activity",
                        "employer-to-organization",
                        "guarantor-to-household",
                        "insurance-plan-to-organization",
                        "patient-to-person",
                        "procedure-code-to-product",
                        "provider-to-user",
                        "recall-to-activity",
                        "referral-source-to-organization",
                        "treatment-plan-to-deal",
                        "treatment-plan-to-deal-lines");
    }

    @Test
    void custom_fields_are_named_as_the_contract_names_them() {
        assertThat(customFields("person"))
                .contains(
                        "Source_Patient_ID__c",
                        "Missing_Email__c",
                        "Recall_Type__c",
                        "Allergy_Alert__c",
                        "Medical_Condition__c",
                        "Medication_List__c",
                        "Clinical_Note__c",
                        "Image_Archive_Link__c");
        assertThat(customFields("organization")).contains("Source_Organization_ID__c", "Type");
        assertThat(customFields("product")).contains("Source_Product_ID__c", "CDT_Code__c");
        assertThat(customFields("deal"))
                .contains(
                        "Source_Deal_ID__c",
                        "CDT_Code__c",
                        "Insurance_Estimate__c",
                        "Patient_Balance__c",
                        "Adjustment__c",
                        "Original_Create_Date__c");
    }

    @Test
    void the_custom_fields_leave_most_of_an_account_s_hundred_to_the_practice() {
        long fields = Stream.of("person", "organization", "product", "deal")
                .mapToLong(kind -> customFields(kind).size())
                .sum();

        assertThat(fields).isLessThanOrEqualTo(40);
    }

    @Test
    void four_types_of_organization_are_told_apart() {
        Set<List<Object>> types = mappings.all().stream()
                .flatMap(mapping -> mapping.rows().stream())
                .filter(row -> row.target().equals("Type"))
                .map(row -> List.<Object>of(
                        row.options(), String.valueOf(row.as().get(0).argument())))
                .collect(Collectors.toSet());

        assertThat(types.stream().map(type -> type.get(0)).distinct()).hasSize(1);
        assertThat(types.stream().map(type -> type.get(1)))
                .containsExactlyInAnyOrder("Employer", "Referral Source", "Insurance Carrier", "Household");
    }

    @Test
    void clinical_text_and_amounts_do_not_travel_by_default() {
        Policy policy = Policy.contactOnly();
        List<Row> rows = mappings.all().stream()
                .flatMap(mapping -> Draft.rows(mapping).stream())
                .toList();

        assertThat(rows).filteredOn(row -> row.type() == FieldType.MONEY).noneMatch(row -> policy.lets(row.phi()));
        assertThat(rows)
                .filteredOn(row -> Set.of("note", "comments", "Clinical_Note__c", "Allergy_Alert__c")
                        .contains(row.target()))
                .isNotEmpty()
                .allMatch(row -> row.phi() == PhiClass.CLINICAL);
    }

    private static Set<String> customFields(String kind) {
        Set<String> fields = new TreeSet<>();
        for (Mapping mapping : mappings.all()) {
            if (mapping.targetKind().equals(kind)) {
                String keptIn = mapping.identity().keptIn();
                if (keptIn != null) {
                    fields.add(keptIn);
                }
                mapping.rows().stream().filter(Row::custom).map(Row::target).forEach(fields::add);
            }
        }
        return fields;
    }
}
