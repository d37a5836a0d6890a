package io.dragoman.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.PhiClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskTest {
    @Test
    void a_protected_value_shows_its_form_and_nothing_else() {
        assertThat(Mask.of("Ada Example", PhiClass.IDENTITY)).isEqualTo("Xxx Xxxxxxx");
        assertThat(Mask.of("ada@example.org", PhiClass.CONTACT)).isEqualTo("xxx@xxxxxxx.xxx");
        assertThat(Mask.of("+1 555 010", PhiClass.CONTACT)).isEqualTo("+9 999 999");
        assertThat(Mask.of("五 ☎", PhiClass.CLINICAL)).isEqualTo("x *");
    }

    @Test
    void a_long_value_is_cut_and_tells_its_length() {
        assertThat(Mask.of("a".repeat(300), PhiClass.CLINICAL)).isEqualTo("x".repeat(24) + "… (300 characters)");
    }

    @Test
    void members_of_a_list_are_masked_one_by_one_and_nothing_is_empty() {
        assertThat(Mask.of(List.of("A1", "b"), PhiClass.FINANCIAL)).isEqualTo("X9, x");
        assertThat(Mask.of(null, PhiClass.FINANCIAL)).isEmpty();
    }

    @Test
    void a_value_of_no_class_is_shown_as_it_is() {
        assertThat(Mask.of("Recall", PhiClass.NONE)).isEqualTo("Recall");
    }
}
