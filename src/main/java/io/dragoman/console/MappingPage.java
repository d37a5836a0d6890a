package io.dragoman.console;

import io.dragoman.access.Role;
import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import java.util.Map;
import java.util.Set;

/** The mappings as a table for people, with what was left behind, examples, what a sample showed of them, and where they are signed. */
final class MappingPage {
    private final Console console;

    MappingPage(Console console) {
        this.console = console;
    }

    Reply show(Request request) {
        return console.of(request, station -> {
            Library.MappingSheet sheet =
                    station.read(ledger -> console.library().mappings(station.edition(), ledger));
            return console.page(
                    request,
                    station,
                    "mapping",
                    "mapping.html",
                    Map.of(
                            "sheet",
                            sheet,
                            "migration",
                            station.name(),
                            "lines",
                            sheet.arrows().stream()
                                    .mapToInt(arrow -> arrow.lines().size())
                                    .sum(),
                            "badEdit",
                            station.badEdit(),
                            "maySign",
                            Map.of(
                                    "mapping", request.isAny(Set.of(Role.APPROVER)),
                                    "compliance", request.isAny(Set.of(Role.COMPLIANCE)))));
        });
    }
}
