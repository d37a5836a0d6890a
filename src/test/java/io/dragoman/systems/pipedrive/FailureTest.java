package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.model.FindRequest;
import io.dragoman.model.InDoubt;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Receipt;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.sandbox.Faults;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What each failure of the target comes to: sent again, in doubt, or the end of the run. */
class FailureTest {
    private Account account;

    private long writes;

    @BeforeEach
    void open() {
        account = Account.open();
        account.prepare(new SchemaItem.CustomField("person", Records.SOURCE_FIELD, FieldType.TEXT, List.of()));
        writes = 1;
    }

    @AfterEach
    void close() {
        account.close();
    }

    private void nextWriteMeets(Faults.Kind fault) {
        account.sandbox().faults().onWrite(++writes, fault);
    }

    private Map<String, TargetId> found(TargetRecord... records) {
        return account.find(new FindRequest("person", Instant.now(), List.of(records)));
    }

    private long persons() {
        return account.sandbox().stats().writes().getOrDefault("persons.create", 0L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.Kind.class,
            names = {
                "LOST_ANSWER_AFTER_COMMIT",
                "HTTP_500_AFTER_COMMIT",
                "HALF_BODY_AFTER_COMMIT",
                "HTML_200_AFTER_COMMIT"
            })
    void a_write_without_a_readable_answer_is_in_doubt_and_is_found(Faults.Kind fault) {
        nextWriteMeets(fault);

        assertThatThrownBy(() -> account.create(Records.person("p-1"))).isInstanceOf(InDoubt.class);

        assertThat(persons()).isEqualTo(1);
        assertThat(found(Records.person("p-1"), Records.person("p-2"))).containsOnlyKeys("p-1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.Kind.class,
            names = {"RESET_BEFORE_COMMIT", "HTTP_500_BEFORE_COMMIT"})
    void a_write_that_was_never_carried_out_is_in_doubt_and_is_not_found(Faults.Kind fault) {
        nextWriteMeets(fault);

        assertThatThrownBy(() -> account.create(Records.person("p-1"))).isInstanceOf(InDoubt.class);

        assertThat(persons()).isZero();
        assertThat(found(Records.person("p-1"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.Kind.class,
            names = {"HTTP_503", "BURST_429"})
    void a_busy_target_gets_the_same_write_again_and_one_record_comes_of_it(Faults.Kind fault) {
        nextWriteMeets(fault);

        account.create(Records.person("p-1"));

        assertThat(persons()).isEqualTo(1);
        assertThat(account.sandbox().stats().faults()).containsEntry(fault, 1L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.Kind.class,
            mode = Mode.EXCLUDE,
            names = {"BAN_403_HTML", "UNAUTHORIZED_401", "PAYMENT_402", "TEXT_CUT_SHORT"})
    void a_read_that_fails_is_simply_asked_again(Faults.Kind fault) {
        account.sandbox().faults().onRequest(account.sandbox().stats().requests() + 1, fault);

        assertThat(account.ask("owners", "", List.class)).hasSize(3);
    }

    @Test
    void a_write_that_was_repeated_once_is_not_repeated_when_it_comes_to_be_in_doubt() {
        nextWriteMeets(Faults.Kind.HTTP_503);
        nextWriteMeets(Faults.Kind.LOST_ANSWER_AFTER_COMMIT);

        assertThatThrownBy(() -> account.create(Records.person("p-1"))).isInstanceOf(InDoubt.class);

        assertThat(persons()).isEqualTo(1);
    }

    @Test
    void a_full_window_slows_every_worker_and_every_record_is_written_once() throws Exception {
        try (Account narrow = Account.open(s -> s.withBurstPer2s(6), s -> s, Budget.unlimited())) {
            ExecutorService workers = Executors.newFixedThreadPool(4);
            try {
                List<Callable<Receipt>> visits = IntStream.range(0, 10)
                        .mapToObj(i -> (Callable<Receipt>) () -> narrow.create(Records.visit("v-" + i)))
                        .toList();
                for (Future<Receipt> visit : workers.invokeAll(visits)) {
                    assertThat(visit.get().id().value()).isNotEmpty();
                }
            } finally {
                workers.shutdownNow();
            }
            assertThat(narrow.sandbox().stats().writes()).containsEntry("activities.create", 10L);
            assertThat(narrow.sandbox().stats().refused429()).isBetween(1L, 20L);
        }
    }

    @Test
    void a_kept_connection_that_breaks_leaves_a_write_in_doubt() {
        account.sandbox().close();

        assertThatThrownBy(() -> account.create(Records.person("p-1"))).isInstanceOf(InDoubt.class);
    }

    @Test
    void a_field_whose_making_got_no_answer_is_found_by_its_name() {
        nextWriteMeets(Faults.Kind.LOST_ANSWER_AFTER_COMMIT);

        account.prepare(new SchemaItem.CustomField("person", "Colour", FieldType.CHOICE, List.of("Red", "Blue")));

        assertThat(account.bound()).containsKeys("field/person/Colour", "option/person/Colour/Blue");
        assertThat(account.sandbox().stats().writes()).containsEntry("personFields.create", 2L);
    }

    @Test
    void a_pipeline_that_may_still_arrive_is_not_sent_again_at_once() {
        nextWriteMeets(Faults.Kind.RESET_BEFORE_COMMIT);

        assertThatThrownBy(() -> account.prepare(new SchemaItem.Pipeline("Recalls")))
                .isInstanceOf(InDoubt.class);

        assertThat(account.sandbox().stats().writes()).doesNotContainKey("pipelines.create");
    }
}
