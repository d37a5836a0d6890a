package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dragoman.model.RunProblem;
import io.dragoman.model.RunProblem.Ending;
import io.dragoman.sandbox.OAuthApp;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account that an OAuth app opens, with access tokens that end before their time. */
class OAuthTest {
    private Account account;

    @BeforeEach
    void open() {
        account = Account.open(
                plain -> plain,
                plain -> plain.withOAuth(new OAuth(
                        OAuthApp.CLIENT,
                        () -> OAuthApp.SECRET,
                        () -> OAuthApp.REFRESH,
                        URI.create(plain.baseUrl() + "/oauth/token"))),
                Budget.unlimited());
    }

    @AfterEach
    void close() {
        account.close();
    }

    private void assertStops(Ending ending, String code) {
        assertThat(catchThrowable(() -> account.create(Records.visit("v-2"))))
                .cause()
                .isInstanceOfSatisfying(RunProblem.class, stop -> {
                    assertThat(stop.ending()).isEqualTo(ending);
                    assertThat(stop.problem().code()).isEqualTo(code);
                });
    }

    @Test
    void one_token_serves_all_requests_until_it_ends() {
        account.create(Records.visit("v-1"));
        account.create(Records.visit("v-2"));
        assertThat(account.sandbox().oauth().renewals()).isEqualTo(1);

        account.sandbox().oauth().endAll();
        account.create(Records.visit("v-3"));

        assertThat(account.sandbox().oauth().renewals()).isEqualTo(2);
        assertThat(account.sandbox().dump().path("activities")).hasSize(3);
    }

    @Test
    void many_workers_with_an_ended_token_renew_it_and_lose_nothing() throws Exception {
        account.create(Records.visit("v-0"));
        account.sandbox().oauth().endAll();
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                String key = "v-" + i;
                sent.add(workers.submit(() -> account.create(Records.visit(key))));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } finally {
            workers.shutdownNow();
        }

        assertThat(account.sandbox().dump().path("activities")).hasSize(41);
        assertThat(account.sandbox().oauth().renewals()).isEqualTo(2);
    }

    @Test
    void an_app_that_lost_its_access_stops_the_run() {
        account.create(Records.visit("v-1"));
        account.sandbox().oauth().shutOut();

        assertStops(Ending.BLOCKED, "token-rejected");
    }

    @Test
    void a_token_for_another_account_is_not_used() {
        account.sandbox().oauth().apiDomain("https://somebody-else.example");

        assertStops(Ending.REFUSED, "another-account");
        assertThat(account.sandbox().stats().requests()).isZero();
    }
}
