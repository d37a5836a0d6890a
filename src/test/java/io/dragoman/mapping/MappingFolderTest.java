package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.dragoman.model.Mapping;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFolderTest {
    private static final String PERSON = "patient-to-person.yaml";

    private final Path folder;

    MappingFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_good_folder_is_read_in_the_order_of_its_links() {
        Mappings mappings = Sketch.mappings();

        assertThat(mappings.phases())
                .extracting(Mapping::name)
                .containsExactly(
                        "guarantor-to-household",
                        "provider-to-user",
                        "patient-to-person",
                        "plan-to-deal",
                        "plan-to-deal-lines");
        assertThat(mappings.get("patient-to-person").rows())
                .extracting(Mapping.Row::target)
                .startsWith("name", "emails", "phones")
                .endsWith("owner", "organization");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            unknown-key               | fields:                      | feilds:                       | patient-to-person.yaml:26:1 | did you mean "fields"?
            unknown-key               | if-missing: quarantine       | if-mising: quarantine         | patient-to-person.yaml:27:75 | did you mean "if-missing"?
            missing-key               | , phi: contact }             | }                             | patient-to-person.yaml:28:3 | needs "phi": none, identity, contact, insurance
            unknown-word              | phi: identity                | phi: idendity                 | patient-to-person.yaml:27:60 | did you mean "identity"?
            wrong-type                | title: Patients become People | title: [a]                   | patient-to-person.yaml:2:1 | "title" must be a text
            wrong-shape               | from: dentrix.patient        | from: dentrix                 | patient-to-person.yaml:3:1 | must match
            duplicate-key             | title: Patients become People | title: a\\ntitle: b          | patient-to-person.yaml:3:1 | first at line 2
            bad-yaml                  | title: Patients become People | title: a\\n\\tb: c           | patient-to-person.yaml:3:1 | tab
            bad-yaml                  | title: Patients              | title: "Patients             | patient-to-person.yaml:10:52 | no YAML
            unknown-source-object     | from: dentrix.patient        | from: dentrix.patience        | patient-to-person.yaml:3:1 | did you mean "patient"?
            unknown-source-object     | from: dentrix.patient        | from: dentrics.patient        | patient-to-person.yaml:3:1 | did you mean "dentrix"?
            unknown-source-field      | from: birth_date             | from: birthdate               | patient-to-person.yaml:33:3 | did you mean "birth_date"?
            unknown-source-field      | column: description          | column: descripton            | patient-to-person.yaml:40:3 | did you mean "description"?
            unknown-source-field      | survivor: duplicate_of_id    | survivor: duplicate_of        | patient-to-person.yaml:8:1 | no column "duplicate_of"
            unknown-source-field      | status: [deleted]            | state: [deleted]              | patient-to-person.yaml:16:13 | no column "state"
            unknown-source-field      | order: [-start_date]         | order: [-started]             | patient-to-person.yaml:23:5 | no column "started"
            unknown-source-field      | p-2, last_name               | p-2, surname                  | patient-to-person.yaml:62:5 | no column "surname"
            unknown-source-field      | ssn: Never                   | snn: Never                    | patient-to-person.yaml:52:3 | did you mean "ssn"?
            unknown-target-kind       | to: pipedrive.person         | to: pipedrive.persona         | patient-to-person.yaml:4:1 | did you mean "person"?
            unknown-target-field      | phones: {                    | phoness: {                    | patient-to-person.yaml:29:3 | did you mean "phones"?
            unknown-target-field      | withheld: [Allergy_Alert__c  | withheld: [Alergy_Alert__c    | patient-to-person.yaml:65:5 | did you mean "Allergy_Alert__c"?
            unknown-transform         | [lower-case, email]          | [lowercase, email]            | patient-to-person.yaml:28:31 | did you mean "lower-case"?
            bad-argument              | { truncate: 20 }             | { truncate: many }            | patient-to-person.yaml:43:85 | takes a whole number
            bad-argument              | as: [count]                  | as: [first]                   | patient-to-person.yaml:45:3 | use pick, count or sum
            bad-argument              | column: description          | columm: description           | patient-to-person.yaml:43:10 | pick does not know columm; did you mean "column"?
            option-not-listed         | PER: Perio maintenance       | PER: Perio                    | patient-to-person.yaml:38:10 | "Perio" comes out here
            options-needed            | options: ["Yes"],            |                               | patient-to-person.yaml:32:3 | needs options
            unknown-mapping           | through: provider-to-user    | through: providers-to-user    | patient-to-person.yaml:48:3 | did you mean "provider-to-user"?
            unknown-mapping           | { provider-to-user: { dr-7   | { provider: { dr-7            | patient-to-person.yaml:56:5 | no mapping "provider"
            link-kind-differs         | through: guarantor-to-household | through: provider-to-user  | patient-to-person.yaml:49:3 | takes a organization, and provider-to-user writes a user
            link-count-differs        | from: guarantor_id, through  | from: [guarantor_id, ssn], through | patient-to-person.yaml:49:3 | same number
            field-neither-used-nor-left-behind | ssn: Never leaves Dentrix. | duplicate_of_id: no.   | patient-to-person.yaml:51:1 | nobody uses ssn
            used-and-left-behind      | ssn: Never                   | email: Never                  | patient-to-person.yaml:52:3 | uses it as well
            required-field-not-mapped | name: { from: [first_name    | names: { from: [first_name    | patient-to-person.yaml:4:1 | cannot be made without "name"
            example-claims-nothing    | left-out: true               |                               | patient-to-person.yaml:82:5 | Say what comes out
            """)
    void a_mistake_is_told_with_its_place(String code, String from, String to, String place, String advice)
            throws IOException {
        String mistake = to == null ? "" : to.replace("\\n", "\n").replace("\\t", "\t");
        Sketch.changed(folder, PERSON, from, mistake);

        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place()).startsWith(place);
            assertThat(problem.advice()).contains(advice);
        });
    }

    @Test
    void all_mistakes_of_all_files_are_told_at_once_in_their_order() throws IOException {
        Sketch.changed(folder, PERSON, "[lower-case, email]", "[lowercase, email]");
        Files.writeString(folder.resolve("provider-to-user.yaml"), "title: Providers\nfrom: dentrix.provider\n");

        assertThat(problems())
                .extracting(Problem::code, Problem::place)
                .containsExactly(
                        tuple("unknown-transform", "patient-to-person.yaml:28:31"),
                        tuple("missing-key", "provider-to-user.yaml:1:1"),
                        tuple("missing-key", "provider-to-user.yaml:1:1"));
    }

    @Test
    void mappings_that_link_in_a_circle_cannot_be_ordered() throws IOException {
        Sketch.changed(
                folder,
                "guarantor-to-household.yaml",
                "custom-fields:",
                "custom-fields:\n  Head: { type: person, from: patient_id, through: patient-to-person, phi: contact }");

        assertThat(problems())
                .filteredOn(problem -> problem.code().equals("phase-circle"))
                .extracting(Problem::place)
                .containsExactly("guarantor-to-household.yaml:1:1", "patient-to-person.yaml:47:1");
    }

    @Test
    void a_custom_field_has_one_type_in_all_mappings_of_a_kind() throws IOException {
        Sketch.changed(folder, PERSON, "ssn: Never leaves Dentrix.", "ssn: Never.");
        Files.writeString(folder.resolve("provider-to-person.yaml"), """
                title: Providers become People
                from: dentrix.provider
                to: pipedrive.person
                identity: { lineage: provider_id }
                fields:
                  name: { from: email, phi: none }
                custom-fields:
                  Birth_Date__c: { type: text, from: email, phi: none }
                """);

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("field-type-differs");
            assertThat(problem.place()).isEqualTo("provider-to-person.yaml:8:3");
            assertThat(problem.advice()).contains("patient-to-person.yaml:33");
        });
    }

    @Test
    void a_whole_object_can_be_left_behind() throws IOException {
        Sketch.changed(folder, PERSON, "medical_alert.alert_id:", "medical_alert.*:");

        assertThat(MappingFolder.read(folder, Sketch.catalog()).all()).hasSize(5);
    }

    @Test
    void no_stays_text() throws IOException {
        Sketch.changed(folder, PERSON, "title: Patients become People", "title: NO");

        assertThat(MappingFolder.read(folder, Sketch.catalog())
                        .get("patient-to-person")
                        .title())
                .isEqualTo("NO");
    }

    @Test
    void a_table_of_the_migration_brings_its_labels_and_another_hash() {
        Overrides overrides = new Overrides(
                Map.of("recall-codes", Map.of("ORT", "Ortho check")),
                Map.of(),
                Map.of(),
                Map.of("Treatment plans", List.of("Proposed", "Accepted", "Done")));
        Mappings plain = Sketch.mappings();
        Mappings overridden =
                MappingFolder.read(Path.of("src/test/resources/mapping/sketch"), Sketch.catalog(), overrides);

        assertThat(overridden.get("patient-to-person").rows())
                .filteredOn(row -> row.target().equals("Recall_Type__c"))
                .singleElement()
                .satisfies(row -> assertThat(row.options())
                        .containsExactly("Prophy", "Perio maintenance", "Exam", "Ortho check"));
        assertThat(overridden.get("plan-to-deal").pipelines())
                .containsEntry("Treatment plans", List.of("Proposed", "Accepted", "Done"));
        assertThat(overridden.hash()).isNotEqualTo(plain.hash());
        assertThat(Sketch.mappings().hash()).isEqualTo(plain.hash());
    }

    @Test
    void pipelines_may_be_those_of_the_source() throws IOException {
        Path drawn = Sketch.changed(
                folder,
                "plan-to-deal.yaml",
                "pipelines: { Treatment plans: [Proposed, Accepted] }",
                "pipelines-from: { object: dentrix.treatment_plan, pipeline: name, stage: status }");

        Mappings mappings = MappingFolder.read(drawn, Sketch.catalog());

        Policy everything = new Policy(Policy.Mode.BAA, EnumSet.allOf(PhiClass.class), null);
        assertThat(SchemaNeeds.of(mappings, everything).drawn())
                .singleElement()
                .satisfies(one -> assertThat(one.columns())
                        .containsExactly("dentrix.treatment_plan.name", "dentrix.treatment_plan.status"));
    }

    @Test
    void a_column_that_pipelines_come_from_must_be_there() throws IOException {
        Path drawn = Sketch.changed(
                folder,
                "plan-to-deal.yaml",
                "pipelines: { Treatment plans: [Proposed, Accepted] }",
                "pipelines-from: { object: dentrix.treatment_plan, pipeline: name, stage: state }");

        UserProblems thrown =
                catchThrowableOfType(UserProblems.class, () -> MappingFolder.read(drawn, Sketch.catalog()));

        assertThat(thrown.problems()).extracting(Problem::code).containsExactly("unknown-source-field");
    }

    @Test
    void an_override_that_meets_nothing_is_told() {
        Overrides slips = new Overrides(
                Map.of("recall-cods", Map.of("ORT", "Exam")),
                Map.of("archive", "https://archive.example/"),
                Map.of("patients", Map.of("ssn", "no")),
                Map.of("Plans", List.of("Open")));

        UserProblems thrown = catchThrowableOfType(
                UserProblems.class,
                () -> MappingFolder.read(Path.of("src/test/resources/mapping/sketch"), Sketch.catalog(), slips));

        assertThat(thrown.problems())
                .extracting(Problem::code, Problem::place)
                .containsExactly(
                        tuple("unknown-override", "overrides.left-behind"),
                        tuple("unknown-override", "overrides.links"),
                        tuple("unknown-override", "overrides.pipelines"),
                        tuple("unknown-override", "overrides.values"));
        assertThat(thrown).hasMessageContaining("did you mean \"recall-codes\"?");
    }

    @Test
    void a_stage_that_no_pipeline_has_is_told() throws IOException {
        Sketch.changed(folder, "plan-to-deal.yaml", "accepted: Accepted", "accepted: Agreed");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("stage-not-listed");
            assertThat(problem.advice()).contains("\"Agreed\"");
        });
    }

    @Test
    void a_stage_that_an_override_gives_and_no_pipeline_has_is_told_by_file_and_line() throws IOException {
        Path files = Sketch.changed(
                folder,
                "plan-to-deal.yaml",
                "values: { proposed: Proposed, accepted: Accepted, \"\": Proposed }",
                "values: { named: stages, table: { proposed: Proposed } }");
        Overrides overrides = new Overrides(Map.of("stages", Map.of("held", "Agreed")), Map.of(), Map.of(), Map.of());

        UserProblems thrown =
                catchThrowableOfType(UserProblems.class, () -> MappingFolder.read(files, Sketch.catalog(), overrides));

        assertThat(thrown.problems())
                .filteredOn(problem -> problem.code().equals("stage-not-listed"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).startsWith("plan-to-deal.yaml:10:"))
                .satisfies(problem -> assertThat(problem.advice()).contains("\"Agreed\"", "overrides.values.stages"));
    }

    @Test
    void an_empty_folder_has_no_mappings() {
        assertThat(problems()).extracting(Problem::code).containsExactly("no-mappings");
    }

    private List<Problem> problems() {
        UserProblems thrown =
                catchThrowableOfType(UserProblems.class, () -> MappingFolder.read(folder, Sketch.catalog()));
        assertThat(thrown).as("problems").isNotNull();
        return thrown.problems();
    }
}
