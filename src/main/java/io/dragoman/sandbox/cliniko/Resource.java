package io.dragoman.sandbox.cliniko;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A list of the API.
 *
 * @param name also the key of the list in its envelope
 * @param filters fields that can be filtered
 * @param leftOut times whose records are left out unless a filter names them
 * @param total name of the total in the envelope; empty when it has none
 */
record Resource(String name, Set<String> filters, List<String> leftOut, String total) {
    private static final String ARCHIVED = "archived_at";
    private static final String CANCELLED = "cancelled_at";

    private static final Map<String, Resource> ALL = List.of(
                    archived("appointment_types", "category", "show_in_online_bookings"),
                    plain("appointment_type_billable_items", "appointment_type_id", "billable_item_id"),
                    cancelled("attendees", "booking_id", "patient_id"),
                    archived("billable_items", "tax_id"),
                    archived("businesses").totalling("total_entires"),
                    archived("communications", "category_code", "deleted_at", "patient_id"),
                    plain("concession_types"),
                    plain("contacts", "email", "first_name", "last_name", "type_code"),
                    archived(
                            "group_appointments",
                            "appointment_type_id",
                            "business_id",
                            "ends_at",
                            "practitioner_id",
                            "starts_at"),
                    cancelled(
                            "individual_appointments",
                            "appointment_type_id",
                            "business_id",
                            "ends_at",
                            "patient_id",
                            "practitioner_id",
                            "starts_at"),
                    archived("invoices", "issue_date", "number", "patient_id", "practitioner_id", "status"),
                    archived("invoice_items", "invoice_id"),
                    plain("medical_alerts", "patient_id"),
                    archived("patients", "date_of_birth", "email", "first_name", "last_name", "old_reference_id"),
                    plain("patient_attachments", "content_type", "filename", "patient_id", "size", "user_id"),
                    archived("patient_form_templates").totalling(""),
                    archived("patient_forms", "completed_at", "patient_id").totalling(""),
                    plain("practitioners", "user_id"),
                    archived("products", "name", "tax_id"),
                    new Resource("referral_sources", Set.of(), List.of(), "total_entries"),
                    plain("referral_source_types"),
                    new Resource("services", Set.of(), List.of(), "total_entries"),
                    plain("taxes"),
                    plain("treatment_notes", "patient_id", "practitioner_id", "booking_id", "attendee_id"),
                    plain("treatment_note_templates"),
                    plain("users"))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Resource::name, Function.identity()));

    static Optional<Resource> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private Resource totalling(String other) {
        return new Resource(name, filters, leftOut, other);
    }

    private static Resource plain(String name, String... filters) {
        return with(name, List.of(), List.of("id", "created_at", "updated_at"), filters);
    }

    private static Resource archived(String name, String... filters) {
        return with(name, List.of(ARCHIVED), List.of("id", "created_at", "updated_at", ARCHIVED), filters);
    }

    private static Resource cancelled(String name, String... filters) {
        List<String> common = List.of("id", "created_at", "updated_at", ARCHIVED, CANCELLED);
        return with(name, List.of(ARCHIVED, CANCELLED), common, filters);
    }

    private static Resource with(String name, List<String> leftOut, List<String> common, String... filters) {
        List<String> all = new ArrayList<>(common);
        all.addAll(List.of(filters));
        return new Resource(name, Set.copyOf(new TreeSet<>(all)), leftOut, "total_entries");
    }
}
