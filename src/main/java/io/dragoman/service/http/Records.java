package io.dragoman.service.http;

import io.dragoman.service.Station;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a migration's ledger knows of runs and of records that are set aside. */
final class Records {
    private static final int MOST = 500;

    private Records() {}

    static Reply runs(Station station) {
        return Reply.json(
                200,
                Map.of(
                        "runs",
                        station.read(ledger -> ledger.runs().all()).stream()
                                .map(Views::run)
                                .toList()));
    }

    static Reply run(Station station, String id) {
        if (!id.matches("r[0-9]{1,9}")) {
            return Reply.notFound();
        }
        return station.read(ledger -> ledger.runs().find(id))
                .map(run -> Reply.json(200, Views.run(run)))
                .orElseGet(Reply::notFound);
    }

    /** @param code null for every code @param mapping null for every mapping */
    static Reply quarantine(Station station, @Nullable String code, @Nullable String mapping) {
        return Reply.json(
                200,
                Map.of(
                        "setAside",
                        station.read(ledger -> ledger.quarantine().open(MOST, code, mapping)),
                        "byCode",
                        station.read(ledger -> ledger.quarantine().countsByCode())));
    }
}
