package io.dragoman.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Drawn;
import io.dragoman.model.Identity;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Mapping.IfMissing;
import io.dragoman.model.Mapping.Lines;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Mapping.Step;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Place;
import io.dragoman.model.Policy;
import io.dragoman.model.Policy.Mode;
import io.dragoman.model.Policy.Passage;
import io.dragoman.model.Screened;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * For any mapping and any policy: a value that no travelling row uses is gone, and one that a travelling row uses is there.
 * The expectation is worked out here by brute force, field by field, without the code under test.
 */
class ScreenPropertyTest {
    private static final TargetKind KIND = TargetKind.plain("person", Map.of(), Set.of(), true, true);
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "e");
    private static final List<String> CHILD_COLUMNS = List.of("x", "y", "z");

    @Test
    void no_value_that_only_withheld_rows_use_survives() {
        for (long seed = 0; seed < 2_000; seed++) {
            holds(seed);
        }
    }

    private static void holds(long seed) {
        Random random = new Random(seed);
        Mapping mapping = mapping(random);
        Policy policy = policy(random);
        SourceRecord record = record();

        Screened screened = new Screen(policy, new Tokens(new byte[] {1}), any -> KIND).screen(record, mapping);

        Set<String> allowed = new HashSet<>();
        for (Row row : mapping.rows()) {
            if (policy.passage(row, KIND) == Passage.AS_IT_IS) {
                allowed.addAll(valuesOf(row));
            }
        }
        for (Row row :
                mapping.lines() == null ? List.<Row>of() : mapping.lines().rows()) {
            if (policy.lets(row.phi())) {
                allowed.addAll(valuesOf(row));
            }
        }
        assertThat(values(screened.record())).as("seed %d", seed).isEqualTo(allowed);
        screened.tokens().values().forEach(token -> assertThat(token).doesNotContain("value-of"));
    }

    /** The values a row uses, in the words of {@link #record()}. */
    private static Set<String> valuesOf(Row row) {
        Set<String> values = new HashSet<>();
        for (String field : row.from()) {
            if (COLUMNS.contains(field)) {
                values.add("value-of-" + field);
            } else if (field.startsWith("kids.")) {
                values.add("value-of-kid-" + field.substring(5));
            } else {
                row.as().stream()
                        .map(Step::argument)
                        .filter(Map.class::isInstance)
                        .forEach(argument -> values.add("value-of-kid-" + ((Map<?, ?>) argument).get("column")));
            }
        }
        return values;
    }

    private static Set<String> values(SourceRecord record) {
        Set<String> values = new HashSet<>();
        record.fields().values().forEach(value -> {
            if (value instanceof List<?> children) {
                children.forEach(child -> ((Map<?, ?>) child).values().forEach(cell -> values.add(cell.toString())));
            } else {
                values.add(value.toString());
            }
        });
        return values;
    }

    private static SourceRecord record() {
        Map<String, Object> fields = new HashMap<>();
        COLUMNS.forEach(column -> fields.put(column, "value-of-" + column));
        Map<String, Object> child = new HashMap<>();
        CHILD_COLUMNS.forEach(column -> child.put(column, "value-of-kid-" + column));
        fields.put("kids", List.of(child, child));
        return new SourceRecord("patient", "p-1", 1, fields, null);
    }

    private static Mapping mapping(Random random) {
        List<Row> rows = rows(random, "row");
        Lines lines = random.nextBoolean() ? null : new Lines("kids", rows(random, "line"));
        return new Mapping(
                "m",
                "",
                "s.patient",
                "t.person",
                "",
                new Identity(List.of("a"), null, "", null, List.of(), null),
                List.of(),
                List.of(),
                rows,
                lines,
                Map.of(),
                List.of(),
                List.of(),
                Drawn.NOTHING,
                Map.of(),
                List.of(),
                Place.of("m"),
                "");
    }

    private static List<Row> rows(Random random, String name) {
        List<Row> rows = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            rows.add(row(random, name + i));
        }
        return rows;
    }

    private static Row row(Random random, String target) {
        List<String> from = new ArrayList<>();
        List<Step> as = new ArrayList<>();
        switch (random.nextInt(3)) {
            case 0 -> {
                from.add(pick(random, COLUMNS));
                from.add(pick(random, COLUMNS));
            }
            case 1 -> from.add("kids." + pick(random, CHILD_COLUMNS));
            default -> {
                from.add("kids");
                as.add(new Step("pick", Map.of("column", pick(random, CHILD_COLUMNS)), Place.of("m")));
            }
        }
        boolean link = random.nextInt(4) == 0;
        return new Row(
                target,
                true,
                pick(random, List.of(FieldType.values())),
                List.of(),
                null,
                from,
                from.size() == 1,
                as,
                link ? List.of("other") : List.of(),
                pick(random, List.of(PhiClass.values())),
                IfMissing.LEAVE_EMPTY,
                Place.of("m"));
    }

    private static Policy policy(Random random) {
        Mode mode = pick(random, List.of(Mode.values()));
        Set<PhiClass> allow = new HashSet<>();
        for (PhiClass phi : List.of(PhiClass.INSURANCE, PhiClass.FINANCIAL, PhiClass.CLINICAL)) {
            if (mode == Mode.BAA && random.nextBoolean()) {
                allow.add(phi);
            }
        }
        return new Policy(mode, allow, null);
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
