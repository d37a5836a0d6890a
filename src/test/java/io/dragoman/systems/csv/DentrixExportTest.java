package io.dragoman.systems.csv;

import static io.dragoman.systems.csv.Practice.identity;
import static io.dragoman.systems.csv.Practice.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Reading;
import io.dragoman.model.SourceRecord;
import io.dragoman.staging.Pass;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DentrixExportTest {
    @Test
    void a_patient_comes_with_what_the_reading_gathers(@TempDir Path work) throws Exception {
        Export export = Export.of("""
                        patient_id,last_name,first_name,email
                        p-1,Example,Ada,ada@example.org
                        p-2,Sample,Ben,
                        """).with("medical_alerts.csv", """
                        alert_id,patient_id,description,kind,start_date
                        a-1,p-1,Penicillin,allergy,2020-02-01
                        a-2,p-1,Latex,allergy,2019-02-01
                        a-3,p-1,Asthma,condition,2018-02-01
                        """).withManifest();
        Gather alerts = new Gather(
                "alerts",
                "dentrix.medical_alert",
                Map.of("patient_id", "patient_id"),
                List.of("start_date"),
                Map.of("kind", Set.of("allergy")));
        Reading reading = reading(
                "patient",
                Set.of("patient_id", "last_name", "email"),
                identity("patient_id"),
                List.of(alerts),
                List.of(Set.of("description")));
        try (Practice practice = Practice.staged(export.zip(work), work)) {
            List<SourceRecord> records = practice.read(reading, Pass.LEADERS);
            assertThat(records)
                    .containsExactly(
                            new SourceRecord(
                                    "patient",
                                    "p-1",
                                    1,
                                    Map.of(
                                            "patient_id", "p-1",
                                            "last_name", "Example",
                                            "email", "ada@example.org",
                                            "alerts",
                                                    List.of(
                                                            Map.of("description", "Latex"),
                                                            Map.of("description", "Penicillin"))),
                                    null),
                            new SourceRecord(
                                    "patient", "p-2", 2, Map.of("patient_id", "p-2", "last_name", "Sample"), null));
        }
    }
}
