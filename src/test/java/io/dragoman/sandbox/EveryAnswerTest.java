package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the sandbox answers with success, at the price of the official description. Whether the answer fits the description
 * is judged by {@code io.dragoman.contract}, here as in every test.
 */
class EveryAnswerTest {
    private static final Path PRICES =
            Path.of(System.getProperty("dragoman.reference", "../shared/reference"), "pipedrive", "token-costs.csv");
    private static final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSearchPer2s(0).withSearchLagRequests(0));
    private static final Client client = new Client(sandbox);

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static JsonNode checked(String method, String path) {
        return checked(method, path, null);
    }

    private static JsonNode checked(String method, String path, @Nullable String body) {
        Client.Got got = client.send(method, path, body);
        assertThat(got.status()).as(method + " " + path + " " + got.body()).isBetween(200, 201);
        return got.data();
    }

    private static long id(JsonNode data) {
        return data.path("id").asLong();
    }

    private static String address() {
        return "{'value':'Main Street 1, Berlin','country':'Germany','locality':'Berlin'}".replace('\'', '"');
    }

    @Test
    void people_and_organizations() {
        String value = "{'name':'O','address':" + address() + "}";
        long org = id(checked("POST", "/api/v2/organizations", value));
        long person = id(checked(
                "POST",
                "/api/v2/persons",
                "{'name':'Ada Example','org_id':" + org
                        + ",'emails':[{'value':'a@example.com'}],'phones':[{'value':'1'}]}"));
        checked("GET", "/api/v2/persons/" + person);
        checked("GET", "/api/v2/organizations/" + org);
        checked("PATCH", "/api/v2/persons/" + person, "{'name':'Ada'}");
        checked("PATCH", "/api/v2/organizations/" + org, "{'name':'P'}");
        client.make("/api/v2/persons", "{'name':'Second'}");
        checked("GET", "/api/v2/persons?limit=1");
        checked("GET", "/api/v2/organizations");
        checked("GET", "/api/v2/persons/search?term=Ada");
        checked("GET", "/api/v2/organizations/search?term=Main&fields=address");
        checked("DELETE", "/api/v2/persons/" + person);
        checked("DELETE", "/api/v2/organizations/" + org);
    }

    @Test
    void deals_products_and_lines() {
        long product = id(
                checked("POST", "/api/v2/products", "{'name':'P','code':'C','prices':[{'currency':'EUR','price':1}]}"));
        checked("PATCH", "/api/v2/products/" + product, "{'unit':'h'}");
        checked("GET", "/api/v2/products/" + product);
        checked("GET", "/api/v2/products");
        long deal = id(checked(
                "POST",
                "/api/v2/deals",
                "{'title':'Deal','value':12,'status':'won','expected_close_date':'2024-01-01'}"));
        checked("PATCH", "/api/v2/deals/" + deal, "{'status':'lost','lost_reason':'x'}");
        checked("GET", "/api/v2/deals/" + deal);
        checked("GET", "/api/v2/deals");
        checked("GET", "/api/v2/deals/search?term=Deal");
        client.make("/api/v2/products", "{'name':'Plain'}");
        checked("GET", "/api/v2/products/search?term=Plain&exact_match=true");
        checked("GET", "/api/v2/itemSearch?term=Deal");
        checked("GET", "/api/v2/itemSearch/field?entity_type=deal&field=title&term=Deal");
        String lines = "/api/v2/deals/" + deal + "/products";
        String line = "{'product_id':" + product + ",'item_price':1.5,'quantity':2}";
        long first = id(checked("POST", lines, line));
        checked("POST", lines + "/bulk", "{'data':[" + line + "," + line + "]}");
        checked("PATCH", lines + "/" + first, "{'quantity':3}");
        checked("GET", lines + "?limit=2");
        checked("GET", "/api/v2/deals/products?deal_ids=" + deal);
        checked("DELETE", lines + "/" + first);
        checked("DELETE", lines);
        checked("DELETE", "/api/v2/deals/" + deal);
        client.make("/api/v2/deals", "{'title':'Old','is_archived':true}");
        checked("GET", "/api/v2/deals/archived");
        checked("GET", "/api/v1/deals/summary");
        checked("DELETE", "/api/v2/products/" + product);
    }

    @Test
    void activities_pipelines_and_stages() {
        long person = client.make("/api/v2/persons", "{'name':'P'}");
        long activity = id(checked(
                "POST",
                "/api/v2/activities",
                "{'subject':'S','type':'call','due_date':'2024-01-01','due_time':'10:00','duration':'00:30','done':true,"
                        + "'participants':[{'person_id':" + person
                        + "}],'attendees':[{'email':'a@example.com'}],'location':"
                        + address() + "}"));
        checked("PATCH", "/api/v2/activities/" + activity, "{'done':false}");
        checked("GET", "/api/v2/activities/" + activity);
        checked("GET", "/api/v2/activities?include_fields=attendees");
        checked("DELETE", "/api/v2/activities/" + activity);
        long pipeline = id(checked("POST", "/api/v2/pipelines", "{'name':'P'}"));
        long stage = id(checked("POST", "/api/v2/stages", "{'name':'S','pipeline_id':" + pipeline + "}"));
        checked("PATCH", "/api/v2/pipelines/" + pipeline, "{'name':'Q'}");
        checked("PATCH", "/api/v2/stages/" + stage, "{'name':'T','is_deal_rot_enabled':true,'days_to_rotten':3}");
        for (String path : List.of("pipelines", "pipelines/" + pipeline, "stages", "stages/" + stage)) {
            checked("GET", "/api/v2/" + path);
        }
        checked("DELETE", "/api/v2/stages/" + stage);
        checked("DELETE", "/api/v2/pipelines/" + pipeline);
    }

    @Test
    void fields_and_options() {
        for (String entity : List.of("person", "organization", "deal", "product")) {
            String all = "/api/v2/" + entity + "Fields";
            String code = checked("POST", all, "{'field_name':'F','field_type':'set','options':[{'label':'A'}]}")
                    .path("field_code")
                    .asText();
            checked("POST", all, "{'field_name':'G','field_type':'address'}");
            checked("GET", all + "?limit=500");
            checked("GET", all + "/" + code);
            checked("PATCH", all + "/" + code, "{'field_name':'H'}");
            long option = id(checked("POST", all + "/" + code + "/options", "[{'label':'B'}]")
                    .path(0));
            checked("PATCH", all + "/" + code + "/options", "[{'id':" + option + ",'label':'C'}]");
            checked("DELETE", all + "/" + code + "/options", "[{'id':" + option + "}]");
            checked("DELETE", all + "/" + code);
        }
        checked("GET", "/api/v2/activityFields");
        checked("GET", "/api/v2/activityFields/priority");
    }

    @Test
    void users_types_and_notes() {
        checked("GET", "/api/v1/users");
        checked("GET", "/api/v1/users/me");
        checked("GET", "/api/v1/users/12");
        long type = id(checked("POST", "/api/v1/activityTypes", "{'name':'Visit','icon_key':'car'}"));
        checked("PUT", "/api/v1/activityTypes/" + type, "{'name':'House visit'}");
        checked("GET", "/api/v1/activityTypes");
        checked("DELETE", "/api/v1/activityTypes/" + type);
        long person = client.make("/api/v2/persons", "{'name':'P'}");
        long note = id(checked("POST", "/api/v1/notes", "{'content':'x','person_id':" + person + "}"));
        checked("PUT", "/api/v1/notes/" + note, "{'content':'y'}");
        checked("GET", "/api/v1/notes/" + note);
        checked("GET", "/api/v1/notes?limit=1");
        checked("DELETE", "/api/v1/notes/" + note);
    }

    @Test
    void every_operation_is_described_and_costs_what_the_description_says() throws IOException {
        assumeTrue(Files.isReadable(PRICES), "no official prices at hand: set -Ddragoman.reference to their folder");
        Map<String, Integer> official = new HashMap<>();
        for (String row :
                Files.readAllLines(PRICES).subList(1, (int) Files.lines(PRICES).count())) {
            String[] cells = row.split(",", -1);
            official.put(cells[1] + " " + shape(cells[2]), Integer.valueOf(cells[4]));
        }
        for (Route route : sandbox.routes()) {
            if (route.path().startsWith("/api/")) {
                assertThat(official).containsEntry(route.method() + " " + shape(route.path()), route.cost());
            }
        }
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
