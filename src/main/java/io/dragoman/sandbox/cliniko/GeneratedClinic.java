package io.dragoman.sandbox.cliniko;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An invented clinic as large as one likes: a record is made of its number when it is asked for, and is the same each time. */
final class GeneratedClinic implements Clinic {
    private static final long FIRST = 1_580_000_000_000_000_000L;
    private static final Instant BEGIN = Instant.parse("2019-01-07T12:00:00Z");
    private static final String[] GIVEN = {"Avery", "Blake", "Casey", "Dana", "Emery", "Flynn", "Gray", "Harper"};
    private static final String[] TYPES = {"Initial consultation", "Standard visit", "Massage", "Review", "Telehealth"};
    private static final int STAFF = 10;

    private final int patients;
    private final int appointments;
    private final int notes;

    GeneratedClinic(int patients, int appointments, int notes) {
        this.patients = patients;
        this.appointments = appointments;
        this.notes = notes;
    }

    @Override
    public int size(String resource) {
        return switch (resource) {
            case "patients" -> patients;
            case "individual_appointments" -> appointments;
            case "treatment_notes" -> notes;
            case "practitioners", "users" -> STAFF;
            case "appointment_types" -> TYPES.length;
            case "businesses" -> 1;
            default -> 0;
        };
    }

    @Override
    public ObjectNode at(String resource, int place) {
        return switch (resource) {
            case "patients" -> patient(place);
            case "individual_appointments" -> appointment(place);
            case "treatment_notes" -> note(place);
            case "practitioners" -> practitioner(place);
            case "users" -> user(place);
            case "appointment_types" -> named(place, 50, "appointment_types", TYPES[place]);
            case "businesses" -> record(place, 60, "businesses").put("business_name", "Generated Example Clinic");
            default -> throw new IllegalArgumentException("no such resource");
        };
    }

    @Override
    public String version(String resource) {
        return "";
    }

    @Override
    public boolean plain(String resource) {
        return true;
    }

    @Override
    public @Nullable ObjectNode single(String resource) {
        return null;
    }

    @Override
    public InputStream bytes(String attachment, long size) {
        return new Filler(size);
    }

    /** Numbers of a resource begin at a hundred million times its mark. */
    private static String id(int place, int mark) {
        return String.valueOf(FIRST + mark * 100_000_000L + place);
    }

    private static ObjectNode record(int place, int mark, String resource) {
        String id = id(place, mark);
        String at = BEGIN.plusSeconds(60L * place).toString();
        ObjectNode record = Json.object().put("id", id).put("created_at", at).put("updated_at", at);
        record.putNull("archived_at").putObject("links").put("self", "/" + resource + "/" + id);
        return record;
    }

    private static ObjectNode named(int place, int mark, String resource, String name) {
        return record(place, mark, resource).put("name", name).put("category", "Physiotherapy");
    }

    private static ObjectNode patient(int place) {
        String given = GIVEN[place % GIVEN.length];
        String family = "Example" + place;
        ObjectNode patient = record(place, 1, "patients")
                .put("first_name", given)
                .put("last_name", family)
                .put(
                        "date_of_birth",
                        LocalDate.of(1940, 1, 1).plusDays(place % 25_000).toString())
                .put("email", place % 10 == 0 ? "" : given.toLowerCase(Locale.ROOT) + place + "@example.com")
                .put("address_1", place % 900 + 1 + " Example Street")
                .put("city", "Toronto")
                .put("accepted_privacy_policy", true);
        patient.putNull("merged_at").putNull("custom_fields");
        patient.putArray("patient_phone_numbers")
                .addObject()
                .put("phone_type", "Mobile")
                .put("number", "141655501" + String.format(Locale.ROOT, "%02d", place % 100));
        return patient;
    }

    private ObjectNode appointment(int place) {
        Instant starts = BEGIN.plusSeconds(900L * (place % 200_000));
        ObjectNode appointment = record(place, 2, "individual_appointments")
                .put("starts_at", starts.toString())
                .put("ends_at", starts.plusSeconds(1800).toString())
                .put("did_not_arrive", place % 40 == 0)
                .put("patient_arrived", place % 40 != 0)
                .put("notes", "Invented appointment");
        appointment.putNull("cancelled_at");
        appointment.set("patient", Json.link("/patients/" + id(place % Math.max(1, patients), 1)));
        appointment.set("practitioner", Json.link("/practitioners/" + id(place % STAFF, 30)));
        appointment.set("appointment_type", Json.link("/appointment_types/" + id(place % TYPES.length, 50)));
        appointment.set("business", Json.link("/businesses/" + id(0, 60)));
        return appointment;
    }

    private ObjectNode note(int place) {
        ObjectNode note = record(place, 3, "treatment_notes")
                .put("title", "Standard visit")
                .put("author_name", "Practitioner " + place % STAFF)
                .put("draft", false);
        note.putNull("pinned_at").putNull("deleted_at");
        ObjectNode section = note.putObject("content").putArray("sections").addObject();
        section.put("name", "Subjective")
                .putArray("questions")
                .addObject()
                .put("name", "Progress")
                .put("type", "paragraph")
                .put("answer", "<p>Invented note number " + place + ", walks <b>further</b> than before.</p>");
        note.set("patient", Json.link("/patients/" + id(place % Math.max(1, patients), 1)));
        note.set("practitioner", Json.link("/practitioners/" + id(place % STAFF, 30)));
        return note;
    }

    private static ObjectNode practitioner(int place) {
        ObjectNode practitioner = record(place, 30, "practitioners")
                .put("first_name", "Practitioner")
                .put("last_name", "Number" + place)
                .put("display_name", "Practitioner " + place)
                .put("designation", "Physiotherapist")
                .put("active", true);
        practitioner.set("user", Json.link("/users/" + id(place, 40)));
        return practitioner;
    }

    private static ObjectNode user(int place) {
        return record(place, 40, "users")
                .put("first_name", "Practitioner")
                .put("last_name", "Number" + place)
                .put("email", "practitioner" + place + "@clinic.example")
                .put("role", "practitioner")
                .put("user_active", true);
    }
}
