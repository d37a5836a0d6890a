package io.dragoman.console;

import io.dragoman.ledger.Order;
import io.dragoman.model.Problem;
import io.dragoman.service.Station;
import io.dragoman.service.Verb;
import io.dragoman.service.Wish;
import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import io.dragoman.service.http.Rights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** One verb: what it did last, and a form with what it takes. */
final class VerbPages {
    private static final String PARAMETER = "parameter-";
    private static final String EDITION = "edition";
    private static final String CONFIRM = "confirm";
    private static final String PREVIEW = "preview";
    private static final int ORDERS = 5;
    /** Words under which reports of a verb are kept that do not begin with the verb. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("quarantine-replay", "replay", "quarantine-list", "quarantine");

    private static final Problem EDITION_CHANGED = new Problem(
            "edition-changed",
            "",
            "mapping, routes or migration file were edited after the page was made. Nothing was asked for; read the new ones first.");

    private final Console console;

    VerbPages(Console console) {
        this.console = console;
    }

    static String slug(Verb verb) {
        return verb.name().replace(' ', '-');
    }

    Reply show(Request request) {
        return verb(request, (station, verb) -> {
            Map<String, Object> values = values(request, station, verb);
            return console.page(request, station, "verbs/" + slug(verb), "verb.html", values);
        });
    }

    /** What the page of a verb shows, also as part of another page. */
    Map<String, Object> values(Request request, Station station, Verb verb) {
        Set<String> setHere = Set.of("by", PREVIEW);
        Map<String, Object> values = new HashMap<>();
        values.put("verb", verb);
        values.put("slug", slug(verb));
        values.put("migration", station.name());
        values.put("edition", station.edition().id());
        values.put("may", request.isAny(Rights.of(verb)));
        values.put("rolesNeeded", Rights.words(verb));
        values.put(
                "previews",
                verb.options().stream().anyMatch(option -> option.name().equals(PREVIEW)));
        values.put(
                "options",
                verb.options().stream()
                        .filter(option -> !setHere.contains(option.name()))
                        .toList());
        values.put("given", given(request, verb));
        values.put("sheet", latest(station, verb).orElse(null));
        values.put(
                "orders",
                OrderView.latest(station, 100).stream()
                        .filter(order -> order.verb().equals(verb.name()))
                        .limit(ORDERS)
                        .toList());
        return values;
    }

    /** Parameters may come with the address, such as a record that a link asks about. */
    private static List<String> given(Request request, Verb verb) {
        List<String> given = new ArrayList<>();
        for (int at = 0; at < verb.parameters().size(); at++) {
            String value = request.query(PARAMETER + at);
            given.add(value == null ? "" : value);
        }
        return given;
    }

    private Optional<Library.Sheet> latest(Station station, Verb verb) {
        String name = OTHER_NAMES.getOrDefault(slug(verb), slug(verb));
        return console.library().reports(station.edition()).stream()
                .filter(entry -> entry.verb().equals(name) || entry.verb().startsWith(name + "-"))
                .findFirst()
                .flatMap(entry -> console.library().report(station.edition(), entry.name()));
    }

    /** Asks for it, and leads to its order. */
    Reply ask(Request request) {
        return verb(request, (station, verb) -> {
            String seen = request.field(EDITION);
            if (seen != null && !seen.equals(station.edition().id())) {
                return console.page(
                        409,
                        request.visitor(),
                        station.name(),
                        "",
                        "problems.html",
                        Map.of("title", "The files changed meanwhile", "problems", List.of(EDITION_CHANGED)));
            }
            Map<String, Object> options = Rights.signed(request.mustBeKnown(), verb, options(request, verb));
            Order order = station.ask(
                    verb,
                    new Wish(verb, options).arguments(station.name()),
                    request.mustBeKnown().name());
            return Reply.seeOther("/m/" + station.name() + "/orders/" + order.id());
        });
    }

    private static Map<String, Object> options(Request request, Verb verb) {
        Map<String, Object> options = new LinkedHashMap<>();
        for (Verb.Option option : verb.options()) {
            String value = request.field(option.name());
            if (value != null && !value.isBlank()) {
                options.put(option.name(), option.kind() == Verb.Kind.FLAG ? Boolean.TRUE : value.strip());
            }
        }
        String confirmed = request.field(CONFIRM);
        if (verb.confirmed() && confirmed != null && !confirmed.isBlank()) {
            options.put(CONFIRM, confirmed);
        }
        List<String> parameters = new ArrayList<>();
        for (int at = 0; at < verb.parameters().size(); at++) {
            String value = request.field(PARAMETER + at);
            if (value != null && !value.isBlank()) {
                parameters.add(value.strip());
            }
        }
        if (!parameters.isEmpty()) {
            options.put("parameters", parameters);
        }
        return options;
    }

    private Reply verb(Request request, BiFunction<Station, Verb, Reply> answer) {
        return console.of(
                request,
                station -> find(request.part("verb"))
                        .map(verb -> answer.apply(station, verb))
                        .orElseGet(Reply::notFound));
    }

    /** The verb of a part of an address. */
    Optional<Verb> find(String slug) {
        return console.service().verbs().stream()
                .filter(verb -> slug(verb).equals(slug))
                .findFirst();
    }
}
