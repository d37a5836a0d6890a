package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DealProductsTest {
    private Sandbox sandbox;
    private Client client;
    private String lines;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.defaults());
        client = new Client(sandbox);
        client.make("/api/v2/products", "{'name':'Consultation'}");
        long deal = client.make("/api/v2/deals", "{'title':'D','value':500,'currency':'USD'}");
        lines = "/api/v2/deals/" + deal + "/products";
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_line_carries_product_name_currency_and_sum() {
        var line = client.post(lines, "{'product_id':1,'item_price':30.25,'quantity':2,'discount':10}");
        assertThat(line.status()).isEqualTo(201);
        assertThat(line.data().path("name").asText()).isEqualTo("Consultation");
        assertThat(line.data().path("currency").asText()).isEqualTo("USD");
        assertThat(line.data().path("sum").asDouble()).isEqualTo(54.45);
    }

    @Test
    void lines_do_not_change_the_value_of_the_deal() {
        client.make(lines, "{'product_id':1,'item_price':30,'quantity':2}");
        assertThat(client.get("/api/v2/deals/1").data().path("value").asInt()).isEqualTo(500);
    }

    @Test
    void a_line_needs_product_price_and_quantity() {
        var got = client.post(lines, "{}");
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().path("error").asText()).contains("product_id", "item_price", "quantity");
    }

    @Test
    void a_hundred_lines_go_in_one_call_and_a_hundred_and_one_do_not() {
        String line = "{'product_id':1,'item_price':1,'quantity':1}";
        String hundred = String.join(",", Collections.nCopies(100, line));
        assertThat(client.post(lines + "/bulk", "{'data':[" + hundred + "," + line + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(lines + "/bulk", "{'data':[" + hundred + "]}").data())
                .hasSize(100);
    }

    @Test
    void one_bad_line_in_bulk_keeps_all_of_them_out() {
        String body =
                "{'data':[{'product_id':1,'item_price':1,'quantity':1},{'product_id':9,'item_price':1,'quantity':1}]}";
        var got = client.post(lines + "/bulk", body);
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().path("error").asText()).contains("data[1].product_id");
        assertThat(client.get(lines).data()).isEmpty();
    }

    @Test
    void lines_are_changed_and_deleted_one_by_one_or_by_ids() {
        long first = client.make(lines, "{'product_id':1,'item_price':1,'quantity':1}");
        long second = client.make(lines, "{'product_id':1,'item_price':2,'quantity':1}");
        long third = client.make(lines, "{'product_id':1,'item_price':3,'quantity':1}");
        assertThat(client.patch(lines + "/" + first, "{'quantity':4}")
                        .data()
                        .path("sum")
                        .asInt())
                .isEqualTo(4);
        client.delete(lines + "/" + first);
        var gone = client.delete(lines + "?ids=" + second);
        assertThat(gone.data().path("ids").toString()).isEqualTo("[" + second + "]");
        assertThat(client.get(lines).data().findValues("id"))
                .extracting(id -> id.asLong())
                .containsExactly(third);
    }

    @Test
    void the_lines_of_several_deals_come_in_one_list() {
        long other = client.make("/api/v2/deals", "{'title':'E'}");
        client.make(lines, "{'product_id':1,'item_price':1,'quantity':1}");
        client.make("/api/v2/deals/" + other + "/products", "{'product_id':1,'item_price':1,'quantity':1}");
        assertThat(client.get("/api/v2/deals/products?deal_ids=1," + other).data())
                .hasSize(2);
        assertThat(client.get("/api/v2/deals/products").status()).isEqualTo(400);
    }

    @Test
    void deleting_a_deal_hides_its_lines() {
        client.make(lines, "{'product_id':1,'item_price':1,'quantity':1}");
        client.delete("/api/v2/deals/1");
        assertThat(client.get(lines).status()).isEqualTo(404);
        assertThat(sandbox.dump().path("dealProducts")).isEmpty();
    }

    @Test
    void one_tax_method_rules_all_lines_of_a_deal() {
        client.make(lines, "{'product_id':1,'item_price':100,'quantity':1,'tax':19}");
        client.make(lines, "{'product_id':1,'item_price':100,'quantity':1,'tax':19,'tax_method':'exclusive'}");
        assertThat(client.get(lines).data().findValues("sum"))
                .extracting(sum -> sum.asInt())
                .containsExactly(119, 119);
    }
}
