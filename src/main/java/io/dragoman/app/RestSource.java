package io.dragoman.app;

import io.dragoman.ledger.SealKey;
import io.dragoman.staging.Staging;
import io.dragoman.systems.rest.Extraction;
import io.dragoman.systems.rest.RestBeans;
import io.dragoman.systems.rest.RestSettings;
import io.dragoman.systems.rest.RestSystem;
import io.dragoman.systems.rest.Seal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The beans of an API's routes, made of what a migration file says. */
final class RestSource {
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** A busy source on this machine is a rehearsal's. */
    private static final Duration LOOPBACK_RETRY = Duration.ofMillis(20);

    private RestSource() {}

    static RestBeans beans(
            MigrationFile file,
            ApiAddress rest,
            Map<String, String> environment,
            Staging staging,
            SealKey key,
            BooleanSupplier stop,
            Extraction.Progress progress) {
        return new RestBeans(settings(file, rest, environment), staging, seal(key), stop, progress);
    }

    private static RestSettings settings(MigrationFile file, ApiAddress rest, Map<String, String> environment) {
        String key = text(rest.apiKey(), environment);
        URI named = rest.baseUrl() == null ? rest.system().address(key) : rest.baseUrl();
        URI base = URI.create(named.toString().replaceAll("/+$", ""));
        return new RestSettings(
                rest.system(),
                file.source().system(),
                base,
                () -> text(rest.apiKey(), environment),
                rest.contact() == null ? "" : rest.contact(),
                rest.clientId() == null ? "" : rest.clientId(),
                () -> text(rest.clientSecret(), environment),
                rest.organization() == null ? "" : rest.organization(),
                rest.requestsAMinute() == 0
                        ? rest.system().rate()
                        : new RestSystem.Rate(rest.requestsAMinute(), Duration.ofMinutes(1)),
                rest.callsAMonth() == 0 ? rest.system().quota() : rest.callsAMonth(),
                file.workFolder().resolve("source"),
                rest.fresh(),
                rest.whole(),
                file.source().zone(),
                MigrationFile.isThisMachine(base) ? LOOPBACK_RETRY : RETRY,
                Clock.systemUTC());
    }

    private static String text(@Nullable Secret secret, Map<String, String> environment) {
        return secret == null ? "" : secret.read(environment);
    }

    private static Seal seal(SealKey key) {
        return new Seal() {
            @Override
            public String seal(byte[] plain) {
                return key.seal(plain);
            }

            @Override
            public byte[] open(String sealed) {
                return key.open(sealed);
            }
        };
    }
}
