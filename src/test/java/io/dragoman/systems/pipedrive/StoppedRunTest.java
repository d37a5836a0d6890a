package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.NotSent;
import io.dragoman.model.RunProblem;
import io.dragoman.model.RunProblem.Ending;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.sandbox.Faults;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends a run, and that nothing more is sent then. */
class StoppedRunTest {
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

    private long persons() {
        return account.sandbox().stats().writes().getOrDefault("persons.create", 0L);
    }

    @Test
    void the_account_is_asked_for_nothing_more_after_a_ban() {
        nextWriteMeets(Faults.Kind.BAN_403_HTML);
        assertStops(Ending.BLOCKED, "blocked-by-target", Records.person("p-1"));
        long before = account.sandbox().stats().requests();

        assertStops(Ending.BLOCKED, "blocked-by-target", Records.person("p-2"));

        assertThat(account.sandbox().stats().requests()).isEqualTo(before);
    }

    @Test
    void a_rejected_token_blocks_the_run() {
        nextWriteMeets(Faults.Kind.UNAUTHORIZED_401);
        assertStops(Ending.BLOCKED, "token-rejected", Records.person("p-1"));
    }

    @Test
    void an_unpaid_account_blocks_the_run() {
        nextWriteMeets(Faults.Kind.PAYMENT_402);
        assertStops(Ending.BLOCKED, "account-not-open", Records.person("p-1"));
    }

    @Test
    void a_custom_field_that_was_deleted_ends_the_run_and_is_named() {
        SchemaItem field = new SchemaItem.CustomField("person", "Colour", FieldType.TEXT, List.of());
        TargetId made = account.prepare(field).id();
        TargetRecord gone = Records.plain("schema", "schema", field.name(), Map.of());
        account.undo(new TargetWrite(TargetWrite.Verb.DELETE, gone, made, Set.of()));

        RunProblem stop = assertStops(
                Ending.FAILED,
                "field-gone",
                Records.kept("person", "p-1", Map.of("name", "Ada Example"), Map.of("Colour", "red")));

        assertThat(stop.problem().advice()).contains("Colour");
    }

    @Test
    void a_field_that_was_never_prepared_ends_the_run_before_anything_is_sent() {
        long before = account.sandbox().stats().requests();

        assertStops(
                Ending.FAILED,
                "not-prepared",
                Records.kept("person", "p-1", Map.of("name", "Ada Example"), Map.of("Unknown__c", "x")));

        assertThat(account.sandbox().stats().requests()).isEqualTo(before);
    }

    @Test
    void the_limit_of_the_plan_blocks_the_run() {
        try (Account small = Account.open(s -> s.withCustomFieldCap(1), s -> s, Budget.unlimited())) {
            small.prepare(new SchemaItem.CustomField("person", "One", FieldType.TEXT, List.of()));

            assertThatThrownBy(
                            () -> small.prepare(new SchemaItem.CustomField("person", "Two", FieldType.TEXT, List.of())))
                    .isInstanceOf(NotSent.class)
                    .cause()
                    .isInstanceOfSatisfying(RunProblem.class, stop -> {
                        assertThat(stop.ending()).isEqualTo(Ending.BLOCKED);
                        assertThat(stop.problem().code()).isEqualTo("account-limit");
                    });
        }
    }

    @Test
    void a_target_that_stays_busy_is_given_up_and_nothing_was_sent() {
        for (int i = 0; i < 20; i++) {
            nextWriteMeets(Faults.Kind.HTTP_503);
        }

        assertStops(Ending.FAILED, "target-unreachable", Records.person("p-1"));

        assertThat(account.sandbox().stats().faults()).containsEntry(Faults.Kind.HTTP_503, 9L);
        assertThat(persons()).isZero();
    }

    @Test
    void a_target_that_is_not_there_is_given_up_and_nothing_was_sent() {
        try (Account never = Account.open()) {
            never.sandbox().close();

            assertThat(catchThrowable(() -> never.create(Records.visit("v-1"))))
                    .isInstanceOf(NotSent.class)
                    .cause()
                    .hasMessageContaining("target-unreachable");
        }
    }

    private RunProblem assertStops(Ending ending, String code, TargetRecord record) {
        Throwable thrown = catchThrowable(() -> account.create(record));
        assertThat(thrown).isInstanceOf(NotSent.class);
        if (!(thrown.getCause() instanceof RunProblem stop)) {
            throw new AssertionError("the run does not stop", thrown);
        }
        assertThat(stop.ending()).isEqualTo(ending);
        assertThat(stop.problem().code()).isEqualTo(code);
        return stop;
    }
}
