package io.dragoman.service;

import io.dragoman.ledger.Order;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several, each in spite of what the others do. */
final class Watches implements Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    private final List<Watch> all;

    Watches(List<Watch> all) {
        this.all = all;
    }

    @Override
    public void served(Station station) {
        tell(watch -> watch.served(station));
    }

    @Override
    public void gone(Station station) {
        tell(watch -> watch.gone(station));
    }

    @Override
    public void changed(Station station, Order order) {
        tell(watch -> watch.changed(station, order));
    }

    @Override
    public void ending(Station station, UnderWay over) {
        tell(watch -> watch.ending(station, over));
    }

    @Override
    public void edited(Station station) {
        tell(watch -> watch.edited(station));
    }

    private void tell(Consumer<Watch> news) {
        for (Watch watch : all) {
            try {
                news.accept(watch);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Somebody who watches the service failed: {}",
                        e.getClass().getSimpleName());
            }
        }
    }
}
