package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DumpTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withSeed(5));
    private final Client client = new Client(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static void fill(Client client) {
        String code = client.field("person", "enum", ",'options':[{'label':'A'}]");
        long org = client.make("/api/v2/organizations", "{'name':'O'}");
        long person = client.make("/api/v2/persons", "{'name':'P','org_id':" + org + "}");
        long deal = client.make("/api/v2/deals", "{'title':'D','status':'lost','person_id':" + person + "}");
        client.make("/api/v2/products", "{'name':'Q'}");
        client.make("/api/v2/deals/" + deal + "/products", "{'product_id':1,'item_price':1,'quantity':1}");
        client.make("/api/v2/activities", "{'subject':'S','done':true,'deal_id':" + deal + "}");
        client.make("/api/v1/notes", "{'content':'N','person_id':" + person + "}");
        client.make("/api/v1/activityTypes", "{'name':'Visit','icon_key':'car'}");
        assertThat(code).isNotEmpty();
    }

    @Test
    void what_is_made_and_deleted_again_leaves_no_trace() {
        var before = sandbox.dump();
        String code = client.field("person", "text", "");
        fill(client);
        assertThat(sandbox.dump()).isNotEqualTo(before);
        for (String path : List.of(
                "/api/v1/notes/1",
                "/api/v2/activities/1",
                "/api/v2/deals/1",
                "/api/v2/products/1",
                "/api/v2/persons/1",
                "/api/v2/organizations/1",
                "/api/v1/activityTypes/7",
                "/api/v2/personFields/" + code)) {
            assertThat(client.delete(path).status()).as(path).isEqualTo(200);
        }
        String second = sandbox.dump().path("personFields").findValuesAsText("field_code").stream()
                .filter(field -> field.length() == 40)
                .findFirst()
                .orElseThrow();
        client.delete("/api/v2/personFields/" + second);
        assertThat(sandbox.dump()).isEqualTo(before);
    }

    @Test
    void the_same_work_in_two_accounts_of_one_seed_gives_the_same_dump() {
        fill(client);
        try (Sandbox other = Sandbox.start(SandboxSettings.defaults().withSeed(5))) {
            fill(new Client(other));
            assertThat(other.dump().toPrettyString()).isEqualTo(sandbox.dump().toPrettyString());
        }
    }

    @Test
    void a_change_back_is_no_change() {
        fill(client);
        var before = sandbox.dump();
        client.patch("/api/v2/persons/1", "{'name':'Other'}");
        assertThat(sandbox.dump()).isNotEqualTo(before);
        client.patch("/api/v2/persons/1", "{'name':'P'}");
        assertThat(sandbox.dump()).isEqualTo(before);
    }

    @Test
    void a_time_a_client_gave_is_part_of_the_dump_and_others_are_not() {
        client.make("/api/v2/persons", "{'name':'A','add_time':'2019-01-01T00:00:00Z'}");
        client.make("/api/v2/persons", "{'name':'B'}");
        var people = sandbox.dump().path("persons");
        assertThat(people.path(0).path("add_time").asText()).isEqualTo("2019-01-01T00:00:00Z");
        assertThat(people.path(1).has("add_time")).isFalse();
        assertThat(people.path(1).has("update_time")).isFalse();
    }

    @Test
    void many_writers_at_once_lose_and_double_nothing() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(16);
        try {
            List<Future<Long>> made = IntStream.range(0, 400)
                    .mapToObj(i -> writers.submit(() -> client.make("/api/v2/persons", "{'name':'P " + i + "'}")))
                    .toList();
            List<Long> ids = new ArrayList<>();
            for (Future<Long> one : made) {
                ids.add(one.get());
            }
            assertThat(ids).doesNotHaveDuplicates().hasSize(400);
        } finally {
            writers.shutdownNow();
        }
        assertThat(sandbox.dump().path("persons")).hasSize(400);
        assertThat(sandbox.stats().requests()).isEqualTo(400);
        assertThat(sandbox.stats().writes()).containsEntry("persons.create", 400L);
    }
}
