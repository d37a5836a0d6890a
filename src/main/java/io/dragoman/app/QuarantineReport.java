package io.dragoman.app;

import io.dragoman.ledger.Quarantine;
import io.dragoman.ledger.Quarantine.Entry;
import io.dragoman.model.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was set aside, for the terminal and the page. */
final class QuarantineReport {
    /** Codes of records that wait for another one. */
    private static final Set<String> WAITING = Set.of("link-missing", "joined-to-missing");

    private final Quarantine quarantine;
    private final String migration;

    QuarantineReport(Quarantine quarantine, String migration) {
        this.quarantine = quarantine;
        this.migration = migration;
    }

    /** @param entries those that are shown, of all that are open */
    Report of(List<Entry> entries) {
        Map<String, Long> counts = quarantine.countsByCode();
        long open = counts.values().stream().mapToLong(Long::longValue).sum();
        Report.Draft draft = new Report.Draft("quarantine", migration)
                .chart(
                        Chart.bars("Records"),
                        "By code",
                        "All that is open.",
                        List.of("Code", "Records"),
                        counts.entrySet().stream()
                                .map(count -> List.of(count.getKey(), String.valueOf(count.getValue())))
                                .toList())
                .section(
                        "Set aside",
                        open > entries.size() ? entries.size() + " of " + open + "." : "",
                        List.of("Mapping", "Key", "Code", "Place", "What to do", "Run", "Times", "State"),
                        entries.stream().map(QuarantineReport::row).toList());
        next(draft, counts);
        return draft.end((entries.isEmpty() && open > 0 ? "Nothing of that name is or was set aside; " : "")
                + open
                + (open == 1 ? " entry is open." : " entries are open."));
    }

    private static List<String> row(Entry entry) {
        return List.of(
                entry.mapping(),
                entry.key(),
                entry.problem().code(),
                entry.problem().place(),
                entry.problem().advice(),
                entry.run(),
                String.valueOf(entry.times()),
                entry.resolvedAt() == null
                        ? "open since " + Moments.text(entry.first())
                        : "closed " + Moments.text(entry.resolvedAt()) + " by " + entry.resolvedBy());
    }

    /** Adds to the report of a replay how many it closed, and what is left. */
    Report replayed(Report journey, JourneyResult result, long wanted) {
        Map<String, Long> counts = quarantine.countsByCode();
        long open = counts.values().stream().mapToLong(Long::longValue).sum();
        Report.Draft draft = new Report.Draft("replay", migration).run(result.run());
        draft.section(
                "Left",
                "Open now, with what to do about the first of each code.",
                List.of("Code", "Records", "What to do"),
                counts.entrySet().stream()
                        .map(count -> List.of(
                                count.getKey(),
                                String.valueOf(count.getValue()),
                                quarantine
                                        .open(1, count.getKey())
                                        .get(0)
                                        .problem()
                                        .advice()))
                        .toList());
        next(draft, counts);
        Report left = draft.end(wanted + " records were tried again, " + result.count(Fate.SET_ASIDE)
                + " of them are set aside again; " + open + " entries are open. " + journey.headline());
        List<Report.Section> sections = new ArrayList<>(left.sections());
        sections.addAll(journey.sections());
        return new Report(left.verb(), left.migration(), left.run(), left.headline(), left.at(), sections, left.next());
    }

    private static void next(Report.Draft draft, Map<String, Long> counts) {
        if (counts.isEmpty()) {
            draft.next("Nothing is set aside.");
            return;
        }
        if (!WAITING.containsAll(counts.keySet())) {
            draft.next(
                    "Mend what the advice says, then `quarantine replay --code CODE`, or `--key KEY` for one record.");
        }
        WAITING.stream()
                .filter(counts::containsKey)
                .sorted()
                .forEach(code -> draft.next(counts.get(code)
                        + " wait for another record; once that one arrived: `quarantine replay --code " + code + "`."));
    }
}
