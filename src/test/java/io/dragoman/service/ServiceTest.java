package io.dragoman.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dragoman.ledger.Order;
import io.dragoman.ledger.OrderState;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.run.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders, editions and rhythms on real ledgers, with verbs that last as long as the test wants. */
class ServiceTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    private Service service() {
        return Service.open(bench, new Service.Places(List.of(), folder), new Stop(), clock(), List.of());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Objects.requireNonNull(now.get());
            }
        };
    }

    @Test
    void orders_follow_each_other_and_what_only_reads_does_not_wait() throws Exception {
        bench.file("acme", "e1");
        try (Service service = service()) {
            Station acme = service.station("acme").orElseThrow();
            Order first = acme.ask(Bench.WORK, List.of(), "Ana");
            awaitState(acme, first, OrderState.RUNNING);
            Order second = acme.ask(Bench.WORK, List.of(), "Ana");
            Order look = acme.ask(Bench.LOOK, List.of(), "Ana");
            awaitState(acme, look, OrderState.DONE);
            assertThat(state(acme, second)).isEqualTo(OrderState.WAITING);
            bench.letOneGo();
            awaitState(acme, first, OrderState.DONE);
            awaitState(acme, second, OrderState.RUNNING);
            acme.stop(second.id());
            awaitState(acme, second, OrderState.STOPPED);
            assertThatThrownBy(() -> acme.stop(second.id()))
                    .isInstanceOfSatisfying(
                            RunProblem.class,
                            e -> assertThat(e.problem().code()).isEqualTo("order-over"));
            assertThat(bench.began()).containsExactly("work e1", "look e1", "work e1");
        }
    }

    @Test
    void an_order_keeps_its_edition_over_edits_pauses_and_restarts() throws Exception {
        Path file = bench.file("acme", "e1");
        String id;
        try (Service service = service()) {
            Station acme = service.station("acme").orElseThrow();
            id = acme.ask(Bench.WORK, List.of(), "Ana").id();
            Order order = acme.order(id).orElseThrow();
            awaitState(acme, order, OrderState.RUNNING);
            Files.writeString(file, "wrong\nlimits\n");
            await().until(() ->
                    acme.badEdit().stream().map(Problem::code).toList().equals(List.of("wrong")));
            assertThat(acme.edition().id()).isEqualTo("e1");
            bench.file("acme", "second");
            await().until(() -> acme.edition().id().equals("second"));
            assertThat(acme.badEdit()).isEmpty();
            acme.pause(id);
            awaitState(acme, order, OrderState.PAUSED);
            Order other = acme.ask(Bench.WORK, List.of(), "Ana");
            bench.letOneGo();
            awaitState(acme, other, OrderState.DONE);
            acme.resume(id);
            awaitState(acme, order, OrderState.RUNNING);
        }
        try (Service again = service()) {
            Station acme = again.station("acme").orElseThrow();
            awaitState(acme, acme.order(id).orElseThrow(), OrderState.RUNNING);
            bench.letOneGo();
            awaitState(acme, acme.order(id).orElseThrow(), OrderState.DONE);
            assertThat(acme.order(id).orElseThrow().lives()).isEqualTo(3);
        }
        assertThat(bench.began()).containsExactly("work e1", "work second", "work e1", "work e1");
    }

    @Test
    void what_was_due_meanwhile_is_made_up_for_once_and_not_while_it_is_under_way() throws Exception {
        bench.with(Map.of("work", Rhythm.every(Duration.ofHours(1)))).file("acme", "e1");
        try (Service service = service()) {
            Station acme = service.station("acme").orElseThrow();
            await().until(() ->
                    acme.read(ledger -> ledger.rhythms().find("work")).isPresent());
        }
        now.set(NOON.plus(Duration.ofHours(9)).plusSeconds(1));
        try (Service service = service()) {
            Station acme = service.station("acme").orElseThrow();
            await().until(() -> acme.underWay().isPresent());
            now.set(NOON.plus(Duration.ofHours(20)).plusSeconds(1));
            await().until(() -> acme.read(ledger -> ledger.rhythms().find("work"))
                    .orElseThrow()
                    .next()
                    .equals(NOON.plus(Duration.ofHours(21))));
            List<Order> orders = acme.read(ledger -> ledger.orders().latest(9, null));
            assertThat(orders).extracting(Order::askedBy).containsExactly("schedule");
        }
    }

    @Test
    void what_cannot_be_served_is_told_and_served_once_it_is_mended() throws Exception {
        bench.file("acme", "e1");
        Path other = Files.writeString(folder.resolve("other.migration.yaml"), "e1\nother limits\n");
        Path bad = bench.file("bad", "wrong");
        try (Service service = service()) {
            assertThat(service.stations()).extracting(Station::name).containsExactly("acme");
            assertThat(service.notServed().get(other)).extracting(Problem::code).containsExactly("account-told-twice");
            assertThat(service.notServed().get(bad)).extracting(Problem::code).containsExactly("wrong");
            bench.file("bad", "e1");
            await().until(() -> service.station("bad").isPresent());
            Files.delete(bad);
            await().until(() -> service.station("bad").isEmpty());
        }
    }

    private static OrderState state(Station station, Order order) {
        return station.order(order.id()).orElseThrow().state();
    }

    private static void awaitState(Station station, Order order, OrderState state) {
        await().until(() -> state(station, order) == state);
    }
}
