package io.dragoman.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.mapping.Sketch;
import io.dragoman.model.Mapping;
import io.dragoman.model.Reading;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a target would refuse is set aside before it is sent. */
class PreflightTest {
    private static final Mapping MAPPING = Sketch.mappings().get("patient-to-person");
    private static final Phase PHASE = new Phase(
            "r1",
            MAPPING,
            new Reading(MAPPING, Set.of(), List.of(), List.of()),
            Set.of(),
            true,
            key -> true,
            Set.of(),
            new Tally(),
            new Stop());

    private static Preflight preflight(Set<String> oneOf, Map<String, Integer> longest) {
        return preflight(oneOf, longest, Map.of("organization", Map.of("name", "Maple Street")));
    }

    private static Preflight preflight(
            Set<String> oneOf, Map<String, Integer> longest, Map<String, Map<String, String>> onlyWith) {
        TargetKind person = new TargetKind(
                "person",
                Map.of("name", "text", "owner", "user", "organization", "organization"),
                Set.of("name"),
                oneOf,
                onlyWith,
                "person",
                longest,
                0,
                false,
                true,
                false);
        return new Preflight(Map.of("person", person));
    }

    private static TargetRecord person(Map<String, Object> fields) {
        return new TargetRecord(MAPPING.name(), "person", "p-1", "p-1", fields, Map.of(), List.of(), List.of());
    }

    private static void refused(Preflight preflight, Map<String, Object> fields, String code) {
        assertThatThrownBy(() -> preflight.check(person(fields), PHASE))
                .isInstanceOfSatisfying(
                        RecordProblem.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo(code));
    }

    @Test
    void a_text_longer_than_the_field_sets_the_record_aside() {
        Preflight preflight = preflight(Set.of(), Map.of("text", 8));

        refused(preflight, Map.of("name", "Ada Example"), "value-too-long");
        assertThat(preflight.check(person(Map.of("name", "Ada Exam")), PHASE)).isNotNull();
    }

    @Test
    void what_a_kind_says_of_one_field_comes_before_what_it_says_of_all_texts() {
        Preflight preflight = preflight(Set.of(), Map.of("text", 8, "name", 20));

        assertThat(preflight.check(person(Map.of("name", "Ada Example")), PHASE))
                .isNotNull();
        refused(preflight, Map.of("name", "Ada Example ".repeat(2)), "value-too-long");
    }

    @Test
    void a_field_that_needs_another_value_beside_it_is_set_aside_without_it() {
        Preflight preflight = preflight(Set.of(), Map.of());

        refused(preflight, Map.of("name", "Oak Street", "organization", new TargetId("1")), "field-does-not-fit");
        assertThat(preflight.check(person(Map.of("name", "Maple Street", "organization", new TargetId("1"))), PHASE))
                .isNotNull();
    }

    @Test
    void a_field_that_stands_alone_is_set_aside_beside_the_other() {
        Preflight preflight = preflight(Set.of(), Map.of(), Map.of("owner", Map.of("organization", "")));
        TargetId id = new TargetId("1");

        refused(preflight, Map.of("name", "Ada", "owner", id, "organization", id), "field-does-not-fit");
        assertThat(preflight.check(person(Map.of("name", "Ada", "owner", id)), PHASE))
                .isNotNull();
        assertThat(preflight.check(person(Map.of("name", "Ada", "organization", id)), PHASE))
                .isNotNull();
    }

    @Test
    void a_text_of_a_line_that_is_too_long_sets_the_record_aside() {
        Mapping mapping = Sketch.mappings().get("plan-to-deal-lines");
        Phase phase = new Phase(
                "r1",
                mapping,
                new Reading(mapping, Set.of(), List.of(), List.of()),
                Set.of(),
                true,
                key -> true,
                Set.of(),
                new Tally(),
                new Stop());
        TargetKind kind = new TargetKind(
                "deal-lines",
                Map.of("comments", "long-text"),
                Set.of(),
                Set.of(),
                Map.of(),
                null,
                Map.of("long-text", 5),
                0,
                true,
                false,
                false);
        TargetRecord lines = new TargetRecord(
                mapping.name(),
                "deal-lines",
                "p-1",
                null,
                Map.of(),
                Map.of(),
                List.of(
                        new TargetRecord.Line(Map.of("comments", "short"), List.of()),
                        new TargetRecord.Line(Map.of("comments", "too long"), List.of())),
                List.of());

        assertThatThrownBy(() -> new Preflight(Map.of("deal-lines", kind)).check(lines, phase))
                .isInstanceOfSatisfying(RecordProblem.class, problem -> {
                    assertThat(problem.problem().code()).isEqualTo("value-too-long");
                    assertThat(problem.problem().place()).startsWith("plan-to-deal-lines.yaml:");
                });
    }

    @Test
    void a_record_that_belongs_to_nothing_is_set_aside_where_its_kind_must() {
        Preflight preflight = preflight(Set.of("owner", "organization"), Map.of());

        refused(preflight, Map.of("name", "Ada"), "links-empty");
        assertThat(preflight.check(person(Map.of("name", "Ada", "owner", new TargetId("1"))), PHASE))
                .isNotNull();
    }
}
