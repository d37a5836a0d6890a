package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to an account from outside: its plan is full, a user leaves, its clock is wrong, it is closed in the middle. */
class AccountLimitsTest {

    @Test
    void a_deal_over_the_cap_is_refused_with_its_code_until_there_is_room() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withDealCap(2))) {
            Client client = new Client(sandbox);
            long first = client.make("/api/v2/deals", "{'title':'A'}");
            client.make("/api/v2/deals", "{'title':'B'}");

            Client.Got refused = client.post("/api/v2/deals", "{'title':'C'}");

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("code").asText()).isEqualTo("feature_capping_deals_limit");
            client.delete("/api/v2/deals/" + first);
            client.make("/api/v2/deals", "{'title':'C'}");
            assertThat(client.post("/_sandbox/plan", "{'deals':3}").status()).isEqualTo(200);
            client.make("/api/v2/deals", "{'title':'D'}");
        }
    }

    @Test
    void a_deal_on_the_waitlist_is_taken_and_in_no_list() {
        try (Sandbox sandbox =
                Sandbox.start(SandboxSettings.defaults().withDealCap(1).withWaitlist(true))) {
            Client client = new Client(sandbox);
            long listed = client.make("/api/v2/deals", "{'title':'A','value':3}");
            long waiting = client.make("/api/v2/deals", "{'title':'B','value':4}");

            assertThat(client.get("/api/v2/deals").data().findValuesAsText("id"))
                    .containsExactly(String.valueOf(listed));
            assertThat(client.get("/api/v2/deals/" + waiting).status()).isEqualTo(200);
            assertThat(client.get("/api/v1/deals/summary")
                            .data()
                            .path("total_count")
                            .asInt())
                    .isEqualTo(1);
            sandbox.plan(0, 0);
            assertThat(client.get("/api/v2/deals").data()).hasSize(2);
        }
    }

    @Test
    void a_summary_counts_deals_by_currency_and_status() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Client client = new Client(sandbox);
            client.make("/api/v2/deals", "{'title':'A','value':3,'currency':'USD'}");
            client.make("/api/v2/deals", "{'title':'B','value':4.5,'status':'won'}");
            client.make("/api/v2/deals", "{'title':'C','is_archived':true}");

            var all = client.get("/api/v1/deals/summary").data();
            var won = client.get("/api/v1/deals/summary?status=won").data();

            assertThat(all.path("total_count").asInt()).isEqualTo(2);
            assertThat(all.at("/values_total/USD/count").asInt()).isEqualTo(1);
            assertThat(won.path("total_count").asInt()).isEqualTo(1);
            assertThat(won.at("/values_total/EUR/value").asDouble()).isEqualTo(4.5);
        }
    }

    @Test
    void nothing_new_is_given_to_a_user_who_was_deactivated() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Client client = new Client(sandbox);
            client.make("/api/v2/persons", "{'name':'A','owner_id':12}");

            assertThat(client.post("/_sandbox/user", "{'id':12,'active':false}").status())
                    .isEqualTo(200);

            assertThat(client.post("/api/v2/persons", "{'name':'B','owner_id':12}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.get("/api/v1/users/12").data().path("active_flag").asBoolean())
                    .isFalse();
            assertThat(client.post("/_sandbox/user", "{'id':99}").status()).isEqualTo(400);
            sandbox.activate(12, true);
            client.make("/api/v2/persons", "{'name':'B','owner_id':12}");
        }
    }

    @Test
    void a_clock_that_is_off_dates_records_by_itself() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withClockOff(Duration.ofHours(-3)))) {
            Client client = new Client(sandbox);
            long id = client.make("/api/v2/persons", "{'name':'A'}");

            Instant made = Instant.parse(
                    client.get("/api/v2/persons/" + id).data().path("add_time").asText());

            assertThat(made).isBefore(Instant.now().minus(Duration.ofHours(2)));
        }
    }

    @Test
    void a_lasting_fault_meets_every_request_until_it_is_cleared() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Client client = new Client(sandbox);
            sandbox.faults().fromRequest(2, Faults.Kind.UNAUTHORIZED_401);

            List<Integer> met = List.of(
                    client.get("/api/v2/persons").status(),
                    client.get("/api/v2/persons").status(),
                    client.get("/api/v2/deals").status());
            client.post("/_sandbox/faults", "{'clear':true}");

            assertThat(met).containsExactly(200, 401, 401);
            assertThat(client.get("/api/v2/persons").status()).isEqualTo(200);
            client.post("/_sandbox/faults", "{'fromRequest':{'n':1,'kind':'PAYMENT_402'}}");
            assertThat(client.get("/api/v2/persons").status()).isEqualTo(402);
        }
    }
}
