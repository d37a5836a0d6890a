package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.ledger.Ledger;
import io.dragoman.model.RunProblem;
import io.dragoman.systems.pipedrive.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two migrations with a ledger each, and one account of 1,000 tokens a day behind both. */
class AccountsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void migrations_that_send_to_one_account_share_its_day_and_its_doorway_also_after_a_restart() throws IOException {
        MigrationFile acme = file("acme");
        MigrationFile maple = file("maple");
        try (Ledger ofAcme = open(acme);
                Ledger ofMaple = open(maple)) {
            Accounts accounts = new Accounts(address -> Traffic.UNCOUNTED);
            AccountLimits first = accounts.of(acme, ofAcme);
            AccountLimits second = accounts.of(maple, ofMaple);
            assertThat(second).isSameAs(first);
            Meter acmeMeter = new Meter(first.budget(), ofAcme);
            Meter mapleMeter = new Meter(second.budget(), ofMaple);
            acmeMeter.pay("write", 300, true);
            mapleMeter.pay("write", 500, true);
            assertThat(first.budget().left()).hasValue(200);
            assertThat(acmeMeter.paid()).isEqualTo(300);
            assertThatThrownBy(() -> acmeMeter.pay("write", 201, true)).isInstanceOf(RunProblem.class);
        }
        try (Ledger ofAcme = open(acme);
                Ledger ofMaple = open(maple)) {
            Accounts accounts = new Accounts(address -> Traffic.UNCOUNTED);
            assertThat(accounts.of(acme, ofAcme).budget().left()).hasValue(700);
            assertThat(accounts.of(maple, ofMaple).budget().left()).hasValue(200);
            assertThat(accounts.of(acme, ofAcme).budget().spentToday()).isEqualTo(800);
        }
    }

    private static Ledger open(MigrationFile file) {
        return Ledger.open(file.ledgerAddress(Map.of()), file.name(), file.sealKey());
    }

    private MigrationFile file(String name) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("migration.yaml");
        Files.writeString(file, """
                migration: %s
                mappings: dentrix-to-pipedrive
                source: { system: dentrix, channel: csv, folder: . }
                target:
                  system: pipedrive
                  base-url: http://127.0.0.1:1
                  token: ${env:TOKEN}
                  plan: growth
                  daily-tokens: 1000
                  reserve: 0%%
                ledger: jdbc:hsqldb:file:ledger
                """.formatted(name));
        return MigrationFileReader.read(file, new Home(Path.of("").toAbsolutePath()));
    }
}
