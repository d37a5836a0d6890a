package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A practice whose rows come out of its database instead of an export. */
class DatabaseIT {
    private static final Path G6 = Path.of("src/test/resources/g6").toAbsolutePath();
    private static final String PASSWORD = "canary-password-77";
    private static final String PLANS = "data/test-practice/plans/%s.plan";
    private static final String STATUSES = """
            overrides:
              waive: [sample-missing, ledger-balance]
              values:
                treatment-plan-stages: { "1": Proposed, "2": Accepted, "3": Completed, "7": Proposed }
                treatment-plan-outcomes: { "1": open, "2": open, "3": won, "7": open }
            """;

    @TempDir
    Path folder;

    @Test
    void a_plan_proposes_the_same_writes_whichever_way_the_rows_come_and_a_delta_follows() throws Exception {
        String url = office();
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration =
                    Migration.write(folder, G6.resolve("export"), sandbox, "unlimited", Migration.BAA + STATUSES);
            String exported = planned(migration);
            migration.replace(
                    "channel: csv, folder: \"" + G6.resolve("export") + "\"",
                    "channel: jdbc, url: \"" + url + "\", user: OFFICE, password: \"${env:OFFICE_PASSWORD}\"");
            Migration reading = migration.with("OFFICE_PASSWORD", PASSWORD);
            String read = planned(reading);

            assertThat(writes(read)).isEqualTo(writes(exported)).hasSizeGreaterThan(20);

            reading.prepare();
            Told run = Told.by(reading.succeed("run", "--plan", read, "--output", "json"));
            assertThat(run.total("created")).isGreaterThan(20);
            change(url, "UPDATE admin.v_patient SET home_phone = '(918) 555-0199' WHERE patient_id = 101");
            Told delta = Told.by(reading.succeed("delta", "--output", "json"));
            assertThat(delta.total("updated")).isEqualTo(1);
            assertThat(delta.total("created")).isZero();
        }
    }

    @Test
    void a_database_that_lets_nobody_in_ends_the_verb_with_a_code_and_no_secret() throws Exception {
        String url = office();
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, G6.resolve("export"), sandbox, "unlimited", "");
            migration.replace(
                    "channel: csv, folder: \"" + G6.resolve("export") + "\"",
                    "channel: jdbc, url: \"" + url + "\", user: OFFICE, password: \"${env:OFFICE_PASSWORD}\"");

            Program.Ended ended =
                    migration.with("OFFICE_PASSWORD", PASSWORD + "-old").run("plan");

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.all()).contains("database-login-refused").doesNotContain(PASSWORD, url);
            assertThat(migration.run("plan").all()).contains("secret-missing").contains("OFFICE_PASSWORD");
        }
    }

    /** Every write of a saved plan with its digest. */
    private List<String> writes(String plan) throws SQLException {
        String sql = "SELECT m.text || ' ' || p.key || ' ' || v.text || ' ' || hex(p.digest) FROM planned p"
                + " JOIN word m ON m.id = p.mapping JOIN word v ON v.id = p.verb ORDER BY 1";
        List<String> writes = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(PLANS.formatted(plan)));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                writes.add(rows.getString(1));
            }
        }
        return writes;
    }

    private static String planned(Migration migration) throws Exception {
        return Told.by(migration.succeed("plan", "--output", "json")).run();
    }

    /** A database of this process, with a user whose password is no secret of anybody's. */
    private static String office() throws SQLException, IOException {
        String url = "jdbc:hsqldb:mem:endtoend" + System.nanoTime();
        for (String file : new String[] {"tables.sql", "rows.sql"}) {
            for (String sql : Files.readString(G6.resolve(file)).split(";\n")) {
                if (!sql.isBlank()) {
                    change(url, sql);
                }
            }
        }
        change(url, "CREATE USER office PASSWORD '" + PASSWORD + "'");
        change(url, "GRANT SELECT ON ALL TABLES IN SCHEMA admin TO office");
        return url;
    }

    private static void change(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "SA", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
