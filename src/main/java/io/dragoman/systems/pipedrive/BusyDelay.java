package io.dragoman.systems.pipedrive;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Tells Camel how long to wait before a busy target is asked again, where the target said so itself. */
final class BusyDelay implements Processor {
    @Override
    public void process(Exchange exchange) {
        TargetBusy busy = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, TargetBusy.class);
        if (busy != null && busy.delayMillis() > 0) {
            exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, busy.delayMillis());
        }
    }
}
