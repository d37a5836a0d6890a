package io.dragoman.systems.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Reading;
import io.dragoman.staging.Pass;
import io.dragoman.staging.Records;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LittleMemoryTest {
    private static final int PATIENTS = 100_000;

    @Test
    void three_hundred_thousand_rows_and_a_stray_quote_need_no_more_than_64_megabytes(@TempDir Path work)
            throws Exception {
        Path export = Files.createDirectories(work.resolve("export"));
        Files.writeString(export.resolve("providers.csv"), "provider_id,last_name\nDDS1,Rivera\n");
        writePatients(export.resolve("patients.csv"));
        writeAlerts(export.resolve("medical_alerts.csv"));

        Path output = work.resolve("output.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trial.class.getName(),
                        export.toString(),
                        work.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output)).contains("patients 100000 alerts 200000 aside 1");
    }

    private static void writePatients(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("patient_id,last_name,first_name,email,birth_date,guarantor_id\n");
            out.write("p-0,\"Example,Ada,,,\n");
            for (int i = 1; i <= PATIENTS; i++) {
                out.write("p-" + i + ",Example,Ada,ada" + i + "@example.org,1980-02-03,p-" + (i - i % 3) + "\n");
            }
        }
    }

    private static void writeAlerts(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("alert_id,patient_id,description,note\n");
            for (int i = 0; i < 2 * PATIENTS; i++) {
                out.write("a-" + i + ",p-" + (i % PATIENTS + 1) + ",Latex,\"A note, of two\nlines about nothing\"\n");
            }
        }
    }

    /** What the child process does. */
    static final class Trial {
        public static void main(String[] arguments) throws Exception {
            Gather alerts = new Gather(
                    "alerts",
                    "dentrix.medical_alert",
                    Map.of("patient_id", "patient_id"),
                    List.of("alert_id"),
                    Map.of());
            Reading reading = Practice.reading(
                    "patient",
                    Set.of("patient_id", "last_name", "email", "guarantor_id"),
                    Practice.identity("patient_id"),
                    List.of(alerts),
                    List.of(Set.of("description", "note")));
            try (Practice practice = Practice.staged(Path.of(arguments[0]), Path.of(arguments[1]));
                    Records records = practice.staging.read(reading, Pass.LEADERS)) {
                long patients = 0;
                long children = 0;
                while (records.hasNext()) {
                    patients++;
                    children += ((List<?>) records.next().fields().getOrDefault("alerts", List.of())).size();
                }
                System.out.println("patients " + patients + " alerts " + children + " aside "
                        + practice.problems(reading).size());
            }
        }
    }
}
