package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is certified at the end of a migration, and what is not. */
class CertifyIT {
    @TempDir
    Path folder;

    @Test
    void a_migration_is_certified_with_exceptions_until_nothing_is_open() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Office office = Office.open(folder, sandbox);
            for (int i = 0; i < 6; i++) {
                office.write("files/" + i + ".txt", "Text " + i);
                office.document("d" + i, "1", "", "files/" + i + ".txt");
            }
            assertThat(office.run("certify", "--by", "Test Person").code()).isEqualTo(3);
            office.prepare();
            office.succeed("sample");
            String plan = Told.by(office.succeed("plan", "--output", "json")).run();
            office.succeed("run", "--plan", plan);

            Program.Ended early = office.run("certify", "--by", "Test Person");
            assertThat(early.code()).isEqualTo(2);
            assertThat(early.out()).contains("with exceptions: 1 point is open", "do that with `reconcile`");

            office.run("reconcile");
            Program.Ended ended = office.run("certify", "--by", "Test Person", "--output", "json");
            Told certified = Told.by(ended);
            assertThat(certified.section("Open points")).isEmpty();
            assertThat(ended.code()).isZero();
            assertThat(certified.section("Hashes"))
                    .extracting(row -> row.get("Of"))
                    .contains("source clients.csv", "source documents.csv")
                    .anyMatch(what -> what.startsWith("plan " + plan + ", carried out by"));
            assertThat(certified.section("Approvals"))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row).containsEntry("By", "Test Person").containsEntry("State", "holds"));
            assertThat(certified.section("What was found by reading back"))
                    .extracting(row -> row.get("By"))
                    .isEqualTo(List.of("sample", "reconcile"));

            Path certificate = folder.resolve("data/office/certificates/certificate-2.json");
            String name = certificate.toString();
            assertThat(program(office, "certify", "--verify", name).out()).contains("is as it was signed: complete.");
            assertThat(office.program()
                            .run("certify", "--verify", name, "--signer", "0000-0000-0000-0000")
                            .code())
                    .isEqualTo(1);
            byte[] whole = Files.readAllBytes(certificate);
            whole[whole.length / 2] ^= 1;
            Files.write(certificate, whole);
            Program.Ended changed = office.program().run("certify", "--verify", name);
            assertThat(changed.code()).isEqualTo(1);
            assertThat(changed.out()).contains("does not hold");
        }
    }

    private static Program.Ended program(Office office, String... arguments) throws Exception {
        return office.program().succeed(arguments);
    }
}
