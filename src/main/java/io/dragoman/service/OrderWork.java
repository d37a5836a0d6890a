package io.dragoman.service;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Order;
import io.dragoman.ledger.OrderState;
import io.dragoman.ledger.Run;
import io.dragoman.model.RunProblem;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The thread that carries out a migration's orders, one after the other. What is next stands in the ledger, so nothing is lost with it. */
final class OrderWork {
    private static final Logger LOG = LoggerFactory.getLogger(OrderWork.class);
    private static final long LOOK_MILLIS = 500;
    private static final long MEND_MILLIS = 1_000;

    private final Station station;
    private final Thread thread;
    private final ExecutorService readers;
    private final Object bell = new Object();
    private boolean rung;
    private volatile @Nullable UnderWay current;

    OrderWork(Station station) {
        this.station = station;
        this.thread = new Thread(this::work, "orders-" + station.name());
        this.thread.setDaemon(true);
        this.readers = Executors.newCachedThreadPool(task -> {
            Thread reader = new Thread(task, "reads-" + station.name());
            reader.setDaemon(true);
            return reader;
        });
    }

    void start() {
        thread.start();
    }

    /** Something new stands in the ledger. */
    void more() {
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
    }

    /** Carries an order out beside those that wait for their turn. */
    void atOnce(Order order) {
        station.claim(order).ifPresent(now -> readers.execute(() -> carryOut(order, now)));
    }

    Optional<UnderWay> current() {
        return Optional.ofNullable(current);
    }

    /** @param millis how long at most */
    void awaitEnd(long millis) {
        more();
        readers.shutdown();
        try {
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            thread.join(Math.max(1, millis));
            boolean quiet = readers.awaitTermination(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (thread.isAlive() || !quiet) {
                LOG.warn("{}: an order did not end in time; the next start takes it up", station.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!station.service().asked()) {
            try {
                Optional<Order> next = next();
                if (next.isPresent()) {
                    station.claim(next.get()).ifPresent(now -> inTurn(next.get(), now));
                } else {
                    awaitBell();
                }
            } catch (RunProblem problem) {
                LOG.warn("{}", problem.problem());
                mend();
            }
        }
    }

    /** What only reads is begun when it is asked for, so that what is left of it here is of an earlier process. */
    private Optional<Order> next() {
        return station.read(ledger -> ledger.orders().open()).stream()
                .filter(order -> order.state().goesOn())
                .filter(order -> station.underWay(order.id()).isEmpty())
                .findFirst();
    }

    private void inTurn(Order order, UnderWay now) {
        current = now;
        try {
            carryOut(order, now);
        } finally {
            current = null;
        }
    }

    private void awaitBell() {
        synchronized (bell) {
            try {
                while (!rung && !station.service().asked()) {
                    bell.wait(LOOK_MILLIS);
                }
                rung = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A ledger that refused a change refuses all; what it holds is known once it is opened anew. */
    private void mend() {
        try {
            TimeUnit.MILLISECONDS.sleep(MEND_MILLIS);
            station.ledger().mend();
        } catch (RunProblem still) {
            LOG.debug("{}", still.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryOut(Order listed, UnderWay now) {
        MDC.put("migration", station.name());
        MDC.put("order", listed.id());
        try (Ledger ledger = station.ledger().lent()) {
            // What only reads may have been carried out since the list was read.
            Order order = ledger.orders().find(listed.id()).orElse(listed);
            if (order.state().goesOn()) {
                begin(order, now, ledger);
            }
        } finally {
            station.leave(now);
            MDC.clear();
        }
        station.order(listed.id()).ifPresent(station::told);
    }

    private void begin(Order order, UnderWay now, Ledger ledger) {
        Edition edition = edition(order);
        ledger.orders().begin(order.id(), edition.id());
        ledger.orders().find(order.id()).ifPresent(station::told);
        String before = lastRun(ledger);
        Workshop.Done done =
                station.workshop().carryOut(edition, ledger, order.verb(), order.arguments(), now.stop(), now);
        OrderState state = state(done, now);
        if (!state.goesOn()) {
            ledger.orders().end(order.id(), end(order, done, state, ledger, before));
        }
        LOG.info("{} {}: {} ({})", order.id(), order.verb(), state.word(), done.exitCode());
    }

    /** An order that was begun keeps its edition; where that is gone, the current one has to do. */
    private Edition edition(Order order) {
        Edition current = station.edition();
        return order.edition().isEmpty() || order.edition().equals(current.id())
                ? current
                : station.workshop().reopen(current.file(), order.edition()).orElse(current);
    }

    /** What ended because the service does goes on when it is there again. */
    private OrderState state(Workshop.Done done, UnderWay now) {
        if (done.exitCode() != 0 && now.ending() != null) {
            return now.ending() == UnderWay.Ending.PAUSE ? OrderState.PAUSED : OrderState.STOPPED;
        }
        if (done.exitCode() != 0 && station.service().asked()) {
            return OrderState.RUNNING;
        }
        return switch (done.exitCode()) {
            case 0 -> OrderState.DONE;
            case 2 -> OrderState.LEFT_OVER;
            case 3 -> OrderState.REFUSED;
            default -> OrderState.FAILED;
        };
    }

    private static Order.End end(Order order, Workshop.Done done, OrderState state, Ledger ledger, String before) {
        String told = done.problems().isEmpty()
                ? done.headline()
                : done.problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
        String last = lastRun(ledger);
        String run = last.equals(before) ? order.run() : last;
        return new Order.End(state, done.exitCode(), done.run().isEmpty() ? run : done.run(), told, done.report());
    }

    private static String lastRun(Ledger ledger) {
        return ledger.runs().last().map(Run::id).orElse("");
    }
}
