package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void numbers_stand_right_and_words_left() {
        assertThat(TextTable.of(List.of("What", "Records"), List.of(List.of("People", "7"), List.of("Deals", "1200"))))
                .isEqualTo("  What    Records\n  People        7\n  Deals      1200\n");
    }

    @Test
    void one_long_cell_does_not_push_the_others_out_of_sight() {
        String table = TextTable.of(List.of("Key", "Code"), List.of(List.of("k".repeat(3000), "row-ragged")));
        assertThat(table.lines()).allMatch(line -> line.length() < 150).anyMatch(line -> line.contains("row-ragged"));
    }
}
