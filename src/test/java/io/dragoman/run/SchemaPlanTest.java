package io.dragoman.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.mapping.SchemaNeeds;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Problem;
import io.dragoman.model.SchemaItem;
import io.dragoman.run.SchemaPlan.Entry;
import io.dragoman.run.SchemaPlan.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaPlanTest {
    private static final SchemaNeeds.Field RECALL = new SchemaNeeds.Field(
            "person", "Recall", FieldType.CHOICE, new LinkedHashSet<>(List.of("Prophy", "Perio")), Set.of());

    private final List<Catalogue.Field> fields = new ArrayList<>();
    private final List<Catalogue.Pipeline> pipelines = new ArrayList<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> retired = new LinkedHashSet<>();
    private final Map<String, String> bound = new HashMap<>();

    @Test
    void a_field_that_is_not_there_is_made_with_its_options() {
        SchemaPlan plan = plan();
        assertThat(plan.missing())
                .first()
                .isEqualTo(
                        new SchemaItem.CustomField("person", "Recall", FieldType.CHOICE, List.of("Prophy", "Perio")));
        assertThat(states(plan)).containsEntry("field/person/Recall", State.TO_MAKE);
    }

    @Test
    void a_field_of_the_name_and_type_is_taken_whoever_made_it_and_only_lacking_options_are_made() {
        fields.add(new Catalogue.Field("Recall", "k1", "choice", Map.of("Prophy", "7")));
        SchemaPlan plan = plan();
        assertThat(plan.bindings())
                .containsEntry("field/person/Recall", "k1")
                .containsEntry("option/person/Recall/Prophy", "7");
        assertThat(plan.missing()).contains(new SchemaItem.MoreOptions("person", "Recall", "k1", List.of("Perio")));
    }

    @Test
    void two_fields_of_one_name_are_said_and_the_first_is_taken() {
        fields.add(new Catalogue.Field("Recall", "k1", "choice", Map.of()));
        fields.add(new Catalogue.Field("Recall", "k2", "choice", Map.of()));
        assertThat(plan().bindings()).containsEntry("field/person/Recall", "k1");
        assertThat(note(plan(), "field/person/Recall")).startsWith("2 of this name");
    }

    @Test
    void of_two_fields_of_one_name_the_bound_one_stays() {
        fields.add(new Catalogue.Field("Recall", "k1", "choice", Map.of()));
        fields.add(new Catalogue.Field("Recall", "k2", "choice", Map.of()));
        bound.put("field/person/Recall", "k2");
        assertThat(plan().bindings()).containsEntry("field/person/Recall", "k2");
    }

    @Test
    void a_field_of_the_name_with_another_type_is_in_the_way() {
        fields.add(new Catalogue.Field("Recall", "k1", "text", Map.of()));
        assertThat(codes(plan().collisions())).containsExactly("field-type-differs");
        assertThat(plan().missing()).doesNotHaveAnyElementsOfTypes(SchemaItem.CustomField.class);
    }

    @Test
    void a_name_that_differs_by_case_or_space_alone_is_in_the_way_until_it_is_waived() {
        fields.add(new Catalogue.Field("re call", "k1", "choice", Map.of()));
        types.put("RECALL visit", "recall_visit");
        SchemaPlan plan = plan();
        assertThat(codes(plan.collisions())).containsExactly("name-nearly-same", "name-nearly-same");
        assertThat(plan.missing()).hasAtLeastOneElementOfType(SchemaItem.CustomField.class);
    }

    @Test
    void a_renamed_field_is_used_by_its_key() {
        fields.add(new Catalogue.Field("Next visit", "k1", "choice", Map.of("Prophy", "7", "Perio", "8")));
        bound.put("field/person/Recall", "k1");
        SchemaPlan plan = plan();
        assertThat(plan.gone()).isEmpty();
        assertThat(plan.bindings()).containsEntry("field/person/Recall", "k1");
        assertThat(states(plan)).containsEntry("field/person/Recall", State.RENAMED);
    }

    @Test
    void a_renamed_option_is_used_by_its_id() {
        fields.add(new Catalogue.Field("Recall", "k1", "choice", Map.of("Cleaning", "7", "Perio", "8")));
        bound.put("field/person/Recall", "k1");
        bound.put("option/person/Recall/Prophy", "7");
        SchemaPlan plan = plan();
        assertThat(plan.bindings()).containsEntry("option/person/Recall/Prophy", "7");
        assertThat(plan.missing()).doesNotHaveAnyElementsOfTypes(SchemaItem.MoreOptions.class);
    }

    @Test
    void what_was_bound_and_deleted_since_is_gone_and_made_again() {
        bound.put("field/person/Recall", "k1");
        bound.put("pipeline/Plans", "3");
        bound.put("stage/Plans/Won", "4");
        bound.put("activity-type/Recall visit", "recall_visit");
        SchemaPlan plan = plan();
        assertThat(codes(plan.gone()))
                .containsExactly("field-gone", "pipeline-gone", "stage-gone", "activity-type-gone");
        assertThat(plan.missing()).extracting(SchemaItem::name).contains("field/person/Recall", "stage/Plans/Won");
    }

    @Test
    void an_option_that_was_deleted_is_gone_and_made_again() {
        fields.add(new Catalogue.Field("Recall", "k1", "choice", Map.of("Perio", "8")));
        bound.put("field/person/Recall", "k1");
        bound.put("option/person/Recall/Prophy", "7");
        assertThat(codes(plan().gone())).containsExactly("option-gone");
        assertThat(plan().missing()).contains(new SchemaItem.MoreOptions("person", "Recall", "k1", List.of("Prophy")));
    }

    @Test
    void stages_are_looked_for_in_their_own_pipeline() {
        pipelines.add(new Catalogue.Pipeline("Sales", "1", Map.of("Won", "11")));
        pipelines.add(new Catalogue.Pipeline("Plans", "2", Map.of()));
        assertThat(plan().missing()).contains(new SchemaItem.Stage("Plans", "Won"));
        assertThat(plan().bindings()).containsEntry("pipeline/Plans", "2");
    }

    @Test
    void an_activity_type_that_was_retired_is_made_anew_and_said() {
        retired.add("activity-type/Recall visit");
        assertThat(plan().missing()).contains(new SchemaItem.ActivityType("Recall visit"));
        assertThat(note(plan(), "activity-type/Recall visit")).contains("stays deleted");
    }

    private SchemaPlan plan() {
        SchemaNeeds needs = new SchemaNeeds(
                List.of(RECALL), Map.of("Plans", List.of("Won")), List.of("Recall visit"), List.of(), Set.of());
        Catalogue catalogue = new Catalogue(
                "acme", "USD", Map.of("person", List.copyOf(fields)), pipelines, types, Map.of(), retired, List.of());
        return SchemaPlan.of(
                needs,
                field -> List.copyOf(field.options()),
                catalogue,
                (theirs, ours) -> theirs.equals(ours.word()),
                name -> Optional.ofNullable(bound.get(name)));
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    private static Map<String, State> states(SchemaPlan plan) {
        Map<String, State> states = new HashMap<>();
        plan.checklist().forEach(entry -> states.put(entry.name(), entry.state()));
        return states;
    }

    private static String note(SchemaPlan plan, String name) {
        return plan.checklist().stream()
                .filter(entry -> entry.name().equals(name))
                .map(Entry::note)
                .findFirst()
                .orElseThrow();
    }
}
