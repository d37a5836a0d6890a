package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Problem;
import io.dragoman.privacy.Screen;
import io.dragoman.privacy.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleRunnerTest {
    private static final Tokens TOKENS = new Tokens(new byte[32]);

    @Test
    void all_examples_of_the_sketch_hold() {
        assertThat(failures(Sketch.mappings())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phones: ["+15550100100"]       | phones: ["+15550100101"]     | phones should be [+15550100101]
            owner: 42,                     | owner: 43,                   | owner should be 43 and is 42
            Birth_Date__c: 1988-04-12, owner | Birth_Date__c: 1988-04-13, owner | Birth_Date__c should be
            Missing_Email__c: null         | Missing_Email__c: "Yes"      | is not there
            withheld: [Allergy_Alert__c, Alerts__c] | withheld: [name]    | withheld are
            quarantined: value-not-mapped  | quarantined: missing-value   | it was set aside: value-not-mapped
            quarantined: link-missing      | expect: { name: Example }    | it was set aside: link-missing
            quarantined: link-missing      | left-out: true               | no leave-out rule applies
            left-out: true                 | expect: { name: Example }    | a leave-out rule applies
            Alerts__c: 3                   | Alerts__c: 2                 | Alerts__c should be 2 and is 3
            recall_code: ORT               | recall_code: PRO             | was not set aside as value-not-mapped
            given: { patient_id: p-6,      | given: {                     | given needs patient_id
            """)
    void an_example_that_does_not_hold_is_told(String from, String to, String told, @TempDir Path folder)
            throws IOException {
        Sketch.changed(folder, "patient-to-person.yaml", from, to);

        assertThat(failures(MappingFolder.read(folder, Sketch.catalog())))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("example-failed");
                    assertThat(problem.place()).startsWith("patient-to-person.yaml:");
                    assertThat(problem.advice()).contains(told);
                });
    }

    private static List<Problem> failures(Mappings mappings) {
        return new ExampleRunner(
                        mappings, Transforms.standard(), policy -> new Screen(policy, TOKENS, mappings::kindOf)::screen)
                .run();
    }
}
