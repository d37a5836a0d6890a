package io.dragoman.run.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Money;
import io.dragoman.model.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Test
    void a_value_may_come_back_in_another_form() {
        equal(new BigDecimal("12.50"), new BigDecimal("12.5"));
        equal(new BigDecimal("12.50"), "12.5");
        equal(new Money(new BigDecimal("12.50"), "USD"), new Money(new BigDecimal("12.5"), "USD"));
        equal(new Money(new BigDecimal("12.50"), "USD"), new BigDecimal("12.5"));
        equal(Instant.parse("2026-01-02T03:04:05.678Z"), Instant.parse("2026-01-02T03:04:05Z"));
        equal(LocalTime.of(9, 30), LocalTime.of(9, 30, 0));
        equal(LocalDate.of(2026, 1, 2), "2026-01-02");
        equal("two  lines\nof text ", "two lines of text");
        equal("two lines", "<p>two <b>lines</b></p>");
        equal("a < b & c", "a &lt; b &amp; c");
        equal("<p>knee &lt;left&gt;</p><p>less</p>", "knee <left>\nless");
        equal(true, true);
        equal(List.of("b", "a"), List.of("a", "b"));
        equal("a", List.of("a"));
        equal(List.of(Map.of("value", "a@example.org", "label", "work")), List.of("a@example.org"));
        equal(new TargetId("7"), new TargetId("7"));
    }

    @Test
    void a_flag_that_is_not_set_may_come_back_as_nothing() {
        equal(false, null);
        equal(null, false);
        equal(List.of(), null);
    }

    @Test
    void what_was_changed_cut_or_dropped_is_told() {
        assertThat(Likeness.verdict("a long text", "a long")).isEqualTo(Verdict.OTHERWISE);
        assertThat(Likeness.verdict("Ada", "ada")).isEqualTo(Verdict.OTHERWISE);
        assertThat(Likeness.verdict(List.of("a", "b"), List.of("a"))).isEqualTo(Verdict.OTHERWISE);
        assertThat(Likeness.verdict(List.of("a"), List.of("a", "b"))).isEqualTo(Verdict.OTHERWISE);
        assertThat(Likeness.verdict(new Money(BigDecimal.ONE, "USD"), new Money(BigDecimal.ONE, "EUR")))
                .isEqualTo(Verdict.OTHERWISE);
        assertThat(Likeness.verdict(new TargetId("7"), new TargetId("8"))).isEqualTo(Verdict.OTHERWISE);
        assertThat(Likeness.verdict("a", null)).isEqualTo(Verdict.MISSING);
        assertThat(Likeness.verdict(null, "a")).isEqualTo(Verdict.NOT_EXPECTED);
    }

    @Test
    void a_word_of_the_account_may_be_written_in_its_own_case() {
        assertThat(Likeness.verdictOfWord("meeting", "Meeting")).isEqualTo(Verdict.EQUAL);
        assertThat(Likeness.verdictOfWord("meeting", "Call")).isEqualTo(Verdict.OTHERWISE);
    }

    private static void equal(@Nullable Object expected, @Nullable Object got) {
        assertThat(Likeness.verdict(expected, got))
                .as("%s and %s", expected, got)
                .isEqualTo(Verdict.EQUAL);
    }
}
