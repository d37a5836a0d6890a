package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.NotSent;
import io.dragoman.model.RunProblem;
import io.dragoman.model.RunProblem.Ending;
import io.dragoman.model.SchemaItem;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A day without tokens makes a run wait, however the account says so. */
class SpentDayTest {
    @Test
    void a_day_whose_tokens_are_spent_makes_the_run_wait() {
        AtomicLong told = new AtomicLong(-1);
        Budget budget = new Budget() {
            @Override
            public void pay(String port, int tokens, boolean write) {
                // The account counts for itself here.
            }

            @Override
            public void told(OptionalLong tokensLeft, OptionalLong requestsLeft) {
                tokensLeft.ifPresent(told::set);
            }

            @Override
            public RunProblem refused() {
                return Stops.budgetSpent();
            }
        };
        try (Account poor = Account.open(s -> s.withDailyTokens(12), s -> s, budget)) {
            poor.prepare(new SchemaItem.CustomField("person", Records.SOURCE_FIELD, FieldType.TEXT, List.of()));
            poor.create(Records.person("p-1"));
            assertThat(told).hasValue(2);

            assertThat(catchThrowable(() -> poor.create(Records.person("p-2"))))
                    .isInstanceOf(NotSent.class)
                    .cause()
                    .isInstanceOfSatisfying(RunProblem.class, stop -> {
                        assertThat(stop.ending()).isEqualTo(Ending.WAITING);
                        assertThat(stop.problem().code()).isEqualTo("budget-spent");
                    });
        }
    }

    @Test
    void a_day_that_is_spent_without_saying_so_is_noticed_after_a_few_refusals() {
        try (Account silent = Account.open(
                s -> s.withDailyTokens(12).withBurstPer2s(100).withDailyTokenHeaders(false),
                s -> s,
                Budget.unlimited())) {
            silent.prepare(new SchemaItem.CustomField("person", Records.SOURCE_FIELD, FieldType.TEXT, List.of()));
            silent.create(Records.person("p-1"));

            assertThat(catchThrowable(() -> silent.create(Records.person("p-2"))))
                    .isInstanceOf(NotSent.class)
                    .cause()
                    .hasMessageContaining("budget-spent");
        }
    }

    @Test
    void a_budget_that_cannot_pay_sends_nothing() {
        Budget spent = new Budget() {
            @Override
            public void pay(String port, int tokens, boolean write) {
                if (port.equals("write")) {
                    throw Stops.budgetSpent();
                }
            }

            @Override
            public void told(OptionalLong tokensLeft, OptionalLong requestsLeft) {
                // Nothing to learn.
            }

            @Override
            public RunProblem refused() {
                return Stops.budgetSpent();
            }
        };
        try (Account poor = Account.open(s -> s, s -> s, spent)) {
            assertThat(catchThrowable(() -> poor.create(Records.visit("v-1"))))
                    .isInstanceOf(NotSent.class)
                    .hasCauseInstanceOf(RunProblem.class);
            assertThat(poor.sandbox().stats().requests()).isZero();
        }
    }
}
