package io.dragoman.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.mapping.Mappings;
import io.dragoman.mapping.Sketch;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import io.dragoman.model.Screened;
import io.dragoman.model.SourceRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final Tokens TOKENS = new Tokens(new byte[] {7});
    private final Mappings mappings = Sketch.mappings();
    private final Mapping patients = mappings.get("patient-to-person");
    private final SourceRecord ada = new SourceRecord(
            "patient",
            "p-1",
            3,
            Map.of(
                    "patient_id", "p-1",
                    "last_name", "Example",
                    "email", "ada@example.org",
                    "recall_code", "PRO",
                    "status", "active",
                    "ssn", "000-00-0000",
                    "alerts", List.of(Map.of("kind", "allergy", "description", "Penicillin", "note", "rash"))),
            null);

    @Test
    void only_what_kept_rows_use_is_left() {
        Screened screened = screen(Policy.contactOnly(), ada, patients);

        assertThat(screened.record().fields()).containsOnlyKeys("last_name", "email");
        assertThat(screened.withheld()).containsExactlyInAnyOrder("Recall_Type__c", "Allergy_Alert__c", "Alerts__c");
        assertThat(screened.whole()).isFalse();
        assertThat(screened.record().key()).isEqualTo("p-1");
        assertThat(screened.record().row()).isEqualTo(3);
    }

    @Test
    void of_children_only_the_columns_that_are_used_are_left() {
        Screened screened = screen(new Policy(Policy.Mode.BAA, Set.of(PhiClass.CLINICAL), null), ada, patients);

        assertThat(screened.record().fields())
                .containsEntry("alerts", List.of(Map.of("kind", "allergy", "description", "Penicillin")))
                .containsEntry("recall_code", "PRO")
                .doesNotContainKeys("ssn", "status");
    }

    @Test
    void a_record_whose_title_is_withheld_stays_whole() {
        SourceRecord plan =
                new SourceRecord("treatment_plan", "t-1", 1, Map.of("plan_id", "t-1", "name", "Crown"), null);

        assertThat(screen(Policy.contactOnly(), plan, mappings.get("plan-to-deal"))
                        .whole())
                .isTrue();
        assertThat(screen(
                                new Policy(Policy.Mode.BAA, Set.of(PhiClass.CLINICAL), null),
                                plan,
                                mappings.get("plan-to-deal"))
                        .whole())
                .isFalse();
    }

    @Test
    void lines_whose_price_is_withheld_stay_whole() {
        Policy clinical = new Policy(Policy.Mode.BAA, Set.of(PhiClass.CLINICAL), null);
        SourceRecord plan = new SourceRecord("treatment_plan", "t-1", 1, Map.of("plan_id", "t-1"), null);

        Screened screened = screen(clinical, plan, mappings.get("plan-to-deal-lines"));

        assertThat(screened.whole()).isTrue();
        assertThat(screened.withheld()).containsExactly("lines.item_price");
    }

    @Test
    void a_pseudonym_is_the_same_for_the_same_values_and_tells_nothing() {
        Policy pseudonymous = new Policy(Policy.Mode.PSEUDONYMOUS, Set.of(), null);

        Screened screened = screen(pseudonymous, ada, patients);
        Screened again = screen(pseudonymous, ada, patients);

        assertThat(screened.tokens()).isEqualTo(again.tokens()).containsOnlyKeys("name", "emails");
        assertThat(screened.tokens().get("name")).matches("id-[0-9a-f]{20}");
        assertThat(screened.tokens().get("emails")).matches("id-[0-9a-f]{20}@pseudonym\\.invalid");
        assertThat(screened.record().fields()).isEmpty();
        assertThat(screened.withheld()).contains("phones", "Birth_Date__c", "Missing_Email__c");
        assertThat(new Tokens(new byte[] {8}).text(List.of("Example"))).isNotEqualTo(TOKENS.text(List.of("Example")));
    }

    @Test
    void values_that_meet_do_not_make_the_same_token() {
        assertThat(TOKENS.text(List.of("ab", "c"))).isNotEqualTo(TOKENS.text(List.of("a", "bc")));
    }

    @Test
    void a_row_that_reads_nothing_has_no_token() {
        SourceRecord nobody = new SourceRecord("patient", "p-2", 1, new HashMap<>(), null);

        assertThat(screen(new Policy(Policy.Mode.PSEUDONYMOUS, Set.of(), null), nobody, patients)
                        .tokens())
                .isEmpty();
    }

    @Test
    void every_row_of_the_sketch_is_kept_a_token_or_withheld() {
        Screened screened = screen(new Policy(Policy.Mode.PSEUDONYMOUS, Set.of(), null), ada, patients);

        for (Row row : patients.rows()) {
            boolean none = row.phi() == PhiClass.NONE;
            boolean told = screened.withheld().contains(row.target())
                    || screened.tokens().containsKey(row.target());
            assertThat(told || none).as(row.target()).isTrue();
        }
    }

    private Screened screen(Policy policy, SourceRecord record, Mapping mapping) {
        return new Screen(policy, TOKENS, mappings::kindOf).screen(record, mapping);
    }
}
