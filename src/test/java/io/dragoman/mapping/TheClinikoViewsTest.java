package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dragoman.model.SourceRecord;
import io.dragoman.staging.Layout;
import io.dragoman.staging.Layouts;
import io.dragoman.staging.Pass;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the Cliniko mappings read of staged lists, through their own readings. */
class TheClinikoViewsTest extends OnStagedRows {
    private static final Layout LAYOUT = Layouts.read(Path.of("routes/systems/cliniko"));
    private static final Mappings MAPPINGS = Shipped.from("cliniko");

    TheClinikoViewsTest() {
        super(LAYOUT, MAPPINGS);
    }

    @Test
    void merged_patients_follow_the_survivor_through_a_chain_and_a_circle_joins_nobody() {
        stage(
                "patient",
                "patient_id|first_name|merged_into_id|archived_at",
                "1|Ada||",
                "2|Ada|1|2024-01-01T00:00:00Z",
                "3|Ada|2|2024-01-01T00:00:00Z",
                "4|Bo|5|2024-01-01T00:00:00Z",
                "5|Bo|4|2024-01-01T00:00:00Z",
                "6|Cy|999|2024-01-01T00:00:00Z");
        stage("medical_alert", "medical_alert_id|patient_id|name", "1|3|Latex");
        staging.finish();

        assertThat(read("patient-to-person", Pass.JOINED))
                .extracting(SourceRecord::key, SourceRecord::joins)
                .containsExactlyInAnyOrder(tuple("2", "1"), tuple("3", "1"));
        assertThat(read("patient-to-person", Pass.LEADERS))
                .extracting(SourceRecord::key)
                .containsExactly("1", "4", "5", "6");
        assertThat(gathered("patient-to-person", "alerts", "name")).containsExactly("Latex");
    }

    @Test
    void a_visit_says_what_became_of_it() {
        stage("appointment_type", "appointment_type_id|name", "7|Initial – 60 min (new clients)");
        stage("practitioner", "practitioner_id|first_name|last_name", "8|Priya|Menon");
        stage(
                "individual_appointment",
                "appointment_id|patient_id|practitioner_id|appointment_type_id|starts_at|ends_at|cancelled_at|did_not_arrive|patient_arrived|archived_at",
                "1|1|8|7|2025-04-01T01:00:00Z|2025-04-01T02:00:00Z||false|true|",
                "2|1|8|7|2025-04-01T01:00:00Z|2025-04-01T01:30:00Z|2025-03-31T00:00:00Z|false||",
                "3|1|8|7|2025-04-01T01:00:00Z|2025-04-01T01:30:00Z||true||",
                "4|1|8|7|2025-04-01T01:00:00Z|2025-04-01T01:30:00Z||false||",
                "5|1|8|7|2099-04-01T01:00:00Z|2099-04-01T01:30:00Z||false||",
                "6|1|8|7|2025-04-01T01:00:00Z|2025-04-01T01:30:00Z||false||2025-04-02T00:00:00Z");
        staging.finish();

        assertThat(read("appointment-to-activity", Pass.LEADERS))
                .extracting(
                        one -> one.fields().get("state"),
                        one -> one.fields().get("minutes"),
                        one -> LeaveOuts.rule(MAPPINGS.get("appointment-to-activity"), one)
                                .isPresent())
                .containsExactly(
                        tuple("arrived", "60", false),
                        tuple("cancelled", "30", false),
                        tuple("did-not-arrive", "30", false),
                        tuple("passed", "30", false),
                        tuple("booked", "30", false),
                        tuple("passed", "30", true));
        assertThat(read("appointment-to-activity", Pass.LEADERS).get(0).fields())
                .containsEntry("type_name", "Initial – 60 min (new clients)")
                .containsEntry("practitioner_name", "Priya Menon");
    }

    @Test
    void each_attendee_of_a_group_has_a_visit_and_the_one_of_an_appointment_has_none_beside_it() {
        stage("individual_appointment", "appointment_id|starts_at", "1|2025-04-01T01:00:00Z");
        stage(
                "group_appointment",
                "group_appointment_id|starts_at|ends_at",
                "2|2025-04-10T08:00:00Z|2025-04-10T09:00:00Z");
        stage(
                "attendee",
                "attendee_id|booking_id|patient_id|arrived|cancelled_at",
                "11|1|1|true|",
                "12|2|1|true|",
                "13|2|2||2025-04-09T00:00:00Z",
                "14|2|3|false|",
                "15|2|4||");
        staging.finish();

        assertThat(read("group-attendee-to-activity", Pass.LEADERS))
                .extracting(SourceRecord::key, one -> one.fields().get("state"))
                .containsExactly(
                        tuple("12", "arrived"),
                        tuple("13", "cancelled"),
                        tuple("14", "marked-absent"),
                        tuple("15", "passed"));
    }

    @Test
    void a_note_reads_as_sections_questions_and_chosen_answers_and_its_plain_text_is_no_html() {
        String content = "{\"sections\":[{\"name\":\"Subjective\",\"questions\":["
                + "{\"name\":\"Progress\",\"type\":\"paragraph\",\"answer\":\"<p>Walks <b>further</b>.</p>\"},"
                + "{\"name\":\"Range <90\",\"type\":\"text\",\"answer\":\"5 < 6 & more\"},"
                + "{\"name\":\"Unanswered\",\"type\":\"text\",\"answer\":\"\"}]},"
                + "{\"name\":\"Objective\",\"questions\":[{\"name\":\"Techniques\",\"type\":\"checkboxes\",\"answers\":["
                + "{\"value\":\"Taping\",\"selected\":true},{\"value\":\"Needling\"},{\"value\":\"Massage\",\"selected\":true}],"
                + "\"other\":{\"enabled\":true,\"selected\":true,\"value\":\"Heat pack\"}}]}]}";
        stage(
                "treatment_note",
                "treatment_note_id|patient_id|title|author_name|draft|created_at|content",
                "1|1|Consultation|Priya Menon|false|2025-04-01T02:10:00Z|" + content,
                "2|1|Phone call|Priya Menon|true|2025-04-01T02:10:00Z|");
        staging.finish();

        List<SourceRecord> notes = read("treatment-note-to-note", Pass.LEADERS);

        assertThat(notes.get(0).fields().get("text"))
                .isEqualTo("<p><b>Consultation</b><br>Priya Menon, 2025-04-01 02:10 UTC</p>"
                        + "<h2>Subjective</h2><p><b>Progress</b></p><p>Walks <b>further</b>.</p>"
                        + "<p><b>Range &lt;90</b></p><p>5 &lt; 6 &amp; more</p>"
                        + "<h2>Objective</h2><p><b>Techniques</b></p><p>Taping, Massage, Heat pack</p>");
        assertThat(LeaveOuts.rule(MAPPINGS.get("treatment-note-to-note"), notes.get(1)))
                .isPresent();
    }

    @Test
    void invoices_add_up_for_the_survivor_and_a_credit_counts_against_them_with_and_without_a_minus() {
        stage("patient", "patient_id|first_name|merged_into_id", "1|Ada|", "2|Ada|1");
        stage(
                "invoice",
                "invoice_id|patient_id|issue_date|status|total_amount|closed_at|archived_at",
                "1|1|2025-04-01|20|130.0|2025-04-03T00:12:00Z|",
                "2|2|2025-04-20|10|45.5||",
                "3|1|2025-04-22|40|-20.0||",
                "4|1|2025-04-23|40|5||",
                "5|1|2025-05-01|10|999.0||2025-05-02T00:00:00Z");
        staging.finish();

        assertThat(read("patient-to-person", Pass.LEADERS).get(0).fields())
                .containsEntry(
                        "invoices",
                        List.of(Map.of(
                                "invoices",
                                "2",
                                "invoiced",
                                "150.50",
                                "outstanding",
                                "20.50",
                                "last_invoice_date",
                                "2025-04-20",
                                "last_payment_date",
                                "2025-04-03")));
    }

    @Test
    void insurance_is_found_by_label_and_a_label_nobody_listed_is_told_with_a_proposal() {
        stage(
                "patient",
                "patient_id|first_name|custom_fields",
                "1|Ada|{\"sections\":[{\"name\":\"Insurance coverage\",\"archived\":false,\"fields\":["
                        + "{\"name\":\"Provider\",\"type\":\"radiobuttons\",\"token\":\"a\",\"options\":[{\"name\":\"Bluewater\"},"
                        + "{\"name\":\"Southern\",\"selected\":true}],\"other\":{\"enabled\":true}},"
                        + "{\"name\":\"Certificate no.\",\"type\":\"text\",\"token\":\"b\",\"value\":\"C-1\"},"
                        + "{\"name\":\"Old\",\"type\":\"text\",\"token\":\"c\",\"archived\":true,\"value\":\"x\"}]},"
                        + "{\"name\":\"Sport\",\"fields\":[{\"name\":\"Team\",\"type\":\"text\",\"token\":\"d\",\"value\":\"Reds\"}]}]}",
                "2|Bo|{\"sections\":[{\"name\":\"Insurance coverage\",\"fields\":[{\"name\":\"Provider\",\"token\":\"a\",\"options\":"
                        + "[{\"name\":\"Bluewater\"}],\"other\":{\"enabled\":true,\"selected\":true,\"value\":\"Overseas Cover\"}}]}]}",
                "3|Cy|");
        staging.finish();

        assertThat(gathered("patient-to-person", "insurer", "value")).containsExactly("Southern", "Overseas Cover");
        assertThat(gathered("patient-to-person", "coverage", "label"))
                .containsExactly("Provider", "Certificate no.", "Provider");
        assertThat(finding("insurance-label").keys()).containsExactly("Insurance coverage / Certificate no. -> policy");
        assertThat(finding("custom-field").keys()).containsExactly("Sport / Team");
    }

    @Test
    void an_appointment_type_costs_what_its_billable_items_cost_less_their_discounts() {
        stage("appointment_type", "appointment_type_id|name", "1|Initial", "2|Free chat");
        stage("billable_item", "billable_item_id|name|price", "11|Consultation|110.0", "12|Tape|4.35");
        stage(
                "appointment_type_item",
                "appointment_type_item_id|appointment_type_id|billable_item_id|quantity|discount_percentage|discounted_amount|is_monetary_discount",
                "21|1|11|1.0|10.0||false",
                "22|1|12|2.0||1.5|true");
        staging.finish();

        assertThat(read("appointment-type-to-product", Pass.LEADERS))
                .extracting(one -> one.fields().get("price"))
                .containsExactly("106.20");
    }

    @Test
    void the_log_of_a_patient_holds_what_was_exchanged_and_nothing_a_spreadsheet_would_carry_out() throws Exception {
        stage("patient", "patient_id|first_name", "1|Ada");
        stage(
                "communication",
                "communication_id|patient_id|type|category|category_code|direction_code|sender|recipient|subject|text|confidential|created_at|updated_at",
                "1|1|Email|Reminder|1|1||ada@example.com|Tomorrow|See you \"soon\", at nine|false|2025-03-31T03:42:27Z|2025-03-31T03:42:27Z",
                "2|1|SMS|SMS reply|8|2|+14165550101||Re|=HYPERLINK(\"x\")|false|2025-03-30T03:42:27Z|2025-03-30T03:42:27Z",
                "3|1|SMS|Auth code|11|1||||12345|false|2025-03-31T03:42:27Z|2025-03-31T03:42:27Z",
                "4|1|Email|Letter|5|1|||Private|Very private|true|2025-04-01T03:42:27Z|2025-04-01T03:42:27Z");
        staging.finish();

        Map<String, Object> log =
                read("communication-log-to-file", Pass.LEADERS).get(0).fields();
        try (InputStream sheet = staging.sheet(String.valueOf(log.get("content")))) {
            assertThat(new String(sheet.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("\uFEFF" + """
                    "Time (UTC)","Direction","Type","Category","From","To","Subject","Text"\r
                    "2025-03-30T03:42:27Z","received","SMS","SMS reply","'+14165550101",,"Re","'=HYPERLINK(""x"")"\r
                    "2025-03-31T03:42:27Z","sent","Email","Reminder",,"ada@example.com","Tomorrow","See you ""soon"", at nine"\r
                    "2025-04-01T03:42:27Z","sent","Email","Letter",,,,"(confidential, see Cliniko)"\r
                    """);
        }
        assertThat(log).containsEntry("messages", "3").containsEntry("changed_at", "2025-04-01T03:42:27Z");
    }

    @Test
    void who_refused_the_privacy_policy_stays_with_all_that_belongs_to_them() {
        stage("patient", "patient_id|first_name|accepted_privacy_policy", "1|Ada|true", "2|Bo|false", "3|Cy|");
        stage("individual_appointment", "appointment_id|patient_id|starts_at|ends_at", "1|2|2025-01-01T00:00:00Z|");
        stage("attachment", "attachment_id|patient_id|filename|size", "1|2|a.txt|1");
        staging.finish();

        for (String mapping : List.of("appointment-to-activity", "attachment-to-file")) {
            assertThat(read(mapping, Pass.LEADERS))
                    .as(mapping)
                    .allMatch(one -> LeaveOuts.rule(MAPPINGS.get(mapping), one).isPresent());
        }
        assertThat(read("patient-to-person", Pass.LEADERS))
                .filteredOn(one ->
                        LeaveOuts.rule(MAPPINGS.get("patient-to-person"), one).isEmpty())
                .extracting(SourceRecord::key)
                .containsExactly("1", "3");
    }
}
