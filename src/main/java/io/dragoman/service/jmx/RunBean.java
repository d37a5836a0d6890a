package io.dragoman.service.jmx;

import io.dragoman.ledger.Order;
import io.dragoman.service.Station;
import io.dragoman.service.UnderWay;
import java.util.Map;
import java.util.Optional;

/** One order while it is under way. */
final class RunBean implements RunMXBean {
    private final Station station;
    private final Order order;

    RunBean(Station station, Order order) {
        this.station = station;
        this.order = order;
    }

    private Optional<UnderWay> now() {
        return station.underWay(order.id());
    }

    @Override
    public String getVerb() {
        return order.verb();
    }

    @Override
    public String getRun() {
        return now().map(UnderWay::progress).map(UnderWay.Progress::run).orElse("");
    }

    @Override
    public String getState() {
        return station.order(order.id()).orElse(order).state().word();
    }

    @Override
    public String getPhase() {
        return Figures.phase(now());
    }

    @Override
    public long getRecordsDone() {
        return Figures.done(now());
    }

    @Override
    public long getRecordsInPhase() {
        return Figures.total(now());
    }

    @Override
    public Map<String, Long> getCountsByFate() {
        return Figures.byFate(
                now().map(UnderWay::progress).map(UnderWay.Progress::counts).orElse(Map.of()));
    }

    @Override
    public double getRecordsPerSecond() {
        return Figures.perSecond(now());
    }

    @Override
    public long getSecondsLeft() {
        return Figures.secondsLeft(now());
    }

    @Override
    public String getAskedBy() {
        return order.askedBy();
    }

    @Override
    public String getEdition() {
        return order.edition();
    }

    @Override
    public void pause() {
        station.pause(order.id());
    }

    @Override
    public void stop() {
        station.stop(order.id());
    }
}
