package io.dragoman.service;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Order;
import io.dragoman.ledger.OrderState;
import io.dragoman.ledger.RunState;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import io.dragoman.run.Stop;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One migration in the service: the current edition of its files, its ledger, and its orders, one after the other. Thread-safe. */
public final class Station implements AutoCloseable {
    private static final String IDLE = "idle";

    private final Workshop workshop;
    private final Stop service;
    private final Watch watch;
    private final HeldLedger ledger;
    private final OrderWork work;
    private final Map<String, UnderWay> underWay = new ConcurrentHashMap<>();
    private volatile Edition edition;
    private volatile List<Problem> badEdit = List.of();

    Station(Workshop workshop, Edition edition, Stop service, Watch watch) {
        this.workshop = workshop;
        this.edition = edition;
        this.service = new Stop(service);
        this.watch = watch;
        this.ledger = new HeldLedger(this::opened);
        this.work = new OrderWork(this);
    }

    /** Takes up what an earlier process left, and whatever is asked for from now on. */
    void begin() {
        tidy();
        work.start();
    }

    private Ledger opened() {
        Ledger opened = workshop.ledger(edition);
        try {
            workshop.join(edition, opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
        return opened;
    }

    /** Name of the migration. */
    public String name() {
        return edition.migration();
    }

    /** The edition that the next order is begun with. */
    public Edition edition() {
        return edition;
    }

    /** What is wrong with the files as they are now; empty when they are the current edition. */
    public List<Problem> badEdit() {
        return badEdit;
    }

    void take(Edition next) {
        badEdit = List.of();
        if (!next.id().equals(edition.id())) {
            edition = next;
            tidy();
        }
        watch.edited(this);
    }

    void refuse(List<Problem> problems) {
        if (!problems.equals(badEdit)) {
            badEdit = List.copyOf(problems);
            watch.edited(this);
        }
    }

    /** Editions that no order needs go. */
    private void tidy() {
        Set<String> needed = new HashSet<>(Set.of(edition.id()));
        read(held -> held.orders().open()).stream().map(Order::edition).forEach(needed::add);
        workshop.keepOnly(edition.file(), needed);
    }

    /** Reads the ledger. */
    public <T> T read(Function<Ledger, T> reader) {
        return ledger.read(reader);
    }

    HeldLedger ledger() {
        return ledger;
    }

    Workshop workshop() {
        return workshop;
    }

    Stop service() {
        return service;
    }

    /**
     * Takes an order down, and carries it out when it is its turn.
     *
     * @param by a person, or {@code schedule}
     * @throws RunProblem refused, while the service is stopping
     */
    public Order ask(Verb verb, List<String> arguments, String by) {
        if (service.asked()) {
            throw refused("service-stopping", "the service is stopping. Ask again when it is there.");
        }
        Order order = read(held -> held.orders().add(verb.name(), arguments, by));
        told(order);
        if (verb.readsOnly()) {
            work.atOnce(order);
        } else {
            work.more();
        }
        return order;
    }

    /** Ends an order after the writes under way, for good. */
    public Order stop(String id) {
        return ended(id, UnderWay.Ending.STOP, OrderState.STOPPED);
    }

    /** Ends an order after the writes under way; it goes on when it is resumed, under the edition it was begun with. */
    public Order pause(String id) {
        return ended(id, UnderWay.Ending.PAUSE, OrderState.PAUSED);
    }

    private Order ended(String id, UnderWay.Ending ending, OrderState state) {
        Order order = mustExist(id);
        UnderWay running = underWay.get(id);
        if (running != null) {
            running.end(ending);
        } else if (order.state().goesOn() || (order.state() == OrderState.PAUSED && state == OrderState.STOPPED)) {
            read(held -> {
                held.orders().end(id, new Order.End(state, 0, order.run(), order.told(), order.report()));
                return id;
            });
        } else {
            throw refused("order-over", "this order is over, or paused already.");
        }
        return told(mustExist(id));
    }

    /** Lets a paused order go on. */
    public Order resume(String id) {
        if (mustExist(id).state() != OrderState.PAUSED) {
            throw refused("order-not-paused", "only a paused order can be resumed.");
        }
        read(held -> {
            held.orders().again(id);
            return id;
        });
        work.more();
        return told(mustExist(id));
    }

    private Order mustExist(String id) {
        return order(id)
                .orElseThrow(() -> new UserProblems(
                        List.of(new Problem("not-found", name(), "there is no order of this id. List them first."))));
    }

    public Optional<Order> order(String id) {
        return read(held -> held.orders().find(id));
    }

    private RunProblem refused(String code, String advice) {
        return new RunProblem(RunProblem.Ending.REFUSED, new Problem(code, name(), advice));
    }

    /** How far an order is; empty when it is not under way. */
    public Optional<UnderWay> underWay(String id) {
        return Optional.ofNullable(underWay.get(id));
    }

    /** The order whose turn it is; empty when none is under way. */
    public Optional<UnderWay> underWay() {
        return work.current();
    }

    /** Takes an order in hand; empty when somebody has it. */
    Optional<UnderWay> claim(Order order) {
        UnderWay now = new UnderWay(order.id(), service);
        return underWay.putIfAbsent(order.id(), now) == null ? Optional.of(now) : Optional.empty();
    }

    void leave(UnderWay over) {
        watch.ending(this, over);
        underWay.remove(over.order());
    }

    /**
     * What it does now, in one word: {@code idle}, {@code running}, or the state of a run that waits or was barred; {@code paused} when nothing
     * goes on and an order is paused.
     */
    public String state() {
        Optional<UnderWay> now = underWay();
        if (now.isEmpty()) {
            boolean paused =
                    read(held -> held.orders().open()).stream().anyMatch(order -> order.state() == OrderState.PAUSED);
            return paused ? OrderState.PAUSED.word() : IDLE;
        }
        return read(held -> held.runs().last())
                .filter(run -> run.state() == RunState.WAITING_FOR_BUDGET)
                .map(run -> run.state().word())
                .orElse(OrderState.RUNNING.word());
    }

    /** Tokens its account has left for us today; empty without a limit. */
    public OptionalLong tokensLeft() {
        return workshop.tokensLeft(edition);
    }

    /** Tokens spent on its account today, by all migrations here. */
    public long tokensSpent() {
        return workshop.tokensSpent(edition);
    }

    Order told(Order order) {
        watch.changed(this, order);
        return order;
    }

    /** Waits until no order is under way, which somebody has asked for, at most so long; then lets go of the ledger. */
    void close(long millis) {
        service.ask();
        work.awaitEnd(millis);
        ledger.close();
    }

    @Override
    public void close() {
        close(0);
    }
}
