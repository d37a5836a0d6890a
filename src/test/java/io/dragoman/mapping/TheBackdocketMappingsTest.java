package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The mappings from BackDocket to Pipedrive as they are shipped: they check, their examples hold, and what is protected stays. */
class TheBackdocketMappingsTest {
    private static Mappings mappings;

    @BeforeAll
    static void the_folder_checks() {
        mappings = Shipped.from("backdocket");
    }

    @TestFactory
    Stream<DynamicTest> every_example_holds() {
        return Shipped.examples(mappings);
    }

    @Test
    void notes_and_documents_stay_whole_under_the_default_policy() {
        assertThat(mappings.phases())
                .filteredOn(mapping -> Policy.contactOnly().withholdsWhole(mapping, mappings.kindOf(mapping)))
                .extracting(Mapping::name)
                .containsExactlyInAnyOrder("note-to-note", "document-to-file");
    }

    @Test
    void money_is_financial_everywhere() {
        assertThat(rows().filter(row ->
                        row.as().stream().anyMatch(step -> step.transform().startsWith("money"))))
                .isNotEmpty()
                .allMatch(row -> row.phi() == PhiClass.FINANCIAL);
    }

    @Test
    void what_claimants_tell_is_clinical() {
        assertThat(rows().filter(row -> row.reads().stream()
                        .anyMatch(
                                column -> column.matches("(.*\\.)?(answer|description|value|note|words|content|lines)")
                                        && !column.equals("value"))))
                .isNotEmpty()
                .allMatch(row -> row.phi() == PhiClass.CLINICAL);
    }

    private static Stream<Row> rows() {
        return mappings.all().stream().flatMap(mapping -> Draft.rows(mapping).stream());
    }
}
