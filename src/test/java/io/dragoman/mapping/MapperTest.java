package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.model.Money;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.Screened;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetRecord;
import io.dragoman.privacy.Screen;
import io.dragoman.privacy.Tokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapperTest {
    private static final Policy EVERYTHING = new Policy(Policy.Mode.BAA, EnumSet.allOf(PhiClass.class), null);
    private final Mappings mappings = Sketch.mappings();
    private final List<String> notes = new ArrayList<>();

    @Test
    void a_record_becomes_what_the_mapping_says() {
        TargetRecord person = map(
                mappings,
                "patient-to-person",
                EVERYTHING,
                Map.of(
                        "patient_id", "p-1",
                        "first_name", "Ada",
                        "last_name", "Example",
                        "home_phone", "(918) 555-0130",
                        "birth_date", "1988-04-12",
                        "recall_code", "PRO",
                        "primary_provider_id", "dr-7"));

        assertThat(person.kind()).isEqualTo("person");
        assertThat(person.keptAs()).isEqualTo("p-1");
        assertThat(person.fields())
                .isEqualTo(Map.of(
                        "name", "Ada Example", "phones", List.of(Map.of("value", "+19185550130", "label", "home"))));
        assertThat(person.customFields())
                .isEqualTo(Map.of(
                        "Missing_Email__c", "Yes",
                        "Birth_Date__c", LocalDate.of(1988, 4, 12),
                        "Recall_Type__c", "Prophy",
                        "Alerts__c", BigDecimal.ZERO,
                        "Source_Patient_ID__c", "p-1"));
        assertThat(person.references()).singleElement().satisfies(owner -> {
            assertThat(owner.row().target()).isEqualTo("owner");
            assertThat(owner.keys()).containsExactly("dr-7");
        });
    }

    @Test
    void a_watcher_is_told_each_step_and_changes_nothing() {
        List<String> told = new ArrayList<>();
        Transforms watched =
                Transforms.standard().watched((step, in, out) -> told.add(step.transform() + ": " + in + " to " + out));
        Mapper mapper = new Mapper(mappings, watched, Surroundings.EXAMPLE);
        SourceRecord source = new SourceRecord(
                "patient", "p-1", 1, Map.of("patient_id", "p-1", "first_name", "Ada", "last_name", "Example"), null);
        Screened screened = new Screen(EVERYTHING, new Tokens(new byte[32]), mappings::kindOf)
                .screen(source, mappings.get("patient-to-person"));
        TargetRecord person = mapper.map(screened, "patient-to-person");
        assertThat(told).contains("join-words: [Ada, Example] to Ada Example");
        assertThat(person)
                .isEqualTo(new Mapper(mappings, Transforms.standard(), Surroundings.EXAMPLE)
                        .map(screened, "patient-to-person"));
    }

    @Test
    void lines_see_their_child_and_then_the_record() {
        TargetRecord lines = map(
                mappings,
                "plan-to-deal-lines",
                EVERYTHING,
                Map.of(
                        "plan_id", "t-1",
                        "name", "Crown",
                        "procedures", List.of(Map.of("amount", "10.00", "tooth", "14"), Map.of("amount", "0.50"))));

        assertThat(lines.keptAs()).isNull();
        assertThat(lines.lines())
                .extracting(TargetRecord.Line::fields)
                .containsExactly(
                        Map.of(
                                "item_price",
                                new Money(new BigDecimal("10.00"), "USD"),
                                "quantity",
                                BigDecimal.ONE,
                                "comments",
                                "14, Crown"),
                        Map.of(
                                "item_price",
                                new Money(new BigDecimal("0.50"), "USD"),
                                "quantity",
                                BigDecimal.ONE,
                                "comments",
                                "Crown"));
    }

    @Test
    void a_problem_names_row_record_and_shape_and_never_the_value() {
        RecordProblem thrown = catchThrowableOfType(
                RecordProblem.class,
                () -> map(
                        mappings,
                        "patient-to-person",
                        EVERYTHING,
                        Map.of("patient_id", "p-4", "last_name", "Example", "recall_code", "ORT")));

        assertThat(thrown.problem().toString())
                .isEqualTo("value-not-mapped: patient-to-person.yaml:34 \"Recall_Type__c\": dentrix.patient p-4: has a"
                        + " 3-letter text in recall_code that values does not list. Add it, or set if-unknown.")
                .doesNotContain("ORT");
    }

    @Test
    void a_field_that_must_not_be_empty_sets_the_record_aside() {
        RecordProblem thrown = catchThrowableOfType(
                RecordProblem.class, () -> map(mappings, "patient-to-person", EVERYTHING, Map.of("patient_id", "p-4")));

        assertThat(thrown.problem().code()).isEqualTo("missing-value");
        assertThat(thrown.problem().advice()).startsWith("has nothing in first_name, last_name ");
    }

    @Test
    void a_cut_text_is_noted_by_its_row() {
        map(
                mappings,
                "patient-to-person",
                EVERYTHING,
                Map.of(
                        "patient_id", "p-4",
                        "last_name", "Example",
                        "alerts", List.of(Map.of("kind", "allergy", "description", "x".repeat(30)))));

        assertThat(notes).containsExactly("truncated Allergy_Alert__c");
    }

    @Test
    void a_table_of_the_migration_is_asked_first() {
        Overrides overrides =
                new Overrides(Map.of("recall-codes", Map.of("ORT", "Exam")), Map.of(), Map.of(), Map.of());

        TargetRecord person = map(
                mappings,
                "patient-to-person",
                EVERYTHING,
                Map.of("patient_id", "p-4", "last_name", "Example", "recall_code", "ORT"),
                overrides);

        assertThat(person.customFields()).containsEntry("Recall_Type__c", "Exam");
    }

    @Test
    void a_withheld_row_is_not_there_and_a_token_stands_for_a_pseudonym() {
        Policy pseudonymous = new Policy(Policy.Mode.PSEUDONYMOUS, Set.of(), null);

        TargetRecord person = map(
                mappings,
                "patient-to-person",
                pseudonymous,
                Map.of(
                        "patient_id", "p-1",
                        "first_name", "Ada",
                        "last_name", "Example",
                        "email", "ada@example.org",
                        "mobile_phone", "(918) 555-0130",
                        "birth_date", "1988-04-12"));

        assertThat(person.fields()).containsOnlyKeys("name", "emails");
        assertThat((String) person.fields().get("name")).matches("id-[0-9a-f]{20}");
        assertThat(String.valueOf(person.fields().get("emails"))).matches("\\[id-[0-9a-f]{20}@pseudonym\\.invalid]");
        assertThat(person.customFields()).containsOnlyKeys("Source_Patient_ID__c");
    }

    @Test
    void several_values_do_not_fit_a_field_for_one(@TempDir Path folder) throws IOException {
        Sketch.changed(folder, "patient-to-person.yaml", "as: [join-words], phi: identity", "phi: identity");
        Mappings changed = MappingFolder.read(folder, Sketch.catalog());

        RecordProblem thrown = catchThrowableOfType(
                RecordProblem.class,
                () -> map(
                        changed,
                        "patient-to-person",
                        EVERYTHING,
                        Map.of("patient_id", "p-1", "first_name", "Ada", "last_name", "Example")));

        assertThat(thrown.problem().code()).isEqualTo("several-values");
    }

    @Test
    void a_gather_without_children_holds_its_position_among_several(@TempDir Path folder) throws IOException {
        Sketch.changed(
                folder,
                "patient-to-person.yaml",
                "{ from: guarantor_id, through: guarantor-to-household }",
                "{ from: [alerts.kind, guarantor_id], through: [guarantor-to-household, guarantor-to-household] }");
        Mappings changed = MappingFolder.read(folder, Sketch.catalog());

        TargetRecord person = map(
                changed,
                "patient-to-person",
                EVERYTHING,
                Map.of("patient_id", "p-1", "last_name", "Example", "guarantor_id", "p-2", "alerts", List.of()));

        assertThat(person.references())
                .filteredOn(reference -> reference.row().target().equals("organization"))
                .singleElement()
                .satisfies(reference -> assertThat(reference.keys()).containsExactly(null, "p-2"));
    }

    private TargetRecord map(Mappings all, String name, Policy policy, Map<String, Object> fields) {
        return map(all, name, policy, fields, Overrides.NONE);
    }

    private TargetRecord map(
            Mappings all, String name, Policy policy, Map<String, Object> fields, Overrides overrides) {
        Surroundings example = Surroundings.EXAMPLE;
        Mapper mapper = new Mapper(
                all,
                Transforms.standard(),
                new Surroundings(example.region(), example.zone(), example.currency(), overrides),
                (code, row) -> notes.add(code + " " + row.target()));
        String key = String.valueOf(fields.getOrDefault("patient_id", fields.get("plan_id")));
        SourceRecord record = new SourceRecord(all.get(name).sourceObject(), key, 1, new HashMap<>(fields), null);
        Screen screen = new Screen(policy, new Tokens(new byte[32]), all::kindOf);
        return mapper.map(screen.screen(record, all.get(name)), name);
    }
}
