package io.dragoman.systems.pipedrive;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the plain standard fields of each kind stand in a body. Fields that become two keys, or need the account's ids, are in
 * {@link Bodies}. A deal has no {@code add_time}, and that of others cannot be changed: see {@link #onlyWhenMade}.
 */
final class StandardFields {
    private static final Map<Kind, Map<String, Column>> COLUMNS = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.PERSON, columns("""
                    name          name      text
                    emails        emails    emails
                    phones        phones    phones
                    add_time      add_time  date-time
                    owner         owner_id  user
                    organization  org_id    organization
                    """)),
            Map.entry(Kind.ORGANIZATION, columns("""
                    name      name      text
                    address   address   address
                    website   website   text
                    add_time  add_time  date-time
                    owner     owner_id  user
                    """)),
            Map.entry(Kind.DEAL, columns("""
                    title                title                text
                    status               status               text
                    probability          probability          number
                    expected_close_date  expected_close_date  date
                    won_time             won_time             date-time
                    lost_time            lost_time            date-time
                    lost_reason          lost_reason          text
                    owner                owner_id             user
                    person               person_id            person
                    organization         org_id               organization
                    """)),
            Map.entry(Kind.PRODUCT, columns("""
                    name         name         text
                    code         code         text
                    description  description  long-text
                    unit         unit         text
                    tax          tax          number
                    owner        owner_id     user
                    """)),
            Map.entry(Kind.ACTIVITY, columns("""
                    subject             subject             text
                    due_date            due_date            date
                    due_time            due_time            time
                    done                done                yes-no
                    busy                busy                yes-no
                    public_description  public_description  long-text
                    location            location            address
                    owner               owner_id            user
                    organization        org_id              organization
                    deal                deal_id             deal
                    lead                lead_id             lead
                    """)),
            Map.entry(Kind.NOTE, columns("""
                    add_time      add_time   old-date-time
                    user          user_id    user
                    person        person_id  person
                    organization  org_id     organization
                    deal          deal_id    deal
                    lead          lead_id    lead
                    """)),
            Map.entry(Kind.LEAD, columns("""
                    title                title                text
                    labels               label_ids            lead-labels
                    expected_close_date  expected_close_date  date
                    owner                owner_id             user
                    person               person_id            person
                    organization         organization_id      organization
                    """)),
            Map.entry(Kind.DEAL_PARTICIPANT, columns("""
                    person  person_id  person
                    """)),
            Map.entry(Kind.ORGANIZATION_RELATIONSHIP, columns("""
                    type  type               text
                    from  rel_owner_org_id   organization
                    to    rel_linked_org_id  organization
                    """)),
            Map.entry(Kind.DEAL_LINES, columns("""
                    product        product_id     product
                    quantity       quantity       number
                    discount       discount       number
                    discount_type  discount_type  text
                    tax            tax            number
                    tax_method     tax_method     text
                    """)),
            Map.entry(Kind.FILE, columns("""
                    name          name         text
                    person        person_id    person
                    organization  org_id       organization
                    deal          deal_id      deal
                    product       product_id   product
                    activity      activity_id  activity
                    lead          lead_id      lead
                    """))));

    private StandardFields() {}

    /**
     * A key of a body.
     *
     * @param key Pipedrive's name
     * @param type word of {@link io.dragoman.model.TargetKind}
     */
    record Column(String key, String type) {}

    /** By the mapping's name of the field; for lines, the fields of one line. */
    static Map<String, Column> of(Kind kind) {
        return COLUMNS.getOrDefault(kind, Map.of());
    }

    /** Whether a change of any kind but a note must leave this field out. */
    static boolean onlyWhenMade(String field) {
        return field.equals("add_time");
    }

    private static Map<String, Column> columns(String table) {
        Map<String, Column> columns = new LinkedHashMap<>();
        table.lines()
                .map(line -> line.strip().split("\\s+"))
                .forEach(row -> columns.put(row[0], new Column(row[1], row[2])));
        return columns;
    }
}
