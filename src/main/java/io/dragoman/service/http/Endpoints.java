package io.dragoman.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.dragoman.access.Visitor;
import io.dragoman.ledger.Order;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import io.dragoman.service.Service;
import io.dragoman.service.Station;
import io.dragoman.service.Verb;
import io.dragoman.service.Wish;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every resource there is, in one table: the router is filled from it, the description is made from it, and tests walk over it. */
final class Endpoints {
    private static final String ONE = "/api/migrations/{migration}";
    private static final int MOST = 200;

    private final Service service;
    private final Telling telling;
    private final Events events;

    Endpoints(Service service, Telling telling, Events events) {
        this.service = service;
        this.telling = telling;
        this.events = events;
    }

    /** The whole table. */
    List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>();
        all.addAll(ofTheService());
        all.addAll(ofMigrations());
        all.addAll(ofOrders());
        service.verbs().forEach(verb -> all.add(ofVerb(verb)));
        return List.copyOf(all);
    }

    private List<Endpoint> ofTheService() {
        return List.of(
                Endpoint.get("/health/live", "live", "Whether the process works.", List.of(200), r -> telling.live())
                        .forAll(),
                Endpoint.get(
                                "/health/ready",
                                "ready",
                                "Whether ledgers, targets and disk are there.",
                                List.of(200, 503),
                                r -> telling.ready())
                        .forAll(),
                Endpoint.get(
                        "/metrics",
                        "metrics",
                        "Counts and times for Prometheus.",
                        List.of(200),
                        r -> telling.metrics()),
                Endpoint.get("/api/openapi.json", "description", "This description.", List.of(200), r -> description()),
                Endpoint.get(
                        "/api/schemas/{file}",
                        "schema",
                        "A JSON schema for editors: mapping.schema.json or migration.schema.json.",
                        List.of(200, 404),
                        r -> telling.schema(new Request(r).part("file"))),
                Endpoint.get(
                        "/api/verbs", "verbs", "What can be asked for, with its options.", List.of(200), r -> verbs()));
    }

    private List<Endpoint> ofMigrations() {
        return List.of(
                Endpoint.get("/api/migrations", "migrations", "All migrations.", List.of(200), r -> migrations()),
                Endpoint.get(
                        ONE,
                        "migration",
                        "One migration.",
                        List.of(200, 404),
                        at(s -> Reply.json(200, Views.migrationInFull(s)))),
                Endpoint.get(ONE + "/runs", "runs", "The runs in its ledger.", List.of(200, 404), at(Records::runs)),
                Endpoint.get(
                        ONE + "/runs/{run}",
                        "run",
                        "One run.",
                        List.of(200, 404),
                        r -> one(r, s -> Records.run(s, r.pathParam("run")))),
                Endpoint.get(
                        ONE + "/quarantine",
                        "setAside",
                        "What is set aside: key, code, place, advice; filtered by code and mapping.",
                        List.of(200, 404),
                        r -> one(
                                r,
                                s -> Records.quarantine(
                                        s,
                                        r.queryParams().get("code"),
                                        r.queryParams().get("mapping")))),
                Endpoint.get(
                        ONE + "/reports",
                        "reports",
                        "Its reports, the newest first.",
                        List.of(200, 404),
                        at(Reports::list)),
                Endpoint.get(
                        ONE + "/reports/{file}",
                        "report",
                        "A report, as page, JSON or table.",
                        List.of(200, 404),
                        r -> one(r, s -> Reports.file(s, r.pathParam("file")))));
    }

    private List<Endpoint> ofOrders() {
        String order = ONE + "/orders/{order}";
        return List.of(
                Endpoint.get(
                        ONE + "/orders",
                        "orders",
                        "What was asked for, the newest first; before names one to go on from.",
                        List.of(200, 404),
                        r -> one(r, s -> orders(s, r))),
                Endpoint.get(
                        order,
                        "order",
                        "One order, with its progress.",
                        List.of(200, 404),
                        r -> one(r, s -> order(s, r))),
                Endpoint.get(
                        order + "/events",
                        "events",
                        "Its progress as server-sent events, until it is over.",
                        List.of(200, 404),
                        events::answer),
                Endpoint.post(
                        order + "/stop",
                        "stop",
                        "Ends it after the writes under way.",
                        List.of(202, 404, 409),
                        r -> one(r, s -> accepted(s, s.stop(r.pathParam("order"))))),
                Endpoint.post(
                        order + "/pause",
                        "pause",
                        "Ends it after the writes under way, to go on later.",
                        List.of(202, 404, 409),
                        r -> one(r, s -> accepted(s, s.pause(r.pathParam("order"))))),
                Endpoint.post(
                        order + "/resume",
                        "resume",
                        "Lets it go on.",
                        List.of(202, 404, 409),
                        r -> one(r, s -> accepted(s, s.resume(r.pathParam("order"))))));
    }

    /** A verb is a path, as it is a command and a button. */
    private Endpoint ofVerb(Verb verb) {
        return new Endpoint(
                "POST",
                ONE + "/" + verb.name().replace(' ', '/'),
                "ask-" + verb.name().replace(' ', '-'),
                verb.about(),
                Rights.of(verb),
                List.of(202, 400, 404, 409),
                verb.name(),
                r -> one(r, station -> ask(station, verb, r)));
    }

    private static Reply ask(Station station, Verb verb, RoutingContext request) {
        Visitor visitor = new Request(request).mustBeKnown();
        Wish wish = new Wish(verb, Rights.signed(visitor, verb, body(request)));
        return accepted(station, station.ask(verb, wish.arguments(station.name()), visitor.name()));
    }

    private static Map<String, Object> body(RoutingContext request) {
        String body = request.body() == null ? "" : request.body().asString();
        if (body == null || body.isBlank()) {
            return Map.of();
        }
        try {
            return Reply.json().readValue(body, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new UserProblems(List.of(new Problem("body-wrong", "", "the body is one JSON object of options.")));
        }
    }

    private static Reply accepted(Station station, Order order) {
        return Reply.json(202, Views.order(station, order))
                .with("Location", "/api/migrations/" + station.name() + "/orders/" + order.id());
    }

    private static Reply orders(Station station, RoutingContext request) {
        String before = request.queryParams().get("before");
        if (before != null && station.order(before).isEmpty()) {
            return Reply.notFound();
        }
        return Reply.json(
                200,
                Map.of(
                        "orders",
                        station.read(ledger -> ledger.orders().latest(MOST, before)).stream()
                                .map(order -> Views.order(station, order))
                                .toList()));
    }

    private static Reply order(Station station, RoutingContext request) {
        return station.order(request.pathParam("order"))
                .map(order -> Reply.json(200, Views.order(station, order)))
                .orElseGet(Reply::notFound);
    }

    private Reply migrations() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("migrations", service.stations().stream().map(Views::migration).toList());
        List<Object> not = new ArrayList<>();
        service.notServed().forEach((file, problems) -> not.add(Views.notServed(file, problems)));
        view.put("notServed", not);
        return Reply.json(200, view);
    }

    private Reply verbs() {
        return Reply.json(200, Map.of("verbs", service.verbs()));
    }

    private Reply description() {
        return Reply.text(200, Reply.JSON_TYPE, ApiDescription.of(all(), service.verbs()));
    }

    private Endpoint.Handler at(Function<Station, Reply> answer) {
        return request -> one(request, answer);
    }

    private Reply one(RoutingContext request, Function<Station, Reply> answer) {
        return service.station(request.pathParam("migration")).map(answer).orElseGet(Reply::notFound);
    }
}
