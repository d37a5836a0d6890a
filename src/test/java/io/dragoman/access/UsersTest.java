package io.dragoman.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.model.UserProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    private static final String ANA =
            Users.passwordLine("ana", Set.of(Role.APPROVER, Role.VIEWER), "a long one".toCharArray());

    @Test
    void a_password_is_known_by_its_line_and_no_other_is() {
        Users users = Users.read("users", List.of("# people", "", ANA));
        assertThat(users.byPassword("ana", "a long one".toCharArray())).contains(Set.of(Role.VIEWER, Role.APPROVER));
        assertThat(users.byPassword("ana", "a long two".toCharArray())).isEmpty();
        assertThat(users.byPassword("bob", "a long one".toCharArray())).isEmpty();
        assertThat(ANA).startsWith("ana viewer,approver pbkdf2-sha256$600000$").doesNotContain("a long one");
    }

    @Test
    void a_token_is_a_machines_and_nobody_types_it() {
        String token = Secrets.word();
        Users users = Users.read("users", List.of(Users.tokenLine("nightly", Set.of(Role.ENGINEER), token)));
        assertThat(users.byToken(token)).hasValueSatisfying(visitor -> {
            assertThat(visitor.name()).isEqualTo("nightly");
            assertThat(visitor.form()).isEmpty();
        });
        assertThat(users.byToken(token + "x")).isEmpty();
        assertThat(users.byPassword("nightly", token.toCharArray())).isEmpty();
    }

    @Test
    void every_wrong_line_is_told_at_once_without_its_secret() {
        assertThatThrownBy(() -> Users.read(
                        "users",
                        List.of(
                                "ana approver",
                                "bob boss proxy",
                                "cy viewer pbkdf2-sha256$1000$AAAAAAAAAAAAAAAAAAAAAA==$" + "A".repeat(43) + "=",
                                "di viewer hunter2",
                                "<b> viewer proxy",
                                "ed viewer proxy",
                                "ed viewer proxy")))
                .isInstanceOfSatisfying(UserProblems.class, problems -> {
                    assertThat(problems.problems())
                            .extracting(problem -> problem.place())
                            .containsExactly("users:1", "users:2", "users:3", "users:4", "users:5", "users:7");
                    assertThat(problems.getMessage()).doesNotContain("hunter2");
                });
    }

    @Test
    void an_edited_file_counts_at_once_and_a_wrong_one_changes_nothing(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("users");
        Files.writeString(file, "ana viewer proxy\n");
        UserFile users = UserFile.open(file);
        assertThat(users.get().byProxy("ana")).contains(Set.of(Role.VIEWER));

        edit(file, "ana engineer,viewer proxy\n", 1);
        assertThat(users.get().byProxy("ana")).contains(Set.of(Role.VIEWER, Role.ENGINEER));

        edit(file, "ana boss\n", 2);
        assertThat(users.get().byProxy("ana")).contains(Set.of(Role.VIEWER, Role.ENGINEER));

        Files.delete(file);
        assertThat(users.get().byProxy("ana")).isEmpty();
    }

    private static void edit(Path file, String text, int seconds) throws Exception {
        Files.writeString(file, text);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-03-02T08:00:00Z").plusSeconds(seconds)));
    }
}
