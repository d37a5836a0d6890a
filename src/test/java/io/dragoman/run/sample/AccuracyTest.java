package io.dragoman.run.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.PhiClass;
import io.dragoman.model.Place;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    private final Accuracy accuracy = new Accuracy();

    @Test
    void only_all_is_a_hundred_per_cent() {
        assertThat(new Accuracy.Count(100_000, 99_999).share()).isEqualTo("99.99 %");
        assertThat(new Accuracy.Count(3, 3).share()).isEqualTo("100.00 %");
        assertThat(new Accuracy.Count(0, 0).share()).isEqualTo("100.00 %");
        assertThat(new Accuracy.Count(1000, 5).share()).isEqualTo("0.50 %");
    }

    @Test
    void the_lines_of_a_record_count_under_the_row_that_makes_them() {
        count("lines.1.quantity", Verdict.EQUAL);
        count("lines.2.quantity", Verdict.OTHERWISE);
        count("name", Verdict.EQUAL);
        assertThat(accuracy.byField("m")).containsEntry("lines.quantity", new Accuracy.Count(2, 1));
        assertThat(accuracy.byMapping()).containsEntry("m", new Accuracy.Count(3, 2));
    }

    @Test
    void what_is_left_as_the_account_had_it_counts_neither_for_nor_against() {
        count("name", Verdict.LEFT);
        count("emails", Verdict.NOT_EXPECTED);
        assertThat(accuracy.all()).isEqualTo(new Accuracy.Count(1, 0));
    }

    private void count(String field, Verdict verdict) {
        accuracy.count(new FieldCheck("m", "k", field, Place.of("m.yaml"), PhiClass.NONE, "", "", "", verdict));
    }
}
