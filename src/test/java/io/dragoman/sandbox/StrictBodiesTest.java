package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body either fits to the letter or is refused with the name of what does not. */
class StrictBodiesTest {
    private static Sandbox sandbox;
    private static Client client;
    private static final Map<String, String> NAMES = new HashMap<>();

    @BeforeAll
    static void oneOfEverything() {
        sandbox = Sandbox.start(SandboxSettings.defaults());
        client = new Client(sandbox);
        client.make("/api/v2/persons", "{'name':'Ada Example'}");
        client.make("/api/v2/organizations", "{'name':'Example Practice'}");
        client.make("/api/v2/deals", "{'title':'First'}");
        client.make("/api/v2/products", "{'name':'Consultation'}");
        client.make("/api/v2/pipelines", "{'name':'Second'}");
        for (String type : new String[] {
            "varchar",
            "text",
            "double",
            "phone",
            "date",
            "daterange",
            "time",
            "timerange",
            "address",
            "monetary",
            "org",
            "people",
            "user",
            "varchar_auto"
        }) {
            NAMES.put(type, client.field("person", type, ""));
        }
        for (String type : new String[] {"enum", "set"}) {
            var made = client.post(
                    "/api/v2/personFields",
                    "{'field_name':'F','field_type':'" + type + "','options':[{'label':'A'},{'label':'B'}]}");
            NAMES.put(type, made.data().path("field_code").asText());
            NAMES.put(type + "1", made.data().path("options").path(0).path("id").asText());
            NAMES.put(type + "2", made.data().path("options").path(1).path("id").asText());
        }
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static String filled(String template) {
        String text = template;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            text = text.replace("<" + name.getKey() + ">", name.getValue());
        }
        return text;
    }

    @ParameterizedTest(name = "{0} {1} is refused for {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            persons       | {}                                                      | name
            persons       | {'name':''}                                             | name
            persons       | {'name':'  '}                                           | name
            persons       | {'name':null}                                           | name
            persons       | {'name':7}                                              | name
            persons       | {'name':'A','nickname':'B'}                             | nickname
            persons       | {'name':'A','first_name':'B'}                           | first_name
            persons       | {'name':'A','owner_id':'11'}                            | owner_id
            persons       | {'name':'A','owner_id':13}                              | owner_id
            persons       | {'name':'A','user_id':11}                               | user_id
            persons       | {'name':'A','org_id':99}                                | org_id
            persons       | {'name':'A','org_id':1.0}                               | org_id
            persons       | {'name':'A','add_time':'2020-01-01 10:00:00'}           | add_time
            persons       | {'name':'A','add_time':'2020-02-30T10:00:00Z'}          | add_time
            persons       | {'name':'A','visible_to':2}                             | visible_to
            persons       | {'name':'A','label_ids':[1]}                            | label_ids
            persons       | {'name':'A','emails':'a@example.com'}                   | emails
            persons       | {'name':'A','emails':[{'label':'work'}]}                | emails
            persons       | {'name':'A','emails':[{'value':'a','kind':'x'}]}        | emails
            persons       | {'name':'A','emails':[{'value':'a','primary':1}]}       | emails
            persons       | {'name':'A','phones':[{'value':'1','primary':true},{'value':'2','primary':true}]} | phones
            organizations | {}                                                      | name
            organizations | {'name':'A','address':'Main Street 1'}                  | address
            organizations | {'name':'A','address':{'country':'DE'}}                 | address
            organizations | {'name':'A','address':{'value':'x','city':'y'}}         | address
            organizations | {'name':'A','org_id':1}                                 | org_id
            deals         | {}                                                      | title
            deals         | {'title':'D','add_time':'2020-01-01T00:00:00Z'}         | add_time
            deals         | {'title':'D','value':'12'}                              | value
            deals         | {'title':'D','currency':'EURO'}                         | currency
            deals         | {'title':'D','status':'deleted'}                        | status
            deals         | {'title':'D','stage_id':99}                             | stage_id
            deals         | {'title':'D','pipeline_id':2,'stage_id':1}              | stage_id
            deals         | {'title':'D','pipeline_id':2}                           | pipeline_id
            deals         | {'title':'D','lost_reason':'none'}                      | lost_reason
            deals         | {'title':'D','won_time':'2020-01-01T00:00:00Z'}         | won_time
            deals         | {'title':'D','status':'won','lost_time':'2020-01-01T00:00:00Z'} | lost_time
            deals         | {'title':'D','close_time':'2020-01-01T00:00:00Z'}       | close_time
            deals         | {'title':'D','expected_close_date':'2021-02-29'}        | expected_close_date
            deals         | {'title':'D','probability':101}                         | probability
            deals         | {'title':'D','person_id':99}                            | person_id
            deals         | {'title':'D','is_deleted':true}                         | is_deleted
            products      | {'name':''}                                             | name
            products      | {'name':'P','prices':[{'currency':'EUR'}]}              | prices
            products      | {'name':'P','prices':[{'currency':'EUR','price':1},{'currency':'EUR','price':2}]} | prices
            products      | {'name':'P','category':1}                               | category
            products      | {'name':'P','billing_frequency':'weekly'}               | billing_frequency_cycles
            activities    | {}                                                      | subject
            activities    | {'subject':'S','type':'visit'}                          | type
            activities    | {'subject':'S','person_id':1}                           | person_id
            activities    | {'subject':'S','due_date':'2024-13-01'}                 | due_date
            activities    | {'subject':'S','due_time':'9:30'}                       | due_time
            activities    | {'subject':'S','due_time':'24:00'}                      | due_time
            activities    | {'subject':'S','duration':'1:00'}                       | duration
            activities    | {'subject':'S','done':1}                                | done
            activities    | {'subject':'S','lead_id':'x'}                           | lead_id
            activities    | {'subject':'S','participants':[{'person_id':99}]}       | participants
            activities    | {'subject':'S','participants':[{'person_id':1},{'person_id':1}]} | participants
            activities    | {'subject':'S','custom_fields':{}}                      | custom_fields
            pipelines     | {}                                                      | name
            pipelines     | {'name':'P','order_nr':2}                               | order_nr
            stages        | {'name':'S'}                                            | pipeline_id
            stages        | {'name':'S','pipeline_id':1,'deal_probability':120}     | deal_probability
            """)
    void a_body_that_does_not_fit_is_refused_by_name(String collection, String body, String named) {
        var before = sandbox.dump();
        var got = client.post("/api/v2/" + collection, body);
        assertThat(got.status()).as(got.body()).isEqualTo(400);
        assertThat(got.json().path("code").asText()).isEqualTo("ERR_SCHEMA_VALIDATION_FAILED");
        assertThat(got.json().path("success").asBoolean(true)).isFalse();
        assertThat(got.json().path("error").asText())
                .startsWith("Validation failed: ")
                .contains(named);
        assertThat(sandbox.dump()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} does not take {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            varchar      | 7
            varchar      | ['x']
            phone        | 12345
            text         | true
            double       | '1.5'
            double       | 123456789012345
            date         | '2023-02-29'
            date         | '1.2.2023'
            daterange    | '2023-01-01'
            daterange    | {'value':'2023-01-01'}
            daterange    | {'value':'2023-02-01','until':'2023-01-01'}
            time         | '10:00:00'
            time         | {'value':'10:00'}
            time         | {'value':'10:00:00','timezone_name':'Nowhere'}
            timerange    | {'value':'10:00:00'}
            address      | 'Main Street 1'
            address      | {'value':''}
            monetary     | 12
            monetary     | {'value':'12','currency':'EUR'}
            monetary     | {'value':12}
            monetary     | {'value':12,'currency':'eur'}
            enum         | '<enum1>'
            enum         | 'A'
            enum         | 1
            set          | <set1>
            set          | []
            set          | ['<set1>']
            set          | [<enum1>]
            org          | 99
            people       | '1'
            user         | 13
            varchar_auto | {}
            """)
    void a_custom_value_of_the_wrong_shape_is_refused_by_code(String type, String value) {
        String code = NAMES.get(type);
        var got = client.post("/api/v2/persons", filled("{'name':'A','custom_fields':{'" + code + "':" + value + "}}"));
        assertThat(got.status()).as(got.body()).isEqualTo(400);
        assertThat(got.json().path("error").asText()).contains(code);
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            varchar      | 'x'
            text         | 'many words'
            phone        | '+49 30 0000'
            double       | 1.5
            date         | '2024-02-29'
            daterange    | {'value':'2023-01-01','until':'2023-02-01'}
            time         | {'value':'10:00:00','timezone_name':'Europe/Berlin'}
            timerange    | {'value':'10:00:00','until':'11:00:00','timezone_name':'Europe/Berlin'}
            monetary     | {'value':12.5,'currency':'EUR'}
            enum         | <enum1>
            set          | [<set1>,<set2>]
            org          | 1
            people       | 1
            user         | 11
            varchar_auto | 'x'
            """)
    void a_custom_value_of_the_right_shape_reads_back_the_same(String type, String value) {
        String code = NAMES.get(type);
        var got = client.post("/api/v2/persons", filled("{'name':'A','custom_fields':{'" + code + "':" + value + "}}"));
        assertThat(got.status()).as(got.body()).isEqualTo(200);
        var read = client.get("/api/v2/persons/" + got.id()).data().path("custom_fields");
        assertThat(read.path(code).toString()).isEqualTo(filled(value).replace('\'', '"'));
    }

    @Test
    void an_address_reads_back_with_all_its_parts() {
        String code = NAMES.get("address");
        long id = client.make(
                "/api/v2/persons", "{'name':'A','custom_fields':{'" + code + "':{'value':'Main Street 1'}}}");
        var address =
                client.get("/api/v2/persons/" + id).data().path("custom_fields").path(code);
        assertThat(address.path("value").asText()).isEqualTo("Main Street 1");
        assertThat(address.has("postal_code")).isTrue();
        assertThat(address.path("postal_code").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'x'", "[]", "7", "null"})
    void custom_fields_that_are_not_an_object_end_in_a_server_error_every_time(String value) {
        var got = client.post("/api/v2/persons", "{'name':'A','custom_fields':" + value + "}");
        assertThat(got.status()).isEqualTo(500);
        assertThat(got.json().path("code").asText()).isEqualTo("ERR_UNKNOWN");
    }

    @Test
    void a_field_code_outside_custom_fields_is_refused() {
        String code = NAMES.get("varchar");
        var got = client.post("/api/v2/persons", "{'name':'A','" + code + "':'x'}");
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().path("error").asText()).contains(code);
    }

    @Test
    void every_fault_of_a_body_is_named_at_once() {
        var got = client.post("/api/v2/deals", "{'value':'1','colour':'red'}");
        assertThat(got.json().path("error").asText()).contains("title", "value", "colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"birthday", "notes", "job_title", "im", "postal_address"})
    void contact_sync_keys_are_forbidden(String key) {
        assertThat(client.post("/api/v2/persons", "{'name':'A','" + key + "':'x'}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void text_longer_than_255_characters_does_not_fit_a_varchar() {
        String code = NAMES.get("varchar");
        String body = "{'name':'A','custom_fields':{'" + code + "':'" + "x".repeat(256) + "'}}";
        assertThat(client.post("/api/v2/persons", body).status()).isEqualTo(400);
    }

    @Test
    void a_body_that_is_not_json_or_names_a_key_twice_is_refused() {
        assertThat(client.post("/api/v2/persons", "{'name':'A'").status()).isEqualTo(400);
        assertThat(client.post("/api/v2/persons", "{'name':'A','name':'B'}").status())
                .isEqualTo(400);
        assertThat(client.post("/api/v2/persons", "[{'name':'A'}]").status()).isEqualTo(400);
    }

    @Test
    void the_creation_time_can_be_given_once_and_not_changed() {
        long id = client.make("/api/v2/persons", "{'name':'A','add_time':'2019-05-06T07:08:09+02:00'}");
        assertThat(client.get("/api/v2/persons/" + id).data().path("add_time").asText())
                .isEqualTo("2019-05-06T05:08:09Z");
        var got = client.patch("/api/v2/persons/" + id, "{'add_time':'2020-01-01T00:00:00Z'}");
        assertThat(got.status()).isEqualTo(400);
    }
}
