package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The twelve rows of the Dentrix move, counted in what the sandbox holds after a run. */
final class DemoRows {
    private final JsonNode account;
    private final List<List<String>> rows = new ArrayList<>();

    DemoRows(JsonNode account) {
        this.account = account;
    }

    /** Row, what it is in Dentrix, what it is in Pipedrive, and how many arrived. */
    List<List<String>> rows() {
        rows.clear();
        row("D1", "Patients", "People", count("persons", DemoRows::any));
        row("D2", "Employers, referral sources", "Organizations", organizations("Employer", "Referral Source"));
        row("D3", "Providers", "Users who own people", owners());
        row("D4", "Appointments", "Meetings", count("activities", type("meeting")));
        row("D5", "Treatment plans", "Deals with products", count("deals", DemoRows::any));
        row("D6", "Insurance carriers", "Organizations", organizations("Insurance Carrier"));
        row("D7", "Procedure codes", "Products", count("products", DemoRows::any));
        row("D8", "Recalls", "Tasks", count("activities", type("task")));
        row(
                "D9",
                "Alerts and notes",
                "Fields on people",
                with("persons", "Allergy_Alert__c", "Medical_Condition__c", "Medication_List__c"));
        row(
                "D10",
                "Balances and estimates",
                "Fields on deals",
                with("deals", "Insurance_Estimate__c", "Patient_Balance__c", "Adjustment__c"));
        row("D11", "Families", "Households", organizations("Household"));
        row("D12", "Images", "Archive links on people", with("persons", "Image_Archive_Link__c"));
        return List.copyOf(rows);
    }

    private void row(String id, String source, String target, long arrived) {
        rows.add(List.of(id, source, target, String.valueOf(arrived)));
    }

    private long count(String kind, Predicate<JsonNode> which) {
        return stream(kind).filter(which).count();
    }

    private static boolean any(JsonNode record) {
        return true;
    }

    private static Predicate<JsonNode> type(String type) {
        return activity -> activity.path("type").asText().equals(type);
    }

    private long owners() {
        return stream("persons")
                .map(person -> person.path("owner_id").asText())
                .distinct()
                .count();
    }

    private long organizations(String... types) {
        Optional<JsonNode> field = field("organization", "Type");
        Set<String> wanted = new HashSet<>();
        field.ifPresent(type -> type.path("options").forEach(option -> {
            if (List.of(types).contains(option.path("label").asText())) {
                wanted.add(option.path("id").asText());
            }
        }));
        return count(
                "organizations",
                organization -> field.isPresent()
                        && wanted.contains(organization
                                .at("/custom_fields/"
                                        + field.get().path("field_code").asText())
                                .asText()));
    }

    private long with(String kind, String... fields) {
        String noun = kind.substring(0, kind.length() - 1);
        List<String> codes = Stream.of(fields)
                .flatMap(name -> field(noun, name).stream())
                .map(field -> field.path("field_code").asText())
                .toList();
        return count(
                kind,
                one -> codes.stream().anyMatch(code -> one.path("custom_fields").hasNonNull(code)));
    }

    private Optional<JsonNode> field(String noun, String name) {
        return StreamSupport.stream(account.path(noun + "Fields").spliterator(), false)
                .filter(field -> field.path("field_name").asText().equals(name))
                .filter(field -> field.path("is_custom_field").asBoolean())
                .findFirst();
    }

    private Stream<JsonNode> stream(String kind) {
        return StreamSupport.stream(account.path(kind).spliterator(), false);
    }
}
