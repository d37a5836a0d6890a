package io.dragoman.console;

import io.dragoman.service.Station;
import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the account's days cost: today's gauge, and a calendar of those before. */
final class TokensPage {
    private static final int DAYS = 56;

    private final Console console;

    TokensPage(Console console) {
        this.console = console;
    }

    /** One day. @param of what the day gives; at least one, so that a gauge has a scale */
    record Day(String day, long spent, long of) {}

    Reply show(Request request) {
        return console.of(request, station -> {
            long given = console.library().tokensADay(station.edition());
            Map<LocalDate, Long> spent =
                    station.read(ledger -> console.library().days(station.edition(), ledger));
            return console.page(
                    request,
                    station,
                    "tokens",
                    "tokens.html",
                    Map.of(
                            "given",
                            given,
                            "spent",
                            station.tokensSpent(),
                            "tokensLeft",
                            station.tokensLeft().orElse(-1),
                            "account",
                            station.edition().account(),
                            "others",
                            others(station),
                            "days",
                            days(spent, given)));
        });
    }

    private static List<Day> days(Map<LocalDate, Long> spent, long given) {
        long most = spent.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return spent.entrySet().stream()
                .limit(DAYS)
                .map(day -> new Day(day.getKey().toString(), day.getValue(), Math.max(1, given > 0 ? given : most)))
                .toList();
    }

    /** Other migrations that spend of the same account. */
    private List<String> others(Station station) {
        return console.service().stations().stream()
                .filter(other -> !other.name().equals(station.name()))
                .filter(other ->
                        other.edition().account().equals(station.edition().account()))
                .map(Station::name)
                .toList();
    }
}
