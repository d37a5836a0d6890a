package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Place;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as this machine decides whether a token may travel in clear and whether a signature is needed. */
class LoopbackTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8085, true",
        "http://localhost:8085, true",
        "http://[::1]:8085, true",
        "http://127.0.0.1.example.com, false",
        "http://localhost.example.com, false",
        "http://127.example.com, false",
        "https://acme.pipedrive.com, false",
        "http://10.0.0.1, false"
    })
    void only_an_address_of_this_machine_is_this_machine(String address, boolean loopback) {
        MigrationFile.Target target = new MigrationFile.Target(
                "pipedrive",
                "acme",
                URI.create(address),
                null,
                new Secret("${env:NONE}", Place.of("migration.yaml")),
                AccountPlan.LITE,
                1,
                0,
                0.1,
                MigrationFile.Day.USUAL,
                Duration.ofSeconds(30),
                50_000_000);
        assertThat(target.loopback()).isEqualTo(loopback);
    }
}
