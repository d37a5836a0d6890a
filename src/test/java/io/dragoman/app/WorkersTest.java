package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void the_last_record_is_waited_for_also_when_it_fails_or_has_not_begun() throws Exception {
        Workers workers = new Workers(1);
        AtomicInteger ended = new AtomicInteger();
        CompletableFuture<Void> held = new CompletableFuture<>();
        workers.execute(() -> {
            held.join();
            ended.incrementAndGet();
        });
        workers.execute(() -> {
            ended.incrementAndGet();
            throw new IllegalStateException("planned");
        });
        workers.execute(ended::incrementAndGet);
        CompletableFuture<Integer> after = CompletableFuture.supplyAsync(() -> {
            workers.awaitLast();
            return ended.get();
        });
        assertThat(after).isNotDone();
        held.complete(null);
        assertThat(after.get()).isEqualTo(3);
        workers.awaitLast();
        workers.shutdownNow();
    }
}
