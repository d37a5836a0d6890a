package io.dragoman.app;

import io.dragoman.app.Retelling.Story;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Policy;
import io.dragoman.model.Policy.Passage;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each field of a record came to its value; values are shown as far as their class allows. */
final class FieldStory {
    private static final List<String> STEPS = List.of("Field", "Step", "In", "Out");

    private final Shown shown;
    private final Ledger ledger;
    private final Blueprint blueprint;
    private final Policy policy;
    private final Explained found;
    private final @Nullable Story story;
    private final @Nullable TargetRecord written;

    FieldStory(Shown shown, Ledger ledger, Blueprint blueprint, Policy policy, Explained found, @Nullable Story story) {
        this.shown = shown;
        this.ledger = ledger;
        this.blueprint = blueprint;
        this.policy = policy;
        this.found = found;
        this.story = story;
        Lineage lineage = found.lineage();
        this.written = lineage == null ? null : lineage.made().orElse(null);
    }

    /** @param field only this one, with its steps; null for all, with the steps on the page only */
    void addTo(Report.Draft draft, @Nullable String field) {
        List<Row> rows = Shown.rows(found.mapping())
                .filter(row -> field == null || row.target().equalsIgnoreCase(field))
                .toList();
        if (rows.isEmpty()) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "field-unknown",
                            found.mapping().name() + " " + field,
                            "The mapping fills no such field. It fills "
                                    + Shown.rows(found.mapping())
                                            .map(Row::target)
                                            .collect(Collectors.joining(", "))
                                    + "."));
        }
        draft.section(
                "Fields",
                "Letters stand as x and digits as 9 where the class of a value protects it.",
                List.of("Field", "Class", "Mapping line", "From", "At the source", "Written", "State"),
                rows.stream().map(this::field).toList());
        List<List<String>> steps =
                rows.stream().flatMap(row -> steps(row).stream()).toList();
        if (field == null) {
            draft.detail("Steps", "Each transform with what went in and what came out, now.", STEPS, steps);
        } else {
            draft.section("Steps", "Each transform with what went in and what came out, now.", STEPS, steps);
        }
        draft.section(
                "Links",
                "",
                List.of("Field", "Through", "Key", "Leads to now"),
                rows.stream().flatMap(row -> links(row).stream()).toList());
    }

    private List<String> field(Row row) {
        return List.of(
                row.target(),
                row.strictest().word(),
                row.place().toString(),
                String.join(", ", row.from()),
                withheld(row) ? "" : source(row),
                arrived(row),
                state(row));
    }

    /** The id of another record is nothing of a person. */
    private String arrived(Row row) {
        Object value = value(written, row);
        return row.isLink() && value != null ? value.toString() : shown.arrived(value, row);
    }

    /** What stands in the columns of a row; what the policy keeps back is not even read. */
    private String source(Row row) {
        if (story == null) {
            return "";
        }
        Map<String, Object> fields = story.source().fields();
        List<String> values = new ArrayList<>();
        for (String name : row.from()) {
            int dot = name.indexOf('.');
            Object value = fields.get(dot < 0 ? name : name.substring(0, dot));
            if (dot >= 0 && value instanceof List<?> children) {
                String column = name.substring(dot + 1);
                value = children.stream()
                        .map(child -> child instanceof Map<?, ?> cells ? cells.get(column) : null)
                        .filter(Objects::nonNull)
                        .toList();
            }
            values.add(
                    value instanceof List<?> several && several.stream().anyMatch(Map.class::isInstance)
                            ? several.size() + " rows"
                            : shown.onTheWay(value, found.mapping(), row));
        }
        return String.join(" | ", values);
    }

    private List<List<String>> steps(Row row) {
        if (story == null || withheld(row)) {
            return List.of();
        }
        return story.steps().stream()
                .filter(step -> row.as().stream().anyMatch(one -> one == step.step()))
                .map(step -> List.of(
                        row.target(),
                        step.step().transform(),
                        shown.onTheWay(step.in(), found.mapping(), row),
                        shown.onTheWay(step.out(), found.mapping(), row)))
                .toList();
    }

    private List<List<String>> links(Row row) {
        TargetRecord made = story == null ? null : story.made();
        if (made == null || !row.isLink()) {
            return List.of();
        }
        List<List<String>> links = new ArrayList<>();
        made.references().stream().filter(reference -> reference.row() == row).forEach(reference -> {
            for (int i = 0; i < reference.keys().size(); i++) {
                String key = reference.keys().get(i);
                if (key != null) {
                    String through = row.through().get(Math.min(i, row.through().size() - 1));
                    links.add(List.of(row.target(), through, key, leadsTo(through, key)));
                }
            }
        });
        return links;
    }

    private String leadsTo(String through, String key) {
        Mapping linked = blueprint.mappings().get(through);
        if (linked.targetKind().equals("user")) {
            return ledger.owners()
                    .find(key)
                    .map(owner -> "user/" + owner.user())
                    .orElse("nobody of the source");
        }
        return ledger.lineages()
                .target(through, key)
                .map(id -> linked.targetKind() + "/" + id.value())
                .orElse("nothing that is in the account");
    }

    private boolean withheld(Row row) {
        return passage(row) == Passage.NOT_AT_ALL;
    }

    private Passage passage(Row row) {
        Mapping.Lines lines = found.mapping().lines();
        boolean ofLines = lines != null && lines.rows().stream().anyMatch(one -> one == row);
        return ofLines
                ? policy.linePassage(row)
                : policy.passage(row, blueprint.mappings().kindOf(found.mapping()));
    }

    private String state(Row row) {
        if (passage(row) != Passage.AS_IT_IS) {
            return withheld(row) ? "withheld by the policy" : "travels as a token";
        } else if (written == null) {
            return "not written";
        }
        Object there = value(written, row);
        if (there != null && !sent().contains(row.target())) {
            return "left as the account had it";
        }
        TargetRecord made = story == null ? null : story.made();
        if (made == null || row.isLink()) {
            return there == null ? "empty" : "written";
        }
        Object now = value(made, row);
        if (Objects.equals(String.valueOf(now), String.valueOf(there))) {
            return now == null ? "empty" : "written as the source has it";
        }
        return "the source gives another value now";
    }

    /** Names of the fields that our writes sent; all that a record has which we created. */
    private Set<String> sent() {
        Lineage lineage = found.lineage();
        if (lineage == null || lineage.createdByUs()) {
            return Shown.rows(found.mapping()).map(Row::target).collect(Collectors.toSet());
        }
        Set<String> sent = new HashSet<>();
        ledger.writes()
                .of(lineage.mapping(), lineage.key())
                .forEach(write -> sent.addAll(write.write().changed()));
        return sent;
    }

    private static @Nullable Object value(@Nullable TargetRecord record, Row row) {
        if (record == null) {
            return null;
        }
        Object value = (row.custom() ? record.customFields() : record.fields()).get(row.target());
        if (value == null && !record.lines().isEmpty()) {
            List<Object> ofLines = record.lines().stream()
                    .map(line -> line.fields().get(row.target()))
                    .filter(Objects::nonNull)
                    .toList();
            value = ofLines.isEmpty() ? null : ofLines;
        }
        return plain(value);
    }

    /** An id as it is written. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(FieldStory::plain).toList();
        }
        return value instanceof TargetId id ? id.value() : value;
    }
}
