package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.LedgerAddress;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.Sample;
import io.dragoman.ledger.Samples;
import io.dragoman.ledger.SealKey;
import io.dragoman.model.RunProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole run asks for beside the signatures, on a real ledger and with the mappings that come with Dragoman. */
class GatekeeperTest {
    private static final Home HOME = Home.at(Path.of("").toAbsolutePath());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(
                new LedgerAddress("jdbc:hsqldb:file:" + folder.resolve("ledger"), "SA", ""),
                "acme",
                SealKey.at(folder.resolve("seal.key")));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void without_a_sample_of_this_mapping_and_policy_nothing_is_written_as_a_whole() throws IOException {
        assertThat(refusal(gate(""))).contains("sample-missing");
        sample(gate(""), true);
        assertThatCode(() -> gate("").mustBeSampled(ledger.samples())).doesNotThrowAnyException();
        assertThat(refusal(gate("privacy: { mode: pseudonymous }"))).contains("sample-missing");
        assertThat(refusal(gate("overrides: { left-behind: { patient-to-person: { fax: Not used. } } }")))
                .contains("sample-missing");
    }

    @Test
    void a_sample_that_did_not_pass_says_why() throws IOException {
        sample(gate(""), true);
        sample(gate(""), false);
        assertThat(refusal(gate(""))).contains("sample-failed", "98.00 %");
    }

    @Test
    void what_is_waived_and_how_much_is_asked_for_is_signed_and_leaves_the_sample_as_it_is() throws IOException {
        sample(gate(""), false);
        Gatekeeper waived = gate("overrides: { waive: [sample-failed] }");
        assertThatCode(() -> waived.mustBeSampled(ledger.samples())).doesNotThrowAnyException();
        assertThat(waived.mappingHash()).isNotEqualTo(gate("").mappingHash());
        Gatekeeper lower = gate("sample: { gate: 90% }");
        assertThat(lower.mappingHash()).isNotEqualTo(gate("").mappingHash());
        assertThat(lower.sampleBasis()).isEqualTo(gate("").sampleBasis());
    }

    private void sample(Gatekeeper gate, boolean passed) {
        Run run = ledger.runs().start(RunMode.SAMPLE, gate.mappingHash());
        Samples samples = ledger.samples();
        Sample sample = samples.begin(
                run.id(),
                gate.sampleBasis(),
                Sample.Ending.KEEP,
                new Samples.Chosen(Map.of("patient-to-person", Set.of("1")), "", true));
        samples.judge(sample, 100, passed ? 100 : 98, passed, passed ? "" : "98.00 % of the fields came back so.");
        samples.end(sample);
    }

    private String refusal(Gatekeeper gate) {
        return catchThrowableOfType(RunProblem.class, () -> gate.mustBeSampled(ledger.samples()))
                .problem()
                .toString();
    }

    private Gatekeeper gate(String more) throws IOException {
        Path file = folder.resolve("migration.yaml");
        Files.writeString(file, """
                migration: acme
                mappings: dentrix-to-pipedrive
                source: { system: dentrix, channel: csv, folder: export }
                target: { system: pipedrive, base-url: "http://127.0.0.1:1", token: "${env:NONE}", plan: unlimited }
                ledger: jdbc:hsqldb:file:ledger
                %s
                """.formatted(more));
        MigrationFile migration = MigrationFileReader.read(file, HOME);
        return new Gatekeeper(
                ledger.approvals(), migration, Blueprint.read(HOME, migration).mappings());
    }
}
