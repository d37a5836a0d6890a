package io.dragoman.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A word in chosen columns of an export, to be searched for wherever it must not be. */
final class Canaries {
    static final String CANARY = "canary-bird";

    /** Free-text columns whose class the default policy keeps back, or that no mapping may move at all. */
    static final Map<String, Set<String>> PROTECTED = Map.ofEntries(
            Map.entry("patients.csv", Set.of("ssn", "note")),
            Map.entry("patient_fields.csv", Set.of("value")),
            Map.entry("patient_insurance.csv", Set.of("subscriber_number")),
            Map.entry("treatment_plans.csv", Set.of("name", "status_comment")),
            Map.entry("procedures.csv", Set.of("note")),
            Map.entry("appointments.csv", Set.of("reason", "note")),
            Map.entry("medical_alerts.csv", Set.of("description", "note")),
            Map.entry("medications.csv", Set.of("drug_name", "sig", "note")),
            Map.entry("clinical_notes.csv", Set.of("text")),
            Map.entry("ledger.csv", Set.of("description", "reference")),
            Map.entry("images_manifest.csv", Set.of("description", "file_name")));

    /** Who somebody is and how to reach them: tokens in pseudonymous mode. */
    static final Map<String, Set<String>> NAMING = Map.of(
            "patients.csv",
            Set.of("last_name", "first_name", "preferred_name", "email", "mobile_phone", "home_phone", "address_1"),
            "appointments.csv",
            Set.of("patient_name"),
            "employers.csv",
            Set.of("name", "address_1"));

    private Canaries() {}

    /** Copies the demo practice into a folder, with canaries in these columns of its files. */
    static void plant(Path folder, Map<String, Set<String>> columns) throws IOException {
        CopiedExport export = CopiedExport.into(folder);
        for (Map.Entry<String, Set<String>> file : columns.entrySet()) {
            export.cells(
                    file.getKey(),
                    (row, column) ->
                            file.getValue().contains(column) ? CANARY + " " + row.getRecordNumber() : row.get(column));
        }
    }
}
