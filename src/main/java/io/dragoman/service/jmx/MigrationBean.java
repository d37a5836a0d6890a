package io.dragoman.service.jmx;

import io.dragoman.ledger.Order;
import io.dragoman.ledger.OrderState;
import io.dragoman.ledger.Run;
import io.dragoman.service.Station;
import io.dragoman.service.UnderWay;
import io.dragoman.service.Verb;
import io.dragoman.service.Wish;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;

/** One migration of the service, with news of its orders and edits. */
final class MigrationBean extends NotificationBroadcasterSupport implements MigrationMXBean {
    static final String ORDER_CHANGED = "io.dragoman.order";
    static final String EDITED = "io.dragoman.edition";
    private static final String BY = "jmx";

    private final Station station;
    private final Function<String, Verb> verbs;
    private final AtomicLong news = new AtomicLong();

    MigrationBean(Station station, Function<String, Verb> verbs) {
        super(new MBeanNotificationInfo(
                new String[] {ORDER_CHANGED, EDITED},
                Notification.class.getName(),
                "An order or the edition changed."));
        this.station = station;
        this.verbs = verbs;
    }

    void tell(String type, String text) {
        sendNotification(new Notification(
                type, Beans.name(station).toString(), news.incrementAndGet(), System.currentTimeMillis(), text));
    }

    @Override
    public String getState() {
        return station.state();
    }

    @Override
    public String getOrder() {
        return station.underWay().map(UnderWay::order).orElse("");
    }

    @Override
    public String getPhase() {
        return Figures.phase(station.underWay());
    }

    @Override
    public long getRecordsDone() {
        return Figures.done(station.underWay());
    }

    @Override
    public long getRecordsInPhase() {
        return Figures.total(station.underWay());
    }

    @Override
    public Map<String, Long> getCountsByFate() {
        return Figures.byFate(station.underWay()
                .map(UnderWay::progress)
                .map(UnderWay.Progress::counts)
                .or(() -> station.read(ledger -> ledger.runs().last()).map(Run::counts))
                .orElse(Map.of()));
    }

    @Override
    public double getRecordsPerSecond() {
        return Figures.perSecond(station.underWay());
    }

    @Override
    public long getTokensSpentToday() {
        return station.tokensSpent();
    }

    @Override
    public long getTokensLeftToday() {
        return station.tokensLeft().orElse(-1);
    }

    @Override
    public long getInDoubt() {
        return station.read(ledger -> ledger.writes().open(null).size());
    }

    @Override
    public long getQuarantineDepth() {
        return station.read(ledger -> ledger.quarantine().countsByCode()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public long getSecondsLeft() {
        return Figures.secondsLeft(station.underWay());
    }

    @Override
    public long getOrdersWaiting() {
        return station.read(ledger -> ledger.orders().counts()).getOrDefault(OrderState.WAITING, 0L);
    }

    @Override
    public String getEdition() {
        return station.edition().id();
    }

    @Override
    public List<String> getBadEdit() {
        return station.badEdit().stream().map(Object::toString).toList();
    }

    @Override
    public Map<String, String> getSchedule() {
        Map<String, String> next = new TreeMap<>();
        station.edition()
                .rhythms()
                .keySet()
                .forEach(verb -> station.read(ledger -> ledger.rhythms().find(verb))
                        .ifPresent(due -> next.put(verb, due.next().toString())));
        return next;
    }

    @Override
    public String pause() {
        return station.underWay().map(now -> station.pause(now.order()).id()).orElse("");
    }

    @Override
    public String resume() {
        return station.read(ledger -> ledger.orders().open()).stream()
                .filter(order -> order.state() == OrderState.PAUSED)
                .findFirst()
                .map(Order::id)
                .map(id -> station.resume(id).id())
                .orElse("");
    }

    @Override
    public String stop() {
        return station.underWay().map(now -> station.stop(now.order()).id()).orElse("");
    }

    @Override
    public String replay() {
        return ask("quarantine replay", Map.of());
    }

    @Override
    public String rollbackPreview() {
        return ask("rollback", Map.of("preview", true));
    }

    private String ask(String name, Map<String, Object> options) {
        Verb verb = verbs.apply(name);
        return station.ask(verb, new Wish(verb, options).arguments(station.name()), BY)
                .id();
    }
}
