package io.dragoman.systems.pipedrive;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Camel how long to wait before a busy target is asked again, where the target said so itself. */
final class BusyDelay implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(BusyDelay.class);
    private static final long QUIET_NANOS = 10_000_000_000L;

    private final AtomicLong told = new AtomicLong();

    @Override
    public void process(Exchange exchange) {
        TargetBusy busy = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, TargetBusy.class);
        if (busy != null) {
            tell(busy);
        }
        if (busy != null && busy.delayMillis() > 0) {
            exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, busy.delayMillis());
        }
    }

    /** All workers wait for the same target: one word now and then is enough. */
    private void tell(TargetBusy busy) {
        long now = System.nanoTime();
        long last = told.get();
        if ((last == 0 || now - last > QUIET_NANOS) && told.compareAndSet(last, now)) {
            LOG.warn("Pipedrive does not take requests now ({}); they are sent again", busy.getMessage());
        }
    }
}
