package io.dragoman.sandbox;

import java.util.List;

/** The fields every new account has. */
final class StandardFields {
    private StandardFields() {}

    static void install(Kind kind, FieldStore fields, Account account) {
        switch (kind) {
            case PERSON -> person(fields, account);
            case ORGANIZATION -> organization(fields, account);
            case DEAL -> deal(fields, account);
            case PRODUCT -> product(fields);
            case ACTIVITY -> activity(fields, account);
            default -> {}
        }
    }

    private static void person(FieldStore fields, Account account) {
        fields.standard("name", "Name", "varchar");
        fields.standard("first_name", "First name", "varchar");
        fields.standard("last_name", "Last name", "varchar");
        fields.standard("phones", "Phone", "phone");
        fields.standard("emails", "Email", "varchar");
        fields.standard("org_id", "Organization", "org");
        labels(fields, account, "Customer", "Hot lead", "Warm lead", "Cold lead");
        common(fields);
    }

    private static void organization(FieldStore fields, Account account) {
        fields.standard("name", "Name", "varchar");
        fields.standard("address", "Address", "address");
        labels(fields, account, "Customer", "Hot lead", "Warm lead", "Cold lead");
        common(fields);
    }

    private static void deal(FieldStore fields, Account account) {
        fields.standard("title", "Title", "varchar");
        fields.standard("value", "Value", "monetary");
        fields.standard("status", "Status", "status").words("open", "won", "lost", "deleted");
        fields.standard("stage_id", "Stage", "stage");
        fields.standard("pipeline_id", "Pipeline", "double");
        fields.standard("person_id", "Contact person", "people");
        fields.standard("org_id", "Organization", "org");
        fields.standard("probability", "Probability", "int");
        fields.standard("expected_close_date", "Expected close date", "date");
        fields.standard("lost_reason", "Lost reason", "varchar_options");
        fields.standard("won_time", "Won time", "date");
        fields.standard("lost_time", "Lost time", "date");
        fields.standard("close_time", "Deal closed on", "date");
        labels(fields, account, "Hot", "Warm", "Cold");
        common(fields);
    }

    private static void product(FieldStore fields) {
        fields.standard("name", "Name", "varchar");
        fields.standard("code", "Product code", "varchar");
        fields.standard("description", "Description", "text");
        fields.standard("unit", "Unit", "varchar");
        fields.standard("tax", "Tax", "double");
        fields.standard("category", "Category", "enum");
        fields.standard("prices", "Unit prices", "price_list");
        fields.standard("is_linkable", "Linkable", "boolean");
        fields.standard("billing_frequency", "Billing frequency", "billing_frequency");
        common(fields);
    }

    private static void activity(FieldStore fields, Account account) {
        fields.standard("subject", "Subject", "varchar");
        fields.standard("type", "Type", "varchar");
        fields.standard("due_date", "Due date", "date");
        fields.standard("due_time", "Due time", "time");
        fields.standard("duration", "Duration", "time");
        fields.standard("done", "Done", "boolean");
        fields.standard("note", "Note", "text");
        fields.standard("location", "Location", "address");
        fields.standard("participants", "Participants", "people");
        fields.standard("deal_id", "Deal", "deal");
        fields.standard("org_id", "Organization", "org");
        Field priority = fields.standard("priority", "Priority", "enum");
        List.of("High", "Medium", "Low").forEach(label -> priority.options().put(account.nextOptionId(), label));
        common(fields);
    }

    private static void labels(FieldStore fields, Account account, String... labels) {
        Field field = fields.standard("label_ids", "Labels", "set");
        for (String label : labels) {
            field.options().put(account.nextOptionId(), label);
        }
    }

    private static void common(FieldStore fields) {
        fields.standard("owner_id", "Owner", "user");
        fields.standard("add_time", "Created", "date");
        fields.standard("update_time", "Updated", "date");
        fields.standard("visible_to", "Visible to", "visible_to");
    }
}
