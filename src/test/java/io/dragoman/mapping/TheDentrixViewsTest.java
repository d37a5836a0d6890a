package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dragoman.model.SourceRecord;
import io.dragoman.staging.Layout;
import io.dragoman.staging.Layouts;
import io.dragoman.staging.Pass;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the Dentrix mappings read from a staged export, through their own readings. */
class TheDentrixViewsTest extends OnStagedRows {
    private static final Layout LAYOUT = Layouts.read(Path.of("routes/systems/dentrix"));
    private static final Mappings MAPPINGS = Shipped.from("dentrix");

    TheDentrixViewsTest() {
        super(LAYOUT, MAPPINGS);
    }

    @Test
    void two_doctors_of_one_surname_stay_two_and_one_typed_twice_is_one() {
        stage(
                "referral_source",
                "referral_id kind name first_name",
                "1|person|Sample|Iris",
                "2|person|Sample|Otto",
                "3|person|SAMPLE|iris ",
                "4|non_person|Tulsa Smile Blog|");
        staging.finish();

        assertThat(read("referral-source-to-organization", Pass.LEADERS))
                .extracting(record -> record.fields().get("full_name"))
                .containsExactly("Iris Sample", "Otto Sample", "Tulsa Smile Blog");
        assertThat(read("referral-source-to-organization", Pass.JOINED))
                .extracting(SourceRecord::key, SourceRecord::joins)
                .containsExactly(tuple("3", "1"));
    }

    @Test
    void a_carrier_typed_in_two_ways_is_one_and_its_patients_lead_to_it() {
        stage(
                "insurance_plan",
                "plan_id carrier_name payer_id group_number",
                "7|Prairie Dental-Cover|00000|EX-220",
                "8|PRAIRIE DENTAL COVER|00000|EX-221",
                "9|Prairie Dental Cover|99999|EX-222");
        stage("patient", "patient_id last_name", "101|Testcase");
        stage("patient_insurance", "patient_id rank kind plan_id", "101|secondary|dental|9", "101|primary|dental|8");
        staging.finish();

        List<SourceRecord> carriers = read("insurance-plan-to-organization", Pass.LEADERS);

        assertThat(carriers)
                .extracting(record -> record.fields().get("group_numbers"))
                .containsExactly("EX-220, EX-221", "EX-222");
        assertThat(gathered("patient-to-person", "covers", "carrier_key"))
                .containsExactly(carriers.get(0).key(), carriers.get(1).key());
    }

    @Test
    void the_empty_plan_that_every_patient_has_does_not_carry_the_family_s_balance() {
        stage("patient", "patient_id last_name guarantor_id", "101|Testcase|101", "102|Testcase|101");
        stage(
                "treatment_plan",
                "treatment_plan_id patient_id name status is_default created_date total_amount",
                "901|102|Crown|accepted|false|2025-01-20|",
                "902|101|Default|proposed|true|2025-06-01|");
        stage(
                "procedure",
                "procedure_id patient_id procedure_code state amount treatment_plan_id",
                "1|102|D2740|planned|1240.00|901",
                "2|102|D2950|planned|288.00|901",
                "3|102|D9999|invalidated|5.00|901");
        stage(
                "guarantor_balance",
                "guarantor_id balance_0_30 balance_31_60 balance_61_90 balance_over_90",
                "101|98.00|0.00|2.00|0.00");
        staging.finish();

        List<SourceRecord> plans = read("treatment-plan-to-deal", Pass.LEADERS);

        assertThat(plans.get(0).fields())
                .containsEntry("total_amount", "1528.00")
                .containsEntry("balances", List.of(Map.of("balance", "100.00")));
        assertThat(plans.get(1).fields()).containsEntry("lines", "0").doesNotContainKey("balances");
        assertThat(LeaveOuts.rule(MAPPINGS.get("treatment-plan-to-deal"), plans.get(1)))
                .isPresent();
    }

    @Test
    void a_guarantor_sees_the_household_as_soon_as_it_has_two_members() {
        stage("patient", "patient_id last_name guarantor_id", "101|Testcase|", "102|Testcase|101", "103|Example|103");
        staging.finish();

        List<SourceRecord> patients = read("patient-to-person", Pass.LEADERS);

        assertThat(patients.get(0).fields()).containsKey("head").doesNotContainKey("family");
        assertThat(patients.get(1).fields()).containsKey("family").doesNotContainKey("head");
        assertThat(patients.get(2).fields()).doesNotContainKeys("family", "head");
        assertThat(read("guarantor-to-household", Pass.LEADERS))
                .extracting(SourceRecord::key)
                .containsExactly("101");
    }

    @Test
    void notes_come_with_the_newest_first() {
        stage("patient", "patient_id last_name", "101|Testcase");
        stage(
                "clinical_note",
                "note_id patient_id note_at text",
                "1|101|2024-01-20T10:05:00|older",
                "2|101|2025-01-20T10:05:00|newer",
                "3|101|2023-01-20T10:05:00|oldest");
        staging.finish();

        assertThat(gathered("patient-to-person", "notes", "text")).containsExactly("newer", "older", "oldest");
    }
}
