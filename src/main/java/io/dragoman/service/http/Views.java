package io.dragoman.service.http;

import io.dragoman.ledger.Order;
import io.dragoman.ledger.Run;
import io.dragoman.model.Problem;
import io.dragoman.service.Rhythm;
import io.dragoman.service.Station;
import io.dragoman.service.UnderWay;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is shown of migrations, orders and runs, as maps in the order in which a person reads them. */
final class Views {
    private Views() {}

    static Map<String, Object> migration(Station station) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("migration", station.name());
        view.put("state", state(station));
        view.put("edition", station.edition().id());
        view.put("account", station.edition().account());
        view.put("badEdit", station.badEdit());
        view.put("schedule", schedule(station));
        view.put(
                "underWay",
                station.underWay().map(UnderWay::progress).map(Views::progress).orElse(null));
        return view;
    }

    /** As a migration, with what its ledger has to be asked for. */
    static Map<String, Object> migrationInFull(Station station) {
        Map<String, Object> view = migration(station);
        Map<String, Object> orders = new LinkedHashMap<>();
        station.read(ledger -> ledger.orders().counts()).forEach((state, count) -> orders.put(state.word(), count));
        view.put("orders", orders);
        view.put("inDoubt", station.read(ledger -> ledger.writes().open(null).size()));
        view.put("quarantine", station.read(ledger -> ledger.quarantine().countsByCode()));
        view.put("tokensSpentToday", station.tokensSpent());
        view.put(
                "tokensLeftToday",
                station.tokensLeft().isPresent() ? station.tokensLeft().getAsLong() : null);
        view.put(
                "lastRun",
                station.read(ledger -> ledger.runs().last()).map(Views::run).orElse(null));
        return view;
    }

    static Map<String, Object> notServed(Path file, List<Problem> problems) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("file", file.getFileName().toString());
        view.put("problems", problems);
        return view;
    }

    /** The state of what it works at: of the order, or of the run while that waits. */
    static String state(Station station) {
        return station.state();
    }

    private static Map<String, Object> schedule(Station station) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Map.Entry<String, Rhythm> rhythm : station.edition().rhythms().entrySet()) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("rhythm", rhythm.getValue().text());
            station.read(ledger -> ledger.rhythms().find(rhythm.getKey()))
                    .ifPresent(due -> view.put("next", due.next()));
            all.put(rhythm.getKey(), view);
        }
        return all;
    }

    static Map<String, Object> order(Station station, Order order) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("order", order.id());
        view.put("migration", station.name());
        view.put("verb", order.verb());
        view.put("arguments", order.arguments());
        view.put("state", order.state().word());
        view.put("askedBy", order.askedBy());
        view.put("asked", order.asked());
        view.put("started", order.started());
        view.put("ended", order.ended());
        view.put("edition", order.edition());
        view.put("lives", order.lives());
        view.put("run", order.run());
        view.put("exitCode", order.exitCode());
        view.put("told", order.told());
        view.put("report", order.report());
        view.put(
                "progress",
                station.underWay(order.id())
                        .map(UnderWay::progress)
                        .map(Views::progress)
                        .orElse(null));
        return view;
    }

    static Map<String, Object> progress(UnderWay.Progress progress) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("order", progress.order());
        view.put("run", progress.run());
        view.put("mapping", progress.mapping());
        view.put("step", progress.step());
        view.put("done", progress.done());
        view.put("total", progress.total());
        view.put("perSecond", Math.round(progress.perSecond() * 10) / 10.0);
        view.put("secondsLeft", progress.left() == null ? null : progress.left().toSeconds());
        Map<String, Object> counts = new LinkedHashMap<>();
        progress.counts().forEach((mapping, fates) -> counts.put(mapping, fates(fates)));
        view.put("counts", counts);
        return view;
    }

    static Map<String, Object> run(Run run) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("run", run.id());
        view.put("verb", run.mode().word());
        view.put("state", run.state().word());
        view.put("started", run.started());
        view.put("ended", run.ended());
        view.put("waitingUntil", run.waitingUntil());
        view.put("advice", run.advice());
        view.put("tokens", run.tokens());
        Map<String, Object> counts = new LinkedHashMap<>();
        run.counts().forEach((mapping, fates) -> counts.put(mapping, fates(fates)));
        view.put("counts", counts);
        return view;
    }

    private static Map<String, Object> fates(Map<io.dragoman.model.Fate, Long> fates) {
        Map<String, Object> words = new LinkedHashMap<>();
        fates.forEach((fate, count) -> words.put(fate.word(), count));
        return words;
    }

    static Map<String, @Nullable Object> list(String name, List<?> of) {
        return Map.of(name, of);
    }
}
