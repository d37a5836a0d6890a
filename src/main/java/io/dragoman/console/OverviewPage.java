package io.dragoman.console;

import io.dragoman.model.Problem;
import io.dragoman.service.Station;
import io.dragoman.service.UnderWay;
import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All migrations at one look. */
final class OverviewPage {
    private final Console console;

    OverviewPage(Console console) {
        this.console = console;
    }

    /** One migration. @param doing what it works at; empty for nothing @param last its last order; null before the first */
    record Card(
            String name,
            String account,
            String state,
            String doing,
            long done,
            long total,
            long setAside,
            long inDoubt,
            long tokensLeft,
            List<Problem> badEdit,
            @Nullable OrderView last) {}

    Reply show(Request request) {
        Map<String, List<Problem>> notServed = new LinkedHashMap<>();
        console.service()
                .notServed()
                .forEach((file, problems) -> notServed.put(String.valueOf(file.getFileName()), problems));
        return console.page(
                200,
                request.visitor(),
                null,
                "",
                "overview.html",
                Map.of(
                        "cards",
                        console.service().stations().stream()
                                .map(OverviewPage::card)
                                .toList(),
                        "notServed",
                        notServed));
    }

    static Card card(Station station) {
        UnderWay.Progress progress = station.underWay().map(UnderWay::progress).orElse(null);
        List<OrderView> latest = OrderView.latest(station, 1);
        return new Card(
                station.name(),
                station.edition().account(),
                station.state(),
                progress == null ? "" : progress.step(),
                progress == null ? 0 : progress.done(),
                progress == null ? 0 : progress.total(),
                station.read(ledger -> ledger.quarantine().countsByCode()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                station.read(ledger -> ledger.writes().open(null).size()),
                station.tokensLeft().orElse(-1),
                station.badEdit(),
                latest.isEmpty() ? null : latest.get(0));
    }
}
