package io.dragoman.app;

import io.dragoman.ledger.Approval;
import io.dragoman.ledger.AuditLog;
import io.dragoman.ledger.Cost;
import io.dragoman.ledger.Forecast;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Owner;
import io.dragoman.ledger.Plan;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.model.Fate;
import io.dragoman.model.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a certificate says, section by section: counts, rates, exceptions, hashes, signatures and runs; no value of a record. */
final class CertificateText {
    private static final double HUNDRED = 100;

    private final Engine engine;
    private final Ledger ledger;
    private final MigrationFile file;
    private final List<Mapping> mappings;

    CertificateText(Engine engine) {
        this.engine = engine;
        this.ledger = engine.ledger();
        this.file = engine.file();
        this.mappings = engine.blueprint().mappings().phases().stream()
                .filter(mapping -> !mapping.targetKind().equals("user"))
                .toList();
    }

    void addTo(Report.Draft draft, List<String> open) {
        draft.section(
                "Open points",
                "While these are open, the migration is not complete.",
                List.of("What"),
                open.stream().map(List::of).toList());
        records(draft);
        account(draft);
        rates(draft);
        exceptions(draft);
        evidence(draft);
        approvals(draft);
        runs(draft);
        hashes(draft);
    }

    /** The last run that went through everything; what came later is told by its own run. */
    private void records(Report.Draft draft) {
        Optional<Run> last = Stream.of(RunMode.RUN, RunMode.DELTA)
                .flatMap(mode -> ledger.runs().latest(mode).stream())
                .max(Comparator.comparing(Run::started));
        Map<String, Map<Fate, Long>> counts = last.map(Run::counts).orElse(Map.of());
        List<Fate> shown = Stream.of(Fate.values())
                .filter(fate -> counts.values().stream().anyMatch(phase -> phase.getOrDefault(fate, 0L) > 0))
                .toList();
        List<String> columns = new ArrayList<>(List.of("What", "From the source"));
        shown.forEach(fate -> columns.add(word(fate)));
        List<List<String>> rows = new ArrayList<>();
        for (Mapping mapping : mappings) {
            Map<Fate, Long> phase = counts.getOrDefault(mapping.name(), Map.of());
            List<String> row = new ArrayList<>();
            row.add(mapping.title());
            row.add(grouped(phase.values().stream().mapToLong(Long::longValue).sum()));
            shown.forEach(fate -> row.add(grouped(phase.getOrDefault(fate, 0L))));
            rows.add(row);
        }
        draft.chart(
                Chart.stacked(columns.subList(2, columns.size())),
                "Records of the source",
                "Every record that was read has exactly one fate; as "
                        + last.map(Run::id).orElse("no run") + " counted them.",
                columns,
                rows);
    }

    private static String word(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void account(Report.Draft draft) {
        List<List<String>> rows = new ArrayList<>();
        for (Mapping mapping : mappings) {
            long all = ledger.lineages().count(mapping.name());
            long own = ledger.lineages().made(mapping.name(), null);
            long adopted = ledger.lineages().adopted(mapping.name(), null);
            rows.add(List.of(
                    mapping.title(), grouped(all), grouped(own - adopted), grouped(adopted), grouped(all - own)));
        }
        draft.chart(
                Chart.stacked(List.of("Made", "Taken over", "Joined")),
                "In the account",
                "Records with a receipt, as the ledger has them. Joined ones share another one's record.",
                List.of("What", "In all", "Made", "Taken over", "Joined"),
                rows);
    }

    private void rates(Report.Draft draft) {
        List<List<String>> rows = new ArrayList<>();
        for (Mapping mapping : mappings) {
            long made = ledger.lineages().made(mapping.name(), null);
            long adopted = ledger.lineages().adopted(mapping.name(), null);
            if (mapping.identity().existing() != null && made > 0) {
                rows.add(rate(mapping.title() + ", found in the account", adopted, made));
            }
        }
        List<Owner> people = ledger.owners().all();
        if (!people.isEmpty()) {
            rows.add(rate(
                    "People with a user of their own",
                    people.stream().filter(owner -> owner.state().own()).count(),
                    people.size()));
        }
        draft.chart(Chart.share("Share"), "Match rates", "", List.of("What", "Matched", "Of", "Share"), rows);
    }

    private static List<String> rate(String what, long part, long whole) {
        return List.of(
                what, grouped(part), grouped(whole), String.format(Locale.ROOT, "%.2f %%", HUNDRED * part / whole));
    }

    private void exceptions(Report.Draft draft) {
        List<List<String>> rows = new ArrayList<>();
        ledger.quarantine()
                .countsByCode()
                .forEach((code, count) -> rows.add(List.of("set aside", code, grouped(count))));
        Map<String, Long> edited = new TreeMap<>();
        ledger.runs()
                .all()
                .forEach(run -> ledger.edits()
                        .forEach(run.id(), edit -> edited.merge(edit.mapping() + " " + edit.field(), 1L, Long::sum)));
        edited.forEach((field, count) -> rows.add(List.of("changed by people, and kept", field, grouped(count))));
        file.waived().stream().sorted().forEach(code -> rows.add(List.of("waived by name", code, "")));
        draft.section("Exceptions", "", List.of("What", "Which", "Times"), rows);
        draft.section(
                "Kept back by the policy",
                "These values never left.",
                WithheldTable.COLUMNS,
                WithheldTable.of(engine.blueprint().mappings(), file.policy()));
        List<List<String>> behind = new ArrayList<>();
        for (Mapping mapping : mappings) {
            Map<String, List<String>> byReason = new LinkedHashMap<>();
            mapping.leftBehind()
                    .forEach((field, reason) -> byReason.computeIfAbsent(reason, none -> new ArrayList<>())
                            .add(field));
            byReason.forEach(
                    (reason, fields) -> behind.add(List.of(mapping.title(), reason, String.join(", ", fields))));
        }
        draft.section("Left behind by the mapping", "As it was signed.", List.of("What", "Reason", "Fields"), behind);
    }

    /** What other verbs found, by their reports; each is named by its hash. */
    private void evidence(Report.Draft draft) {
        List<List<String>> rows = new ArrayList<>();
        ledger.samples()
                .finished(engine.gatekeeper().sampleBasis())
                .flatMap(sample -> KeptReport.read(file.reports(), "sample-" + sample.id()))
                .ifPresent(report -> rows.add(List.of("sample", report.headline(), report.file(), report.hash())));
        ledger.runs()
                .latest(RunMode.RECONCILE)
                .flatMap(run -> KeptReport.read(file.reports(), "reconcile-" + run.id()))
                .ifPresent(report -> rows.add(List.of("reconcile", report.headline(), report.file(), report.hash())));
        draft.section(
                "What was found by reading back", "", List.of("By", "Outcome", "Report", "SHA-256 of its JSON"), rows);
    }

    private void approvals(Report.Draft draft) {
        List<List<String>> rows = new ArrayList<>();
        for (Approval.Kind kind : Approval.Kind.values()) {
            String now = kind == Approval.Kind.MAPPING
                    ? engine.gatekeeper().mappingHash()
                    : engine.gatekeeper().complianceHash();
            for (Approval given : ledger.approvals().all(kind)) {
                rows.add(List.of(
                        given.by(),
                        kind.word(),
                        given.at().toString(),
                        given.hash().equals(now) ? "holds" : "void: changed since",
                        given.hash()));
            }
        }
        draft.section(
                "Approvals",
                "Who signed what, and whether it is still what was signed.",
                List.of("By", "As", "When (UTC)", "State", "Hash"),
                rows);
    }

    private void runs(Report.Draft draft) {
        List<List<String>> rows = new ArrayList<>();
        for (Run run : ledger.runs().all()) {
            long spent = Cost.sum(ledger.spending().of(run.id())).tokens();
            rows.add(List.of(
                    run.id(),
                    run.mode().word(),
                    run.state().word(),
                    run.started().toString(),
                    run.ended() == null ? "" : run.ended().toString(),
                    grouped(spent),
                    run.mode() == RunMode.RUN ? forecast(run) : ""));
        }
        draft.chart(
                Chart.bars("Tokens"),
                "Runs",
                "Tokens are all that was booked to a run, reading included; the forecast is that of the plan before it.",
                List.of("Run", "Verb", "State", "Begun (UTC)", "Ended (UTC)", "Tokens", "Forecast"),
                rows);
    }

    private String forecast(Run run) {
        return ledger.forecasts()
                .before(run.id(), engine.forecastBasis())
                .map(Forecast::costs)
                .map(costs -> grouped(Cost.sum(costs.stream()
                                .filter(cost -> !cost.mapping().equals(SchemaMaker.SCHEMA))
                                .toList())
                        .tokens()))
                .orElse("");
    }

    private void hashes(Report.Draft draft) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("mapping, overrides and needs", engine.gatekeeper().mappingHash()));
        rows.add(List.of("policy with mapping", engine.gatekeeper().complianceHash()));
        ledger.plans().all().stream()
                .filter(plan -> !plan.carriedOutBy().isEmpty())
                .findFirst()
                .ifPresent(plan -> rows.add(List.of(
                        "plan " + plan.run() + ", carried out by " + String.join(", ", plan.carriedOutBy()),
                        plan.hash())));
        AuditLog.End end = ledger.log().end();
        rows.add(List.of("audit log, entry " + end.entries(), end.link()));
        for (Plan.Part part : PlanBasis.ofSource(engine)) {
            rows.add(List.of("source " + part.name(), part.digest()));
        }
        draft.section(
                "Hashes",
                "SHA-256. Whoever has the same files and the exported audit log can compute them again.",
                List.of("Of", "Hash"),
                rows);
    }

    private static String grouped(long number) {
        return ForecastReport.grouped(number);
    }
}
