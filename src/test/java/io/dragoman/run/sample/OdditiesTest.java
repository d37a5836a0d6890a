package io.dragoman.run.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OdditiesTest {
    @Test
    void an_ordinary_text_has_nothing_odd() {
        assertThat(Oddities.of("Ada Example, 12 Main St. (rear)")).isEmpty();
        assertThat(Oddities.of("")).isEmpty();
    }

    @Test
    void other_scripts_are_told_apart() {
        assertThat(Oddities.of("Zoë")).containsExactly("script LATIN");
        assertThat(Oddities.of("אבג")).containsExactly("script HEBREW");
        assertThat(Oddities.of("李")).containsExactly("script HAN");
    }

    @Test
    void what_other_programs_stumble_over_is_named() {
        assertThat(Oddities.of("=1+1")).contains("begins like a formula");
        assertThat(Oddities.of(" a ")).contains("outer blanks");
        assertThat(Oddities.of("a\nb")).containsExactly("line breaks");
        assertThat(Oddities.of("a\u0000b")).containsExactly("control marks");
        assertThat(Oddities.of("a\u202Eb")).containsExactly("invisible marks");
        assertThat(Oddities.of("e\u0301")).containsExactly("combining marks");
        assertThat(Oddities.of("😀")).containsExactly("beyond sixteen bits");
        assertThat(Oddities.of("a\u00A0b")).containsExactly("other blanks");
        assertThat(Oddities.of("<b>")).containsExactly("markup");
        assertThat(Oddities.of("5\" pipe")).containsExactly("quotes");
    }
}
