package io.dragoman.mapping;

import io.dragoman.model.Identity.Existing;
import io.dragoman.model.Mapping.Example;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.TargetKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether everything a mapping fills exists at the target, and what the target needs is filled. */
final class TargetCheck {
    private final Catalog catalog;

    TargetCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    void check(Draft draft) {
        String to = draft.mapping().to();
        if (catalog.kind(to).isEmpty()) {
            draft.report(Finding.UNKNOWN_TARGET_KIND, "/to", unknownKind(to));
            return;
        }
        TargetKind kind = catalog.kind(to).get();
        Set<String> targets = new HashSet<>();
        for (Row row : draft.mapping().rows()) {
            row(draft, row, kind, targets);
        }
        if (draft.mapping().lines() != null) {
            lines(draft, kind, targets);
        }
        for (String required : kind.required()) {
            if (!targets.contains(required)) {
                draft.report(
                        Finding.REQUIRED_FIELD_NOT_MAPPED,
                        "/to",
                        "A " + kind.name() + " cannot be made without \"" + required + "\". Add a row for it.");
            }
        }
        if (!kind.oneOf().isEmpty() && kind.oneOf().stream().noneMatch(targets::contains)) {
            draft.report(
                    Finding.REQUIRED_FIELD_NOT_MAPPED,
                    "/to",
                    "A " + kind.name() + " needs at least one of " + String.join(", ", new TreeSet<>(kind.oneOf()))
                            + ". Add a row for it.");
        }
        keptIn(draft, kind, targets);
        existing(draft, kind, targets);
        draft.mapping().examples().forEach(example -> example(draft, example, targets));
    }

    private static void row(Draft draft, Row row, TargetKind kind, Set<String> targets) {
        if (row.custom() && !kind.customFields()) {
            draft.report(Finding.UNKNOWN_TARGET_FIELD, row.place(), "A " + kind.name() + " can have no custom fields.");
        } else if (!row.custom() && !kind.fields().containsKey(row.target())) {
            draft.report(
                    Finding.UNKNOWN_TARGET_FIELD,
                    row.place(),
                    "A " + kind.name() + " has no field \"" + row.target() + "\""
                            + DidYouMean.among(row.target(), kind.fields().keySet()));
        }
        if (!targets.add(row.target())) {
            draft.report(
                    Finding.FIELD_MAPPED_TWICE,
                    row.place(),
                    "\"" + row.target() + "\" has another row above. Keep one.");
        }
        boolean choice = row.type() == FieldType.CHOICE || row.type() == FieldType.SEVERAL_CHOICES;
        boolean options = !row.options().isEmpty() || row.optionsFrom() != null;
        if (choice != options) {
            draft.report(
                    Finding.OPTIONS_NEEDED,
                    row.place(),
                    choice
                            ? "A choice needs options, or options-from."
                            : "Only choice and several-choices have options.");
        }
    }

    private static void lines(Draft draft, TargetKind kind, Set<String> targets) {
        if (!kind.hasLines()) {
            draft.report(Finding.UNKNOWN_TARGET_FIELD, "/lines", "A " + kind.name() + " has no lines.");
            return;
        }
        Set<String> lineTargets = new HashSet<>();
        List<Row> rows = draft.rows();
        for (Row row : rows.subList(draft.mapping().rows().size(), rows.size())) {
            row(draft, row, kind, lineTargets);
        }
        targets.addAll(lineTargets);
    }

    private static void keptIn(Draft draft, TargetKind kind, Set<String> targets) {
        String keptIn = draft.mapping().identity().keptIn();
        if (keptIn == null) {
            return;
        }
        if (!kind.customFields()) {
            draft.report(
                    Finding.UNKNOWN_TARGET_FIELD,
                    "/identity/kept-in",
                    "A " + kind.name() + " can have no custom fields, so no key can be kept in one.");
        }
        if (targets.contains(keptIn)) {
            draft.report(
                    Finding.FIELD_MAPPED_TWICE, "/identity/kept-in", "\"" + keptIn + "\" has a row as well. Keep one.");
        }
    }

    /** A record is recognised by what it is called, so deals and activities are not. */
    private static void existing(Draft draft, TargetKind kind, Set<String> targets) {
        Existing existing = draft.mapping().identity().existing();
        if (existing == null) {
            return;
        }
        if (!kind.fields().containsKey("name") || draft.mapping().identity().keptIn() == null) {
            draft.report(
                    Finding.EXISTING_NOT_POSSIBLE,
                    "/identity/existing",
                    "Existing records are looked for only of kinds with a name, and where kept-in says whose is whose.");
        }
        Set<String> comparable = draft.mapping().rows().stream()
                .filter(row -> !row.isLink())
                .map(Row::target)
                .filter(targets::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        existing.sameAs().stream()
                .flatMap(List::stream)
                .filter(field -> !comparable.contains(field))
                .forEach(field -> draft.report(
                        Finding.UNKNOWN_TARGET_FIELD,
                        "/identity/existing",
                        "The mapping has no row for \"" + field + "\"" + DidYouMean.among(field, comparable)));
    }

    private static void example(Draft draft, Example example, Set<String> targets) {
        Map<String, Object> expect = example.expect();
        List<String> withheld = example.withheld();
        if (expect != null) {
            expect.keySet().stream()
                    .filter(name -> !name.equals("lines"))
                    .forEach(name -> exists(draft, example, name, targets));
        }
        if (withheld != null) {
            withheld.forEach(name -> exists(draft, example, name.replaceFirst("^lines\\.", ""), targets));
        }
        if (expect == null && withheld == null && example.quarantined() == null && !example.leftOut()) {
            draft.report(
                    Finding.EXAMPLE_CLAIMS_NOTHING,
                    example.place(),
                    "Say what comes out: expect, withheld, quarantined or left-out.");
        }
    }

    private static void exists(Draft draft, Example example, String name, Set<String> targets) {
        String keptIn = draft.mapping().identity().keptIn();
        if (!targets.contains(name) && !name.equals(keptIn)) {
            draft.report(
                    Finding.UNKNOWN_TARGET_FIELD,
                    example.place(),
                    "The mapping has no row for \"" + name + "\"" + DidYouMean.among(name, targets));
        }
    }

    private String unknownKind(String to) {
        String system = to.substring(0, to.indexOf('.'));
        Map<String, TargetKind> kinds = catalog.targets().get(system);
        return kinds == null
                ? "There is no target system \"" + system + "\""
                        + DidYouMean.among(system, catalog.targets().keySet())
                : system + " has no kind \"" + to.substring(system.length() + 1) + "\""
                        + DidYouMean.among(to.substring(system.length() + 1), kinds.keySet());
    }
}
