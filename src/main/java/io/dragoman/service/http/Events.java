package io.dragoman.service.http;

import io.dragoman.ledger.Order;
import io.dragoman.service.Service;
import io.dragoman.service.Station;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The progress of an order as server-sent events: one when anything changed, the last one when it is over. */
final class Events {
    private static final long LOOK_MILLIS = 500;
    /** A proxy cuts what says nothing for a minute. */
    private static final int LOOKS_UNTIL_COMMENT = 30;

    private final Vertx vertx;
    private final Service service;

    Events(Vertx vertx, Service service) {
        this.vertx = vertx;
        this.service = service;
    }

    @Nullable
    Reply answer(RoutingContext request) {
        Optional<Station> station = service.station(request.pathParam("migration"));
        Optional<Order> order = station.flatMap(one -> one.order(request.pathParam("order")));
        if (station.isEmpty() || order.isEmpty()) {
            return Reply.notFound();
        }
        HttpServerResponse response = request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        Following following = new Following(station.get(), order.get().id(), response);
        request.vertx().runOnContext(begun -> following.begin());
        return null;
    }

    /** One listener; all of it on the context of its connection, but for looks into the ledger. */
    private final class Following {
        private final Station station;
        private final String order;
        private final HttpServerResponse response;
        private String last = "";
        private int silent;
        private long timer;
        private boolean looking;

        Following(Station station, String order, HttpServerResponse response) {
            this.station = station;
            this.order = order;
            this.response = response;
        }

        void begin() {
            timer = vertx.setPeriodic(1, LOOK_MILLIS, tick -> look());
            response.closeHandler(closed -> vertx.cancelTimer(timer));
            response.exceptionHandler(broken -> vertx.cancelTimer(timer));
        }

        private void look() {
            if (looking || response.ended() || response.closed()) {
                return;
            }
            looking = true;
            vertx.<Optional<Order>>executeBlocking(() -> station.order(order), false)
                    .onComplete(read -> {
                        looking = false;
                        if (read.succeeded()) {
                            read.result().ifPresent(this::tell);
                        } else {
                            end();
                        }
                    });
        }

        private void tell(Order now) {
            if (response.ended() || response.closed()) {
                return;
            }
            String told = Reply.text(Views.order(station, now));
            if (!told.equals(last)) {
                last = told;
                silent = 0;
                response.write("event: order\ndata: " + told + "\n\n");
            } else if (++silent % LOOKS_UNTIL_COMMENT == 0) {
                response.write(": still there\n\n");
            }
            if (now.state().isOver()) {
                response.write("event: over\ndata: "
                        + Reply.text(Map.of("state", now.state().word())) + "\n\n");
                end();
            } else if (!service.isOpen()) {
                end();
            }
        }

        private void end() {
            vertx.cancelTimer(timer);
            if (!response.ended() && !response.closed()) {
                response.end();
            }
        }
    }
}
