package io.dragoman.console;

import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import java.util.Map;

/** The reports that verbs left, as a list and one by one. */
final class ReportPages {
    private final Console console;

    ReportPages(Console console) {
        this.console = console;
    }

    Reply list(Request request) {
        return console.of(
                request,
                station -> console.page(
                        request,
                        station,
                        "reports",
                        "reports.html",
                        Map.of(
                                "migration",
                                station.name(),
                                "entries",
                                console.library().reports(station.edition()))));
    }

    Reply show(Request request) {
        return console.of(
                request,
                station -> console.library()
                        .report(station.edition(), request.part("report"))
                        .map(sheet -> console.page(
                                request,
                                station,
                                "reports",
                                "report.html",
                                Map.of("migration", station.name(), "name", request.part("report"), "sheet", sheet)))
                        .orElseGet(Reply::notFound));
    }
}
