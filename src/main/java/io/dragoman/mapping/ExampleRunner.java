package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Example;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.Screened;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the examples of mappings: each record goes through rules, screening and mapping as in a run, and its links are looked
 * up in what the example says is linked. The practice is always {@link Surroundings#EXAMPLE}.
 */
public final class ExampleRunner {
    private final Mappings mappings;
    private final Mapper mapper;
    private final Function<Policy, Screening> screenings;

    /** Takes out of a record what the policy keeps back. */
    @FunctionalInterface
    public interface Screening {
        Screened screen(SourceRecord record, Mapping mapping);
    }

    /** @param screenings the screening for a policy */
    public ExampleRunner(Mappings mappings, Transforms transforms, Function<Policy, Screening> screenings) {
        this.mappings = mappings;
        this.mapper = new Mapper(mappings, transforms, Surroundings.EXAMPLE);
        this.screenings = screenings;
    }

    /** Every example that fails, at its place; empty when all pass. The people of examples are invented, so values are shown. */
    public List<Problem> run() {
        List<Problem> failures = new ArrayList<>();
        for (Mapping mapping : mappings.all()) {
            for (Example example : mapping.examples()) {
                String failure = failure(mapping, example);
                if (failure != null) {
                    failures.add(Finding.EXAMPLE_FAILED.at(example.place(), "\"" + example.it() + "\": " + failure));
                }
            }
        }
        return failures;
    }

    /** What the example claims and does not hold; null when it passes. */
    private @Nullable String failure(Mapping mapping, Example example) {
        List<String> lineage = mapping.identity().lineage();
        if (lineage.stream().noneMatch(example.given()::containsKey)) {
            return "given needs " + String.join(", ", lineage) + ", which makes the key.";
        }
        SourceRecord record = record(mapping, example);
        boolean leftOut = LeaveOuts.rule(mapping, record).isPresent();
        if (leftOut || example.leftOut()) {
            return leftOut == example.leftOut()
                    ? null
                    : leftOut ? "a leave-out rule applies." : "no leave-out rule applies.";
        }
        Screened screened = screenings.apply(policy(example)).screen(record, mapping);
        List<String> withheld = example.withheld();
        if (withheld != null && !screened.withheld().containsAll(withheld)) {
            return "withheld are " + screened.withheld() + ".";
        }
        if (screened.whole()) {
            return example.expect() == null && example.quarantined() == null
                    ? null
                    : "the policy keeps the whole record.";
        }
        return mapped(screened, mapping, example);
    }

    private @Nullable String mapped(Screened screened, Mapping mapping, Example example) {
        String quarantined = example.quarantined();
        try {
            Map<String, Object> actual = actual(mapper.map(screened, mapping.name()), example);
            if (quarantined != null) {
                return "it came through and was not set aside as " + quarantined + ".";
            }
            Map<String, Object> expect = example.expect();
            return expect == null ? null : differences(expect, actual);
        } catch (RecordProblem e) {
            boolean asSaid = e.problem().code().equals(quarantined);
            return asSaid ? null : "it was set aside: " + e.problem();
        }
    }

    private static @Nullable String differences(Map<String, Object> expect, Map<String, Object> actual) {
        StringJoiner differences = new StringJoiner("; ");
        expect.forEach((name, expected) -> {
            if (!Expectation.met(expected, actual.get(name))) {
                differences.add(name + " should be " + shown(expected) + " and is " + shown(actual.get(name)));
            }
        });
        return differences.length() == 0 ? null : differences + ".";
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "not there" : String.valueOf(value);
    }

    private static Policy policy(Example example) {
        Set<PhiClass> classes = example.policy();
        return classes == null ? Policy.contactOnly() : new Policy(Policy.Mode.BAA, classes, null);
    }

    private static SourceRecord record(Mapping mapping, Example example) {
        Map<String, Object> fields = new LinkedHashMap<>();
        example.given().forEach((name, value) -> put(fields, name, value));
        StringJoiner key = new StringJoiner("/");
        mapping.identity().lineage().forEach(column -> key.add(String.valueOf(fields.getOrDefault(column, ""))));
        return new SourceRecord(mapping.sourceObject(), key.toString(), 0, fields, null);
    }

    /** As a source would have it: text, and nothing where there is nothing. */
    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value instanceof List<?> children) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Object child : children) {
                Map<String, Object> row = new LinkedHashMap<>();
                if (child instanceof Map<?, ?> columns) {
                    columns.forEach((column, cell) -> put(row, String.valueOf(column), cell));
                }
                rows.add(row);
            }
            fields.put(name, rows);
        } else if (value != null && !PlainText.nothing(value)) {
            fields.put(name, PlainText.of(value));
        }
    }

    private static Map<String, Object> actual(TargetRecord record, Example example) {
        Map<String, Object> actual = new LinkedHashMap<>(record.fields());
        actual.putAll(record.customFields());
        ExampleLinks links = new ExampleLinks(example);
        links.resolve(record.references(), actual);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (TargetRecord.Line line : record.lines()) {
            Map<String, Object> fields = new LinkedHashMap<>(line.fields());
            links.resolve(line.references(), fields);
            lines.add(fields);
        }
        actual.put("lines", lines);
        return actual;
    }
}
