package io.dragoman.console;

import io.dragoman.access.Role;
import io.dragoman.ledger.Quarantine;
import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is set aside, with what to do about it, and another try for a record, a code or all. */
final class QuarantinePage {
    private static final int MOST = 300;

    private final Console console;

    QuarantinePage(Console console) {
        this.console = console;
    }

    /** One entry. @param file of the place, if it is a mapping's; empty otherwise */
    record Entry(
            String mapping,
            String key,
            String code,
            String place,
            String advice,
            String run,
            int times,
            String last,
            String file) {
        static Entry of(Quarantine.Entry entry) {
            String place = entry.problem().place();
            int ending = place.indexOf(".yaml");
            return new Entry(
                    entry.mapping(),
                    entry.key(),
                    entry.problem().code(),
                    place,
                    entry.problem().advice(),
                    entry.run(),
                    entry.times(),
                    Times.moment(entry.last()),
                    ending > 0 && place.substring(0, ending).matches("[a-z0-9-]+") ? place.substring(0, ending) : "");
        }
    }

    Reply show(Request request) {
        return console.of(request, station -> {
            String code = named(request.query("code"));
            Map<String, Long> counts =
                    station.read(ledger -> ledger.quarantine().countsByCode());
            List<Entry> entries = station.read(ledger -> ledger.quarantine().open(MOST, code)).stream()
                    .map(Entry::of)
                    .toList();
            Map<String, Object> values = new HashMap<>();
            values.put("migration", station.name());
            values.put("code", Objects.requireNonNullElse(code, ""));
            values.put("counts", counts);
            values.put(
                    "open", counts.values().stream().mapToLong(Long::longValue).sum());
            values.put("entries", entries);
            values.put("badEdit", station.badEdit());
            values.put("edition", station.edition().id());
            values.put("mayReplay", request.isAny(Set.of(Role.ENGINEER)));
            return console.page(request, station, "quarantine", "quarantine.html", values);
        });
    }

    private static @Nullable String named(@Nullable String code) {
        return code == null || code.isBlank() ? null : code;
    }
}
