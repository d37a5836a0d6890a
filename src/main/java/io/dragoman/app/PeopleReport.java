package io.dragoman.app;

import static io.dragoman.app.InventoryReport.grouped;

import io.dragoman.inventory.Counts;
import java.util.List;

/** What an audit tells of the humans of a source: how they can be reached, and who looks after them. */
final class PeopleReport {
    private final Counts counts;
    private final List<SourceOwners.Person> owners;

    PeopleReport(Counts counts, List<SourceOwners.Person> owners) {
        this.counts = counts;
        this.owners = owners;
    }

    void addTo(Report.Draft draft) {
        draft.section(
                "How people can be reached",
                "Families share addresses; nobody is joined for that.",
                List.of(
                        "Kind",
                        "People",
                        "No e-mail",
                        "No sound e-mail",
                        "Share an e-mail",
                        "No telephone",
                        "Unsound numbers",
                        "Not to be reached",
                        "No birth date",
                        "Odd birth date"),
                counts.people().stream()
                        .map(one -> List.of(
                                one.object(),
                                grouped(one.people()),
                                grouped(one.noEmail()),
                                grouped(one.badEmail()),
                                grouped(one.sharedEmail()),
                                grouped(one.noPhone()),
                                grouped(one.badPhone()),
                                grouped(one.unreachable()),
                                grouped(one.noBirth()),
                                grouped(one.oddBirth())))
                        .toList());
        draft.section(
                "Who owns records",
                "Nobody was looked for in the account; `owners` does that.",
                List.of("Source", "Name", "E-mail", "Rows", "State"),
                owners.stream()
                        .map(one -> List.of(one.key(), one.name(), one.email(), grouped(one.records()), one.state()))
                        .toList());
    }
}
