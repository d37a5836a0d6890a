package io.dragoman.app;

import io.dragoman.console.Library;
import io.dragoman.ledger.Approval;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Sample;
import io.dragoman.mapping.Mappings;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetKind;
import io.dragoman.run.sample.Coverage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The mappings as a page shows them: lines, reasons, examples, what a sample showed, and whose signature holds. */
final class ServedMappings {
    private final MigrationFile file;
    private final Mappings mappings;
    private final Ledger ledger;

    ServedMappings(MigrationFile file, Mappings mappings, Ledger ledger) {
        this.file = file;
        this.mappings = mappings;
        this.ledger = ledger;
    }

    Library.MappingSheet sheet(String edition) {
        Gatekeeper gate = new Gatekeeper(ledger.approvals(), file, mappings);
        Coverage coverage = coverage(gate);
        return new Library.MappingSheet(
                edition,
                mappings.all().stream().map(mapping -> arrow(mapping, coverage)).toList(),
                List.of(
                        signature(Approval.Kind.MAPPING, gate.mappingHash()),
                        signature(Approval.Kind.COMPLIANCE, gate.complianceHash())));
    }

    /** Of the last sample of exactly these mappings. */
    private Coverage coverage(Gatekeeper gate) {
        return ledger.samples()
                .finished(gate.sampleBasis())
                .map(Sample::coverage)
                .map(Coverage::read)
                .orElse(new Coverage(Map.of(), List.of()));
    }

    private Library.Signature signature(Approval.Kind kind, String hash) {
        Optional<Approval> latest = ledger.approvals().latest(kind);
        String state = latest.map(approval -> approval.hash().equals(hash) ? "done" : "void")
                .orElse("missing");
        return new Library.Signature(
                kind.word(),
                state,
                latest.map(Approval::by).orElse(""),
                latest.map(approval -> Moments.text(approval.at())).orElse(""),
                hash.substring(0, 12));
    }

    private Library.Arrow arrow(Mapping mapping, Coverage coverage) {
        TargetKind kind = mappings.kindOf(mapping);
        List<Library.Line> lines = new ArrayList<>();
        mapping.rows()
                .forEach(row ->
                        lines.add(line(row, MappingTable.row(row, file.policy().passage(row, kind)))));
        if (mapping.lines() != null) {
            mapping.lines()
                    .rows()
                    .forEach(row -> lines.add(
                            line(row, MappingTable.row(row, file.policy().linePassage(row)))));
        }
        int shown = 0;
        int occurring = 0;
        for (Map.Entry<Coverage.Line, Coverage.Count> entry : coverage.counts().entrySet()) {
            if (entry.getKey().mapping().equals(mapping.name())) {
                shown += entry.getValue().shown();
                occurring += entry.getValue().occurring();
            }
        }
        return new Library.Arrow(
                mapping.name(),
                mapping.title(),
                mapping.why().strip().replaceAll("\\s+", " "),
                mapping.from(),
                mapping.to(),
                lines,
                new LinkedHashMap<>(mapping.leftBehind()),
                mapping.examples().stream().map(ServedMappings::example).toList(),
                shown,
                occurring);
    }

    private static Library.Line line(Mapping.Row row, List<String> cells) {
        return new Library.Line(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                row.place().toString());
    }

    private static Library.Example example(Mapping.Example example) {
        String outcome = "";
        if (example.leftOut()) {
            outcome = "is left out";
        } else if (example.quarantined() != null) {
            outcome = "is set aside: " + example.quarantined();
        } else if (example.expect() != null) {
            outcome = words(example.expect());
        }
        if (example.withheld() != null && !example.withheld().isEmpty()) {
            outcome = (outcome.isEmpty() ? "" : outcome + "; ") + "withheld: " + String.join(", ", example.withheld());
        }
        return new Library.Example(example.it(), words(example.given()), outcome);
    }

    private static String words(Map<String, Object> of) {
        return of.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
