package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit sets the fields
class OwnersFileTest {
    @TempDir
    Path folder;

    @Test
    void what_a_spreadsheet_made_of_it_is_still_read() throws IOException {
        assertThat(OwnersFile.read(table(
                        "\uFEFFstate;user_email;source_id;mine\r\nwaiting;ana@x.example; DDS1 ;?\r\n;;DDS2;\r\n")))
                .containsExactly(new OwnersFile.Decision("owners.csv:2", "DDS1", "ana@x.example"));
        assertThat(OwnersFile.read(table("source_id\tuser_email\nDDS1\tana@x.example\n")))
                .hasSize(1);
    }

    @Test
    void a_table_without_its_columns_decides_nothing_and_says_so() throws IOException {
        assertThat(code(table("id,email\nDDS1,ana@x.example\n"))).isEqualTo("owners-columns-missing");
        assertThat(code(table(""))).isEqualTo("owners-columns-missing");
    }

    @Test
    void what_is_no_table_is_told_by_its_code() throws IOException {
        assertThat(code(table("source_id,user_email\nDDS1,\"ana@x.example\n"))).isEqualTo("owners-table-broken");
        assertThat(code(table("source_id,user_email,user_email\n"))).isEqualTo("owners-table-broken");
    }

    private Path table(String text) throws IOException {
        return Files.writeString(folder.resolve("owners.csv"), text);
    }

    private static String code(Path file) {
        return catchThrowableOfType(UserProblems.class, () -> OwnersFile.read(file))
                .problems()
                .get(0)
                .code();
    }
}
