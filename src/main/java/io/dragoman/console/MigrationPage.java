package io.dragoman.console;

import io.dragoman.ledger.Run;
import io.dragoman.service.Station;
import io.dragoman.service.Verb;
import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One migration: how far along its road it is, what is under way, and everything that can be asked for. */
final class MigrationPage {
    private static final int ORDERS = 15;
    private static final List<Step> ROAD = List.of(
            new Step("check", "Check the files", "", ""),
            new Step("plan", "Plan, with its price", "", ""),
            new Step("approve", "Sign the mapping", "", ""),
            new Step("prepare", "Prepare the account", "", ""),
            new Step("sample", "Sample and look", "", ""),
            new Step("run", "Run", "", ""),
            new Step("delta", "Bring what changed", "", ""),
            new Step("reconcile", "Reconcile", "", ""),
            new Step("certify", "Certify", "", ""));

    private final Console console;

    MigrationPage(Console console) {
        this.console = console;
    }

    /** A step of the road. @param state of the last order of its verb; empty before the first */
    record Step(String verb, String title, String state, String at) {
        /** Where it is done. */
        public String address() {
            return verb.equals("approve") ? "mapping" : verb.equals("sample") ? "sample" : "verbs/" + verb;
        }
    }

    /** @param slug the verb as a part of an address */
    record Offer(String name, String slug, String about) {}

    Reply show(Request request) {
        return console.of(request, station -> {
            Map<String, Object> values = new HashMap<>();
            values.put("card", OverviewPage.card(station));
            values.put("steps", steps(station));
            values.put("orders", OrderView.latest(station, ORDERS));
            values.put("runs", runs(station));
            values.put("schedule", schedule(station));
            values.put("offers", offers());
            values.put("edition", station.edition().id());
            return console.page(request, station, "", "migration.html", values);
        });
    }

    private static List<Step> steps(Station station) {
        List<OrderView> latest = OrderView.latest(station, 200);
        return ROAD.stream()
                .map(step -> latest.stream()
                        .filter(order -> order.verb().equals(step.verb()))
                        .findFirst()
                        .map(order -> new Step(step.verb(), step.title(), order.state(), order.asked()))
                        .orElse(step))
                .toList();
    }

    private static Library.Table runs(Station station) {
        List<List<String>> rows = new ArrayList<>();
        List<Run> runs = station.read(ledger -> ledger.runs().all());
        for (int at = runs.size() - 1; at >= Math.max(0, runs.size() - ORDERS); at--) {
            Run run = runs.get(at);
            long records = run.counts().values().stream()
                    .flatMap(fates -> fates.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
            rows.add(List.of(
                    run.id(),
                    run.mode().word(),
                    run.state().word(),
                    Times.moment(run.started()),
                    Times.moment(run.ended()),
                    String.format(Locale.ROOT, "%,d", records),
                    String.format(Locale.ROOT, "%,d", run.tokens())));
        }
        return new Library.Table(
                List.of(
                        new Library.Column("Run", "word"),
                        new Library.Column("Verb", "word"),
                        new Library.Column("State", "word"),
                        new Library.Column("Started", "word"),
                        new Library.Column("Ended", "word"),
                        new Library.Column("Records", "number"),
                        new Library.Column("Tokens of writes", "number")),
                rows);
    }

    private static List<List<String>> schedule(Station station) {
        List<List<String>> rows = new ArrayList<>();
        station.edition()
                .rhythms()
                .forEach((verb, rhythm) -> rows.add(List.of(
                        verb,
                        rhythm.text(),
                        station.read(ledger -> ledger.rhythms().find(verb))
                                .map(due -> Times.moment(due.next()))
                                .orElse(""))));
        return rows;
    }

    private List<Offer> offers() {
        return console.service().verbs().stream().map(MigrationPage::offer).toList();
    }

    private static Offer offer(Verb verb) {
        return new Offer(verb.name(), VerbPages.slug(verb), verb.about());
    }
}
