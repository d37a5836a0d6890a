package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.cliniko.Clinic;
import io.dragoman.sandbox.cliniko.ClinikoSandbox;
import io.dragoman.sandbox.cliniko.ClinikoSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program reads an API in a small heap and is killed again and again: no page is read twice but those under way. */
class KilledReadingIT {
    private static final int PATIENTS = Integer.getInteger("reading.patients", 200);
    private static final int KILLS = Integer.getInteger("reading.kills", 2);
    private static final int RATE = Integer.getInteger("reading.rate", 20_000);
    private static final int MINUTES = 60;

    @TempDir
    Path folder;

    @Test
    void a_killed_reading_goes_on_behind_its_last_page_and_never_exceeds_the_rate() throws Exception {
        Clinic clinic = Clinic.generated(PATIENTS, 4 * PATIENTS, 4 * PATIENTS);
        ClinikoSettings settings = ClinikoSettings.defaults().withRate(RATE, Duration.ofMinutes(1));
        try (Sandbox account = Sandbox.start(Migration.account());
                ClinikoSandbox api = ClinikoSandbox.start(clinic, settings)) {
            Program program = program(account, api);
            Random random = new Random(7);
            int pages = 9 * PATIENTS / 100;
            for (int kill = 0; kill < KILLS; kill++) {
                killed(program, api, 1 + random.nextInt(pages / KILLS));
            }
            ended(program);
            List<String> asked = api.asked();
            ended(program);

            assertThat(api.asked()).as("a second plan asks for nothing").hasSize(asked.size());
            assertThat(asked).as("the lists are long").hasSizeGreaterThan(pages);
            assertThat(again(asked)).as("pages asked for twice").hasSizeLessThanOrEqualTo(KILLS);
            assertThat(api.stats().refused()).isZero();
            assertThat(api.stats().most()).isLessThanOrEqualTo(RATE);
        }
    }

    private Program program(Sandbox account, ClinikoSandbox api) throws Exception {
        Files.writeString(folder.resolve("migration.yaml"), """
                migration: clinic
                mappings: cliniko-to-pipedrive
                source:
                  system: cliniko
                  channel: rest
                  base-url: %s
                  api-key: ${env:CLINIKO_API_KEY}
                  contact: ops@clinic.example
                  requests-a-minute: %d
                  region: CA
                target: { system: pipedrive, base-url: "%s", token: "${env:SANDBOX_TOKEN}", plan: unlimited }
                ledger: jdbc:hsqldb:file:data/clinic/ledger
                owners: { fallback: reception@dental.example }
                """.formatted(api.baseUrl(), RATE, account.baseUrl()));
        return new Program(folder, Map.of("SANDBOX_TOKEN", account.token(), "CLINIKO_API_KEY", api.key()));
    }

    private static void killed(Program program, ClinikoSandbox api, int pages) throws Exception {
        int until = api.asked().size() + pages;
        Program.Running running = program.start("plan");
        while (api.asked().size() < until) {
            assertThat(running.process().waitFor(1, TimeUnit.MILLISECONDS))
                    .as("it is still under way%n%s", Files.readString(running.err()))
                    .isFalse();
        }
        running.kill();
    }

    private static void ended(Program program) throws Exception {
        Program.Running running = program.start("plan");
        assertThat(running.process().waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(running.ended().code()).as(running.ended().all()).isZero();
    }

    /** What was asked for more than once, as often as it was asked again. */
    private static List<String> again(List<String> asked) {
        Map<String, Integer> times = new TreeMap<>();
        asked.forEach(address -> times.merge(address, 1, Integer::sum));
        List<String> again = new ArrayList<>();
        times.forEach((address, count) -> again.addAll(Collections.nCopies(count - 1, address)));
        return again;
    }
}
