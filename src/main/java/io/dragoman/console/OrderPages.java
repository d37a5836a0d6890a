package io.dragoman.console;

import io.dragoman.access.Role;
import io.dragoman.ledger.Order;
import io.dragoman.service.Station;
import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** One order: how far it is while it is under way, what came of it once it is over, and the buttons that end it. */
final class OrderPages {
    private final Console console;
    private final Trails trails;

    OrderPages(Console console, Trails trails) {
        this.console = console;
        this.trails = trails;
    }

    Reply show(Request request) {
        return order(request, (station, order) -> {
            OrderView view = OrderView.of(order);
            Map<String, Object> values = now(request, station, order);
            values.put("moving", false);
            values.put(
                    "sheet",
                    view.page().isEmpty()
                            ? null
                            : console.library()
                                    .report(station.edition(), view.page())
                                    .orElse(null));
            return console.page(request, station, Frame.place(order.verb()), "order.html", values);
        });
    }

    /** Only what moves. */
    Reply moving(Request request) {
        return order(
                request,
                (station, order) -> console.page(request, station, "", "moving.html", now(request, station, order)));
    }

    private static Map<String, Object> now(Request request, Station station, Order order) {
        Map<String, Object> values = new HashMap<>();
        values.put("moving", true);
        values.put("sheet", null);
        values.put("mayEnd", request.isAny(Set.of(Role.ENGINEER)));
        values.put("migration", station.name());
        values.put("order", OrderView.of(order));
        values.put(
                "now",
                station.underWay(order.id())
                        .map(under -> Now.of(station, under))
                        .orElse(null));
        values.put(
                "waitingUntil",
                station.read(ledger -> ledger.runs().last())
                        .filter(run -> order.state().goesOn() && run.waitingUntil() != null)
                        .map(run -> Times.moment(run.waitingUntil()))
                        .orElse(""));
        return values;
    }

    Reply trail(Request request) {
        return console.of(request, station -> Reply.json(200, trails.of(station.name(), request.part("order"))));
    }

    /** Pauses, resumes or stops it. */
    Reply end(Request request) {
        return order(request, (station, order) -> {
            switch (request.part("what")) {
                case "pause" -> station.pause(order.id());
                case "resume" -> station.resume(order.id());
                case "stop" -> station.stop(order.id());
                default -> {
                    return Reply.notFound();
                }
            }
            return Reply.seeOther("/m/" + station.name() + "/orders/" + order.id());
        });
    }

    private Reply order(Request request, BiFunction<Station, Order, Reply> answer) {
        return console.of(
                request,
                station -> station.order(request.part("order"))
                        .map(order -> answer.apply(station, order))
                        .orElseGet(Reply::notFound));
    }
}
