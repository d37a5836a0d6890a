package io.dragoman.mapping.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Overrides;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transforms;
import io.dragoman.mapping.ValueProblem;
import io.dragoman.model.Mapping.Step;
import io.dragoman.model.Money;
import io.dragoman.model.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The corners of dates, clocks, money, phones and the rest, by table. */
class EdgesTest {
    private static final Transforms TRANSFORMS = Transforms.standard();

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-29",
        "2023-02-29, impossible-date",
        "1900-02-29, impossible-date",
        "2000-02-29, 2000-02-29",
        "2024-13-45, impossible-date",
        "2024-00-10, impossible-date",
        "2024-04-31, impossible-date",
        "0000-00-00, impossible-date",
        "9999-12-31, 9999-12-31",
        "2024-1-2, not-a-date",
        "24-01-02, not-a-date",
        "01/02/2024, not-a-date",
        "2024-01-02T00:00, not-a-date",
        "' 2024-01-02 ', 2024-01-02",
        "٢٠٢٤-٠١-٠٢, not-a-date",
    })
    void a_date_is_read_strictly(String given, String expected) {
        assertThat(outcome("date", null, given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "America/Chicago, 2025-07-21, 09:10, 2025-07-21T14:10:00Z",
        "America/Chicago, 2025-01-21, 09:10, 2025-01-21T15:10:00Z",
        // The clocks go from 2:00 to 3:00: 2:30 does not exist and becomes 3:30.
        "America/Chicago, 2025-03-09, 02:30, 2025-03-09T08:30:00Z",
        "America/Chicago, 2025-03-09, 01:59, 2025-03-09T07:59:00Z",
        "America/Chicago, 2025-03-09, 03:00, 2025-03-09T08:00:00Z",
        // 1:30 happens twice, and the first is meant.
        "America/Chicago, 2025-11-02, 01:30, 2025-11-02T06:30:00Z",
        "America/Chicago, 2025-11-02, 02:00, 2025-11-02T08:00:00Z",
        "America/Phoenix, 2025-07-21, 09:10, 2025-07-21T16:10:00Z",
        // Half an hour only.
        "Australia/Lord_Howe, 2025-10-05, 02:15, 2025-10-04T15:45:00Z",
        // Midnight itself can be missing.
        "America/Havana, 2025-03-09, 00:00, 2025-03-09T05:00:00Z",
        "UTC, 2025-12-31, 23:59:59, 2025-12-31T23:59:59Z",
        "UTC, 2025-12-31, 24:00, impossible-date",
        "UTC, 2025-12-31, 9:00, not-a-date-time",
    })
    void a_local_time_is_an_instant_of_its_zone(String zone, String date, String time, String expected) {
        assertThat(outcome("date-time", zone, List.of(date, time))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "utc-date, 2025-12-31, 20:00, 2026-01-01",
        "utc-time, 2025-12-31, 20:00, 02:00",
        "utc-date, 2025-12-31, , 2025-12-31",
        "utc-time, 2025-12-31, , nothing",
        "utc-date, , 20:00, nothing",
        "date-time, 2025-12-31, , time-missing",
    })
    void a_day_without_time_stays_that_day(
            String transform, @Nullable String date, @Nullable String time, String expected) {
        assertThat(outcome(transform, null, Arrays.asList(date, time))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "money | 0 | 0 USD",
                "money | -0.01 | -0.01 USD",
                "money | +5 | 5 USD",
                "money | 12345678901234567890.12 | 12345678901234567890.12 USD",
                "money | 1.230 | 1.23 USD",
                "money | 1.005 | too-precise",
                "money | 1,234.50 | not-an-amount",
                "money | 1.234,50 | not-an-amount",
                "money | $5 | not-an-amount",
                "money | (5.00) | not-an-amount",
                "money | 5 USD | not-an-amount",
                "money | .5 | not-an-amount",
                "money | 5. | not-an-amount",
                "money | 1e3 | not-an-amount",
                "money | ١٢ | not-an-amount",
                "cents | 123450 | 1234.50 USD",
                "cents | -5 | -0.05 USD",
                "cents | 1.5 | not-an-amount",
                "number | 1e999999999 | not-a-number",
                "number | NaN | not-a-number",
            })
    void an_amount_is_exact_or_refused(String transform, String given, String expected) {
        assertThat(outcome(transform, null, given)).isEqualTo(expected);
    }

    @Test
    void a_currency_has_its_own_decimals() {
        assertThat(outcome("money", "JPY", "500")).isEqualTo("500 JPY");
        assertThat(outcome("money", "JPY", "500.5")).isEqualTo("too-precise");
        assertThat(outcome("money", "KWD", "1.005")).isEqualTo("1.005 KWD");
        assertThatThrownBy(() -> outcome("money", "DOLLARS", "1")).isInstanceOf(BadArgument.class);
    }

    @ParameterizedTest
    @CsvSource({
        "US, 9185550130, +19185550130",
        "US, 1-918-555-0130, +19185550130",
        "US, +1 (918) 555-0130, +19185550130",
        "US, 001 44 20 7946 0018, not-a-phone",
        "US, 011 44 20 7946 0018, +442079460018",
        "US, (918) 555-0130 ext 7, +19185550130 ext. 7",
        "US, 555-0130, not-a-phone",
        "US, 91855501301, not-a-phone",
        "US, 918-555-CARE, +19185552273",
        "US, none, not-a-phone",
        "US, +, not-a-phone",
        "AU, 0491 570 006, +61491570006",
        "CA, 604 555 0130, +16045550130",
    })
    void a_phone_is_written_the_international_way(String region, String given, String expected) {
        assertThat(outcome("phone", region, given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "a.b+c@example.org, a.b+c@example.org",
        "ada@example, not-an-email",
        "@example.org, not-an-email",
        "ada@@example.org, not-an-email",
        "ada@example..org, not-an-email",
        "ada@exa mple.org, not-an-email",
        "none@none, not-an-email",
    })
    void an_email_is_one_or_refused(String given, String expected) {
        assertThat(outcome("email", null, given)).isEqualTo(expected);
    }

    @Test
    void what_is_not_valid_can_be_left_out_or_kept_and_is_noted() {
        List<String> notes = new ArrayList<>();

        Object left = apply("phone", Map.of("if-invalid", "leave-empty"), List.of("none", "9185550130"), notes);
        Object kept = apply("email", Map.of("if-invalid", "keep"), "none", notes);

        assertThat(left).isEqualTo(Arrays.asList(null, "+19185550130"));
        assertThat(kept).isEqualTo("none");
        assertThat(notes).containsExactly("not-a-phone", "not-an-email");
    }

    @Test
    void a_template_of_the_migration_is_taken_first() {
        Overrides overrides = new Overrides(
                Map.of(), Map.of("archive", "https://pictures.example/?id={column-1}"), Map.of(), Map.of());
        Surroundings example = Surroundings.EXAMPLE;
        Object link = TRANSFORMS
                .prepare(
                        new Step("link-template", Map.of("named", "archive"), Place.of("a.yaml")),
                        List.of("column-1"),
                        new Surroundings(example.region(), example.zone(), example.currency(), overrides))
                .apply("a&b=c", code -> {});

        assertThat(link).isEqualTo("https://pictures.example/?id=a%26b%3Dc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date | yyyy-jj | takes formats",
                "date-time | Chicago | takes a time zone",
                "phone | USA | two letters",
                "truncate | 0 | at least 1",
                "split-name | second | first, middle or last",
                "trim | x | takes no argument",
                "link-template | https://example.org/{id} | no column of the row's from",
                "address | strasse | does not know the part",
                "at | 1 | takes a map",
                "values | x | takes a map",
            })
    void a_bad_argument_is_told(String transform, String argument, String told) {
        assertThatThrownBy(() -> outcome(transform, argument, "x"))
                .isInstanceOf(BadArgument.class)
                .hasMessageContaining(told);
    }

    @Test
    void transforms_inside_at_are_checked_like_those_outside() {
        assertThatThrownBy(() -> outcome("at", Map.of("1", List.of("uper-case")), List.of("a")))
                .isInstanceOf(BadArgument.class)
                .hasMessageContaining("did you mean \"upper-case\"?");
    }

    private static String outcome(String name, @Nullable Object argument, Object given) {
        Object written = name.equals("truncate") && argument != null ? new BigDecimal(argument.toString()) : argument;
        try {
            Object value = apply(name, written, given, new ArrayList<>());
            return value == null ? "nothing" : value instanceof Money money ? PlainText.of(money) : value.toString();
        } catch (ValueProblem problem) {
            return problem.code();
        }
    }

    private static @Nullable Object apply(String name, @Nullable Object argument, Object given, List<String> notes) {
        return TRANSFORMS
                .prepare(new Step(name, argument, Place.of("a.yaml")), List.of(), Surroundings.EXAMPLE)
                .apply(given, notes::add);
    }
}
