package io.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids that stand for several records of the target. */
class TargetIdTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8         | 7       | 8
            8,9,10    | 5,6,7   | 8,9,10
            5,6,10    | 5,6,7   | 10
            1/5,6,7,8 | 1/7,8   | 1/5,6
            1/5,6     | 2/7,8   | 1/5,6
            1/5       | 1/6     | 1/5
            """)
    void what_the_other_id_does_not_have_is_left(String id, String other, String left) {
        assertThat(new TargetId(id).without(new TargetId(other))).contains(new TargetId(left));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7    | 7
            5,7  | 5,6,7
            7,6  | 5,6,7
            1/5  | 1/5,6
            """)
    void nothing_is_left_of_what_the_other_has_whole(String id, String other) {
        assertThat(new TargetId(id).without(new TargetId(other))).isEmpty();
    }

    @Test
    void an_id_that_no_number_is_is_one_part() {
        TargetId id = new TargetId("adf21080-0e10-11eb-879b-05d71fb426ec");

        assertThat(id.without(new TargetId("7"))).contains(id);
        assertThat(id.without(id)).isEmpty();
    }
}
