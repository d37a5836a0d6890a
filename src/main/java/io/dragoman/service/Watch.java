package io.dragoman.service;

import io.dragoman.ledger.Order;

/** Who is told when something changes in a service. Told by whichever thread changed it, and must neither throw nor wait. */
public interface Watch {
    /** A migration is served from now on. */
    default void served(Station station) {}

    /** A migration is served no more. */
    default void gone(Station station) {}

    /** An order was asked for, begins, ends, or waits again. */
    default void changed(Station station, Order order) {}

    /** An order ends now; what it counted can be asked for once more. */
    default void ending(Station station, UnderWay over) {}

    /** An edit was taken over, or refused. */
    default void edited(Station station) {}
}
