package io.dragoman.console;

import io.dragoman.ledger.Order;
import io.dragoman.ledger.OrderState;
import io.dragoman.service.Station;
import java.util.List;

/**
 * An order as a line of a table, and as a page.
 *
 * @param words verb and arguments, as on the command line
 * @param goesOn whether it is waiting or under way
 * @param page name of its report; empty for none
 */
record OrderView(
        String id,
        String verb,
        String words,
        String state,
        boolean goesOn,
        boolean paused,
        String by,
        String asked,
        String started,
        String ended,
        String run,
        String told,
        String page) {
    static OrderView of(Order order) {
        return new OrderView(
                order.id(),
                order.verb(),
                (order.verb() + " " + String.join(" ", order.arguments())).strip(),
                order.state().word(),
                order.state().goesOn(),
                order.state() == OrderState.PAUSED,
                order.askedBy(),
                Times.moment(order.asked()),
                Times.moment(order.started()),
                Times.moment(order.ended()),
                order.run(),
                order.told(),
                order.report().replaceFirst("\\.html$", ""));
    }

    /** The latest ones, the newest first. */
    static List<OrderView> latest(Station station, int count) {
        return station.read(ledger -> ledger.orders().latest(count, null)).stream()
                .map(OrderView::of)
                .toList();
    }
}
