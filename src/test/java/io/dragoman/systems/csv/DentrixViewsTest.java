package io.dragoman.systems.csv;

import static io.dragoman.systems.csv.Practice.identity;
import static io.dragoman.systems.csv.Practice.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.staging.Finding;
import io.dragoman.staging.Pass;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DentrixViewsTest {
    private static final String FAMILY = """
            patient_id,last_name,guarantor_id
            p-1,Example,p-1
            p-2,Example,p-1
            p-3,Sample,p-3
            p-4,Sample,p-9
            """;

    @Test
    void a_guarantor_answers_for_somebody_else(@TempDir Path work) throws Exception {
        assertView(Export.of(FAMILY), work, "guarantor", "patient_id family_size")
                .containsExactly("p-1 2");
    }

    @Test
    void a_code_in_use_shows_even_when_the_list_lacks_it(@TempDir Path work) throws Exception {
        Export export = Export.of(FAMILY)
                .with(
                        "procedures.csv",
                        "procedure_id,patient_id,amount,procedure_code\nx-1,p-1,1.00,D1\nx-2,p-1,1.00,D2\n")
                .with("appointment_procedures.csv", "appointment_id,seq,procedure_code\n1,1,D3\n")
                .with("procedure_codes.csv", "procedure_code,description\nD1,Cleaning\nD9,Never used\n");
        assertView(export, work, "procedure_code_in_use", "procedure_code description listed")
                .containsExactly("D1 Cleaning true", "D2 - false", "D3 - false");
    }

    @Test
    void a_recall_is_due_as_stated_or_by_the_patients_interval_or_by_the_types(@TempDir Path work) throws Exception {
        Export export = Export.of(FAMILY)
                .with("recall_types.csv", """
                        recall_type_id,name,interval_count,interval_unit
                        6m,PROPHY,6,month
                        1y,EXAM,1,year
                        3w,CHECK,3,week
                        5d,CALL,5,day
                        bad,BAD,5,fortnight
                        """)
                .with(
                        "appointments.csv",
                        "appointment_id,start_date,status\n1,2030-01-01,scheduled\n2,2030-01-02,broken\n")
                .with("recalls.csv", """
                        patient_id,recall_type_id,last_visit_date,due_date,interval_days,appointment_id
                        p-1,6m,2024-08-31,,,1
                        p-1,1y,2024-02-29,,,2
                        p-1,3w,2024-12-20,,,
                        p-1,5d,2024-02-25,,,
                        p-2,6m,2024-08-31,2025-05-05,10,
                        p-2,1y,2024-08-31,,10,
                        p-2,3w,,,10,
                        p-3,none,2024-08-31,,,
                        p-4,6m,2024-02-30,,,
                        p-4,bad,2024-02-20,,,
                        """);
        assertView(export, work, "recall_due", "patient_id recall_name due_date booked appointment_date")
                .containsExactly(
                        "p-1 PROPHY 2025-02-28 true 2030-01-01",
                        "p-1 EXAM 2025-02-28 false 2030-01-02",
                        "p-1 CHECK 2025-01-10 false -",
                        "p-1 CALL 2024-03-01 false -",
                        "p-2 PROPHY 2025-05-05 false -",
                        "p-2 EXAM 2024-09-10 false -",
                        "p-2 CHECK - false -",
                        "p-3 - - false -",
                        "p-4/6m!impossible-date",
                        "p-4/bad!not-a-date");
    }

    @Test
    void a_plan_of_many_procedures_is_cut_into_pages_of_a_hundred(@TempDir Path work) throws Exception {
        String procedures = IntStream.rangeClosed(1, 205)
                .mapToObj(i -> "x-" + i + ",p-1,1.00,t-1," + (206 - i) + "," + (i == 7 ? "invalidated" : "planned"))
                .collect(Collectors.joining("\n"));
        Export export = Export.of(FAMILY)
                .with(
                        "procedures.csv",
                        "procedure_id,patient_id,amount,treatment_plan_id,treatment_plan_order,state\n" + procedures
                                + "\ny-1,p-1,1.00,,,planned\ny-2,p-1,1.00,t-2,,planned\n")
                .with("treatment_plans.csv", "treatment_plan_id,patient_id,name\nt-1,p-1,A\nt-2,p-2,B\nt-3,p-3,C\n");
        assertView(export, work, "plan_lines", "treatment_plan_id page lines patient_id")
                .containsExactly("t-1 1 100 p-1", "t-1 2 100 p-1", "t-1 3 4 p-1", "t-2 1 1 p-2");
        assertView(export, work.resolve("again"), "plan_line", "procedure_id page position")
                .hasSize(205)
                .contains("x-205 1 1", "x-106 1 100", "x-105 2 1", "x-1 3 4", "y-2 1 1")
                .doesNotContain("x-7 2 99");
    }

    @Test
    void a_plan_costs_what_it_says_or_what_its_procedures_cost(@TempDir Path work) throws Exception {
        Export export = Export.of(FAMILY)
                .with(
                        "treatment_plans.csv",
                        "treatment_plan_id,patient_id,name,total_amount,insurance_estimate\n"
                                + "t-1,p-1,A,99.00,\nt-2,p-1,B,,5.00\nt-3,p-1,C,,\nt-4,p-1,D,,\n")
                .with("procedures.csv", """
                        procedure_id,patient_id,treatment_plan_id,amount,insurance_estimate_primary,insurance_estimate_secondary,state
                        1,p-1,t-1,0.10,0.10,,planned
                        2,p-1,t-1,0.20,0.20,0.05,planned
                        3,p-1,t-2,1000000.01,,,planned
                        4,p-1,t-2,0.02,,,completed
                        5,p-1,t-2,7.00,,,invalidated
                        6,p-1,t-4,"1,000.00",,,planned
                        """);
        assertView(export, work, "plan", "treatment_plan_id lines total_amount insurance_estimate")
                .containsExactly("t-1 2 99.00 0.35", "t-2 2 1000000.03 5.00", "t-3 0 - -", "t-4!not-a-number");
    }

    @Test
    void adjustments_count_where_they_belong_to_a_procedure_of_the_plan(@TempDir Path work) throws Exception {
        Export export = Export.of(FAMILY)
                .with("treatment_plans.csv", "treatment_plan_id,patient_id,name\nt-1,p-1,A\nt-2,p-1,B\n")
                .with(
                        "procedures.csv",
                        "procedure_id,patient_id,treatment_plan_id,amount\n1,p-1,t-1,1.00\n2,p-1,t-2,1.00\n")
                .with("ledger.csv", """
                        entry_id,patient_id,guarantor_id,entry_date,kind,amount,procedure_id
                        1,p-1,p-1,2024-01-01,adjustment,-10.10,1
                        2,p-1,p-1,2024-01-01,write_off,-0.20,1
                        3,p-1,p-1,2024-01-01,charge,500.00,1
                        4,p-1,p-1,2024-01-01,adjustment,-7.00,
                        """);
        assertView(export, work, "plan_adjustment", "treatment_plan_id adjustment")
                .containsExactly("t-1 -10.30");
    }

    @Test
    void a_familys_balance_shows_on_its_newest_open_plan_alone(@TempDir Path work) throws Exception {
        Export export = Export.of(FAMILY)
                .with("treatment_plans.csv", """
                        treatment_plan_id,patient_id,name,status,created_date
                        t-1,p-1,A,accepted,2024-01-01
                        t-2,p-2,B,proposed,2024-03-01
                        t-3,p-1,C,completed,2024-05-01
                        t-4,p-3,D,in_progress,
                        """)
                .with(
                        "guarantor_balances.csv",
                        "guarantor_id,balance_0_30,balance_31_60,balance_61_90,balance_over_90\n"
                                + "p-1,0.10,0.20,-0.30,98.00\np-3,1.00,0.00,0.00,0.00\np-9,5.00,0.00,0.00,0.00\n");
        assertView(export, work, "guarantor_balance_on_plan", "treatment_plan_id guarantor_id balance")
                .containsExactly("t-2 p-1 98.00", "t-4 p-3 1.00");
    }

    @Test
    void plans_of_one_carrier_are_one_carrier(@TempDir Path work) throws Exception {
        Export export = Export.of(FAMILY)
                .with("insurance_plans.csv", """
                        plan_id,carrier_id,carrier_name,payer_id,group_number,city,address_1
                        1,c-1,Prairie Cover,00001,G1,,
                        2,c-1,Prairie Dental Cover,00001,G2,Tulsa,1 Main Street
                        3,,Delta Example,00002,G3,,
                        4,,DELTA EXAMPLE,00002,G3,,
                        5,,Delta Example,,,,
                        """)
                .with("patient_insurance.csv", "patient_id,rank,kind,plan_id\np-1,primary,dental,4\n");
        assertView(export, work, "carrier", "carrier_key city group_numbers plans")
                .containsExactly("c-1 Tulsa G1, G2 2", "deltaexample / 00002 - G3 2", "deltaexample - - 1");
        assertView(export, work.resolve("again"), "patient_cover", "patient_id carrier_key group_number")
                .containsExactly("p-1 deltaexample / 00002 G3");
    }

    @Test
    void booked_work_notes_and_images_are_put_in_words(@TempDir Path work) throws Exception {
        Export export = Export.of(FAMILY)
                .with("procedures.csv", "procedure_id,patient_id,amount,procedure_code,tooth\nx-1,p-1,5.00,D1,14\n")
                .with("procedure_codes.csv", "procedure_code,description\nD1,Cleaning\n")
                .with(
                        "appointment_procedures.csv",
                        "appointment_id,seq,procedure_code,procedure_id\n1,1,,x-1\n1,2,D1,\n")
                .with(
                        "clinical_notes.csv",
                        "note_id,patient_id,provider_id,note_at,text\nn-1,p-1,DDS1,2024-01-02T10:00,Fine\n")
                .with("images_manifest.csv", """
                        image_id,patient_id,kind,taken_date,file_name,archive_url
                        1,p-1,xray,2024-01-01,a.dcm,https://archive.example/old
                        2,p-1,photo,2024-02-01,b.jpg,https://archive.example/new
                        3,p-1,xray,2024-03-01,c.dcm,
                        """);
        assertView(export, work, "appointment_line", "seq procedure_code code_description tooth amount")
                .containsExactly("1 D1 Cleaning 14 5.00", "2 D1 Cleaning - -");
        assertView(export, work.resolve("notes"), "patient_note", "note_id note_date provider_name")
                .containsExactly("n-1 2024-01-02 Rivera");
        assertView(export, work.resolve("images"), "image_archive", "patient_id images archive_url last_taken")
                .containsExactly("p-1 3 https://archive.example/new 2024-03-01");
    }

    @Test
    void ledgers_that_do_not_add_up_and_open_claims_are_found(@TempDir Path work) throws Exception {
        Export export = Export.of(FAMILY)
                .with("ledger.csv", """
                        entry_id,patient_id,guarantor_id,entry_date,kind,amount
                        1,p-1,p-1,2024-01-01,charge,0.10
                        2,p-1,p-1,2024-01-01,charge,0.20
                        3,p-3,p-3,2024-01-01,charge,5.00
                        """)
                .with(
                        "guarantor_balances.csv",
                        "guarantor_id,balance_0_30,balance_31_60,balance_61_90,balance_over_90\n"
                                + "p-1,0.30,0.00,0.00,0.00\np-3,4.99,0.00,0.00,0.00\np-9,0.00,0.00,0.00,0.00\n")
                .with("claims.csv", "claim_id,patient_id,status\nc-1,p-1,sent\nc-2,p-1,received\nc-3,p-1,closed\n");
        try (Practice practice = Practice.staged(export.folder(work), work)) {
            assertThat(practice.finding("balance-differs"))
                    .extracting(Finding::severity, Finding::count, Finding::keys)
                    .containsExactly(Finding.Severity.NOTE, 1L, List.of("p-3"));
            assertThat(practice.finding("claim-in-flight"))
                    .extracting(Finding::severity, Finding::count, Finding::keys)
                    .containsExactly(Finding.Severity.STOP, 1L, List.of("c-1"));
        }
    }

    /** The rows of a view as texts of the named columns, {@code -} for nothing; then what of it is set aside. */
    private static org.assertj.core.api.ListAssert<String> assertView(
            Export export, Path work, String view, String columns) throws Exception {
        try (Practice practice = Practice.staged(export.folder(work), work)) {
            SourceObject object = practice.staging.layout().object(view);
            Set<String> all =
                    object.columns().stream().map(Column::name).collect(Collectors.toCollection(LinkedHashSet::new));
            var reading = reading(view, all, identity(object.key().toArray(String[]::new)), List.of(), List.of());
            List<String> rows = practice.read(reading, Pass.LEADERS).stream()
                    .map(r -> text(r.fields(), columns))
                    .collect(Collectors.toList());
            practice.problems(reading)
                    .forEach(p -> rows.add(p.key() + "!" + p.problem().code()));
            return assertThat(rows);
        }
    }

    private static String text(Map<String, Object> fields, String columns) {
        return Arrays.stream(columns.split(" "))
                .map(c -> String.valueOf(fields.getOrDefault(c, "-")))
                .collect(Collectors.joining(" "));
    }
}
