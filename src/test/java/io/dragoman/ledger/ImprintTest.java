package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Face;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Receipt;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetWrite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ImprintTest extends OnBothDatabases {
    private static final TargetId ID = new TargetId("7");

    private static HeldRecord showing(String... keysAndTexts) {
        Map<String, Face> faces = new TreeMap<>();
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            faces.put(keysAndTexts[i], new Face(keysAndTexts[i], keysAndTexts[i + 1]));
        }
        return new HeldRecord(ID, Map.of(), Map.of(), faces, null);
    }

    private void made(HeldRecord shown) {
        ledger.writes().settle(intended("p-1"), new Receipt(ID, 5, Set.of(), shown));
    }

    private void changed(HeldRecord shown) {
        TargetWrite update = Invented.update("p-1", "7", "Ada Other");
        ledger.writes().settle(ledger.writes().intend(run, update, "print", null), new Receipt(ID, 5, Set.of(), shown));
    }

    private Set<String> otherThan(HeldRecord now) {
        Imprint imprint = ledger.lineages().find(PEOPLE, "p-1").orElseThrow().imprint();
        return imprint == null ? Set.of("no imprint") : imprint.otherThan(now);
    }

    @Test
    void a_field_that_shows_the_same_is_no_change() {
        made(showing("name", "Ada", "phones", "", "custom/*", ""));
        assertThat(otherThan(showing("name", "Ada", "phones", "", "custom/k", "")))
                .isEmpty();
    }

    @Test
    void changed_emptied_and_filled_fields_are_told() {
        made(showing("name", "Ada", "phones", "", "emails", "a@example.org", "custom/*", "", "custom/k", "one"));
        HeldRecord now = showing("name", "Eva", "phones", "1", "emails", "", "custom/k", "two", "custom/l", "three");
        assertThat(otherThan(now)).containsExactly("custom/k", "custom/l", "emails", "name", "phones");
    }

    @Test
    void what_the_target_never_told_is_no_change() {
        made(showing("name", "Ada"));
        assertThat(otherThan(showing("label_ids", "4", "custom/k", "one"))).isEmpty();
        assertThat(otherThan(showing())).isEmpty();
    }

    @Test
    void a_change_of_ours_does_not_swallow_what_a_person_did_to_other_fields() {
        made(showing("name", "Ada", "phones", "1"));
        changed(showing("name", "Ada Other"));
        assertThat(otherThan(showing("name", "Ada Other", "phones", "2"))).containsExactly("phones");
        assertThat(otherThan(showing("name", "Ada", "phones", "1"))).containsExactly("name");
    }

    @Test
    void a_write_whose_answer_was_lost_leaves_what_was_known() {
        ledger.writes().settle(intended("p-1"), Invented.receipt("7"));
        assertThat(otherThan(showing("name", "Ada"))).containsExactly("no imprint");
        changed(showing("name", "Ada Other"));
        assertThat(otherThan(showing("name", "Eva", "phones", "2"))).containsExactly("name");
    }

    @Test
    void an_imprint_holds_no_value_and_is_part_of_the_chain() throws SQLException {
        made(showing("name", "Ada Example", "custom/0123456789012345678901234567890123456789", "Penicillin"));
        assertThat(imprint())
                .contains("name")
                .doesNotContain("Ada")
                .doesNotContain("Penicillin")
                .doesNotContain("0123456789");
        assertThat(ledger.writes().chainHolds()).isTrue();
        sql("update write set imprint = '{}'");
        assertThat(ledger.writes().chainHolds()).isFalse();
    }

    private String imprint() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select imprint from write")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void an_edit_is_remembered_once_with_the_run_that_saw_it_last() {
        ledger.edits().saw(run, PEOPLE, "p-1", Set.of("phones", "name"));
        ledger.edits().saw(run, PEOPLE, "p-1", Set.of("name"));
        ledger.edits().saw(run, PEOPLE, "p-2", Set.of("name"));
        assertThat(ledger.edits().of(PEOPLE, "p-1")).extracting(Edit::field).containsExactly("name", "phones");
        List<String> seen = new ArrayList<>();
        ledger.edits().forEach(run, edit -> seen.add(edit.key() + " " + edit.field()));
        assertThat(seen).containsExactlyInAnyOrder("p-1 name", "p-1 phones", "p-2 name");
    }
}
