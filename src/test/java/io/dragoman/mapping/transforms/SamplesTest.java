package io.dragoman.mapping.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.mapping.Description;
import io.dragoman.mapping.Description.Sample;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform.Prepared;
import io.dragoman.mapping.Transforms;
import io.dragoman.mapping.ValueProblem;
import io.dragoman.model.Mapping.Step;
import io.dragoman.model.Place;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample of every transform's description holds. */
class SamplesTest {
    private static final Transforms TRANSFORMS = Transforms.standard();

    static Stream<Arguments> samples() {
        return TRANSFORMS.descriptions().stream()
                .flatMap(description -> description.samples().stream()
                        .map(sample -> Arguments.of(
                                description.name(), description.samples().indexOf(sample), sample)));
    }

    @ParameterizedTest(name = "{0} sample {1}")
    @MethodSource("samples")
    void a_sample_comes_out_as_described(String name, int number, Sample sample) {
        Prepared prepared = TRANSFORMS.prepare(
                new Step(name, sample.argument(), Place.of("a.yaml")),
                List.of("column-1", "column-2"),
                Surroundings.EXAMPLE);
        if (sample.problem() != null) {
            ValueProblem problem =
                    catchThrowableOfType(ValueProblem.class, () -> prepared.apply(sample.given(), code -> {}));
            assertThat(problem).as("a problem").isNotNull();
            assertThat(problem.code()).isEqualTo(sample.problem());
        } else {
            Object actual = prepared.apply(sample.given(), code -> {});
            if (sample.expected() == null) {
                assertThat(PlainText.nothing(actual)).as("nothing").isTrue();
            } else {
                assertThat(actual).isEqualTo(sample.expected());
            }
        }
    }

    @Test
    void every_transform_has_samples_and_says_what_it_does_with_nothing() {
        for (Description description : TRANSFORMS.descriptions()) {
            assertThat(description.samples()).as(description.name()).isNotEmpty();
            assertThat(description.summary()).as(description.name()).endsWith(".");
            assertThat(description.withNothing()).as(description.name()).endsWith(".");
        }
    }

    @Test
    void there_is_one_transform_for_each_line_of_the_registry() {
        assertThat(TRANSFORMS.names()).hasSize(Standard.transforms().size()).hasSizeGreaterThanOrEqualTo(40);
    }
}
