package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void an_escape_sequence_cannot_steer_a_terminal() {
        assertThat(PlainText.of("\u001b[31mred\u001b]0;title\u0007")).isEqualTo("\uFFFD[31mred\uFFFD]0;title\uFFFD");
    }

    @Test
    void a_line_break_does_not_tear_a_table() {
        assertThat(PlainText.of("one\ntwo\r\nthree\tfour")).isEqualTo("one two  three four");
    }

    @Test
    void a_direction_mark_does_not_turn_a_line_around() {
        assertThat(PlainText.of("abc\u202Edef\u2066")).isEqualTo("abc\uFFFDdef\uFFFD");
    }

    @Test
    void names_of_every_script_stay_as_they_are() {
        assertThat(PlainText.of("Zoë O'Brien-Łukasz 山田 אבג")).isEqualTo("Zoë O'Brien-Łukasz 山田 אבג");
    }
}
