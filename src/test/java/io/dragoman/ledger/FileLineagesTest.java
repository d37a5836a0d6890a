package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.ledger.FileLineages.Holder;
import io.dragoman.model.FileFields;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ledger knows what each file holds, and who keeps one that several share. */
final class FileLineagesTest extends OnBothDatabases {
    private static final String FILES = "document-to-file";

    private static TargetRecord file(String key, String name, String sha256) {
        return new TargetRecord(
                FILES,
                FileFields.KIND,
                key,
                null,
                Map.of(
                        "person",
                        new TargetId("70"),
                        FileFields.NAME,
                        name,
                        FileFields.SIZE,
                        new BigDecimal("8"),
                        FileFields.SHA256,
                        sha256),
                Map.of(),
                List.of(),
                List.of());
    }

    private void write(TargetRecord file, Verb verb, @Nullable String known, String id) {
        TargetWrite write = new TargetWrite(verb, file, known == null ? null : new TargetId(known), Set.of());
        ledger.writes().settle(ledger.writes().intend(run, write, "print", null), Invented.receipt(id));
    }

    private void join(String key) {
        ledger.lineages().join(run, FILES, key, FileFields.KIND, "print", FILES, "d-1");
    }

    @Test
    void a_file_is_known_by_its_bytes_and_by_its_look_as_long_as_it_is_there() {
        TargetRecord plan = file("d-1", "plan.txt", "aa");
        write(plan, Verb.CREATE, null, "7");
        FileLineages files = ledger.files();
        assertThat(files.withContent(files.marks(file("d-2", "copy.txt", "aa"))))
                .contains(new Holder(FILES, "d-1"));
        assertThat(files.withContent(files.marks(file("d-2", "plan.txt", "bb"))))
                .isEmpty();
        assertThat(files.withLook(files.marks(file("d-2", "plan.txt", "bb")))).contains(new Holder(FILES, "d-1"));
        assertThat(files.withLook(files.marks(file("d-2", "copy.txt", "aa")))).isEmpty();
        write(plan, Verb.DELETE, "7", "7");
        assertThat(files.withContent(files.marks(plan))).isEmpty();
        assertThat(files.withLook(files.marks(plan))).isEmpty();
    }

    @Test
    void a_replaced_file_moves_the_record_and_those_that_share_it() {
        write(file("d-1", "plan.txt", "aa"), Verb.CREATE, null, "7");
        join("d-2");
        write(file("d-1", "plan.txt", "bb"), Verb.UPDATE, "7", "8");
        assertThat(ledger.lineages().target(FILES, "d-1")).contains(new TargetId("8"));
        assertThat(ledger.lineages().target(FILES, "d-2")).contains(new TargetId("8"));
        assertThat(ledger.files().withContent(ledger.files().marks(file("d-3", "c.txt", "bb"))))
                .contains(new Holder(FILES, "d-1"));
    }

    @Test
    void a_shared_file_goes_to_the_first_who_shares_it_and_can_be_taken_back_by_them() {
        write(file("d-1", "plan.txt", "aa"), Verb.CREATE, null, "7");
        join("d-2");
        join("d-3");
        assertThat(ledger.files().handOver(run, FILES, "d-1")).isTrue();
        assertThat(ledger.lineages().find(FILES, "d-1")).isEmpty();
        Lineage heir = ledger.lineages().find(FILES, "d-2").orElseThrow();
        assertThat(heir.target()).isEqualTo(new TargetId("7"));
        assertThat(heir.createdByUs()).isTrue();
        assertThat(heir.joined()).isFalse();
        assertThat(heir.made()).get().extracting(TargetRecord::key).isEqualTo("d-2");
        assertThat(ledger.files().withContent(ledger.files().marks(file("d-4", "c.txt", "aa"))))
                .contains(new Holder(FILES, "d-2"));
        write(heir.made().orElseThrow(), Verb.DELETE, "7", "7");
        assertThat(ledger.lineages().find(FILES, "d-3")).as("went with it").isEmpty();
    }

    @Test
    void a_file_that_nobody_shares_stays_where_it_is() {
        write(file("d-1", "plan.txt", "aa"), Verb.CREATE, null, "7");
        assertThat(ledger.files().handOver(run, FILES, "d-1")).isFalse();
        assertThat(ledger.lineages().target(FILES, "d-1")).contains(new TargetId("7"));
    }
}
