package io.dragoman.systems.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.ledger.PostgresCluster;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.hsqldb.jdbc.JDBCDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps us out of a database, and what lets us in. */
@ExtendWith(PostgresCluster.class)
class SigningInTest {
    private static final String PASSWORD = "canary-password-77";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path work;

    @ParameterizedTest
    @EnumSource(Office.class)
    void a_wrong_password_is_told_and_not_repeated(Office office) {
        Office.Address address = office.fresh();
        address.change("CREATE USER reader"
                + (office == Office.HSQLDB ? " PASSWORD 'right'" : "" + System.nanoTime() + " PASSWORD 'right'"));

        RunProblem problem = refused(address.accessAs("reader", PASSWORD));

        assertThat(problem.problem().code()).isEqualTo("database-login-refused");
        assertThat(problem.problem().toString()).doesNotContain(PASSWORD, address.url());
    }

    @Test
    void nobody_at_the_address_is_told() {
        assertThat(refused(access("jdbc:postgresql://127.0.0.1:1/office", null))
                        .problem()
                        .code())
                .isEqualTo("database-unreachable");
        assertThat(refused(access("jdbc:hsqldb:hsql://127.0.0.1:1/office", null))
                        .problem()
                        .code())
                .isEqualTo("database-unreachable");
    }

    @Test
    void a_database_of_another_name_is_told() {
        Office.Address address = Office.POSTGRES.fresh();
        String other = address.url().replace("/postgres?", "/no_such_office?");

        assertThat(refused(new Office.Address(other, address.user(), address.password()).access(null))
                        .problem()
                        .code())
                .isEqualTo("database-not-opened");
    }

    @Test
    void a_driver_of_the_users_own_is_opened_from_its_file_even_an_old_one() throws Exception {
        Path own = Path.of(JDBCDriver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String url = "jdbc:hsqldb:mem:of_its_own";

        try (Drivers drivers = Drivers.of(access(url, own));
                Drivers old = Drivers.of(access(url, withoutServices(own)))) {
            assertThat(drivers.driver().getClass().getName()).isEqualTo(JDBCDriver.class.getName());
            assertThat(drivers.driver().getClass()).isNotEqualTo(JDBCDriver.class);
            assertThat(old.driver().acceptsURL(url)).isTrue();
        }
    }

    @Test
    void a_driver_that_is_missing_or_none_is_told() throws IOException {
        Path none = Files.writeString(work.resolve("not-a-driver.jar"), "no zip");

        assertThat(code(access("jdbc:ctree:6597@127.0.0.1:DentrixSQL", null))).isEqualTo("driver-missing");
        assertThat(code(access("jdbc:ctree:6597@127.0.0.1:DentrixSQL", work.resolve("gone.jar"))))
                .isEqualTo("driver-missing");
        assertThat(code(access("jdbc:ctree:6597@127.0.0.1:DentrixSQL", none))).isEqualTo("driver-unfit");
    }

    @Test
    void a_driver_for_another_kind_of_database_is_told() throws URISyntaxException {
        Path own = Path.of(JDBCDriver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(code(access("jdbc:ctree:6597@127.0.0.1:DentrixSQL", own))).isEqualTo("driver-unfit");
    }

    /** As drivers were packed before they said which of their classes is the driver. */
    private Path withoutServices(Path jar) throws IOException {
        Path old = work.resolve("old-driver.jar");
        try (JarFile from = new JarFile(jar.toFile());
                OutputStream out = Files.newOutputStream(old);
                JarOutputStream to = new JarOutputStream(out)) {
            for (JarEntry entry : from.stream().toList()) {
                if (!entry.getName().startsWith("META-INF/")) {
                    to.putNextEntry(new JarEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                    to.closeEntry();
                }
            }
        }
        return old;
    }

    private static DatabaseAccess access(String url, @Nullable Path driver) {
        return new DatabaseAccess(url, "reader", () -> PASSWORD, driver, null, ZoneId.of("UTC"));
    }

    private String code(DatabaseAccess access) {
        return catchThrowableOfType(UserProblems.class, () -> Drivers.of(access).close())
                .problems()
                .get(0)
                .code();
    }

    private RunProblem refused(DatabaseAccess access) {
        return catchThrowableOfType(
                RunProblem.class, () -> Staged.byDatabase(access, work).close());
    }
}
