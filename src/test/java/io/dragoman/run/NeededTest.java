package io.dragoman.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.LedgerAddress;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.SealKey;
import io.dragoman.mapping.Mappings;
import io.dragoman.mapping.Sketch;
import io.dragoman.model.Receipt;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that others link to is never without them, whatever numbers the account gave. */
class NeededTest {
    private static final Mappings MAPPINGS = Sketch.mappings();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Set<TargetId> needed(TargetId deal, TargetId linked, TargetId asked) {
        try (Ledger ledger = Ledger.open(
                new LedgerAddress("jdbc:hsqldb:file:" + folder.resolve("ledger"), "SA", ""),
                "acme",
                SealKey.at(folder.resolve("seal.key")))) {
            String run = ledger.runs().start(RunMode.RUN, "hash").id();
            TargetRecord record = new TargetRecord(
                    "plan-to-deal", "deal", "t-1", "t-1", Map.of("person", linked), Map.of(), List.of(), List.of());
            TargetWrite write = new TargetWrite(Verb.CREATE, record, null, Set.of());
            ledger.writes().settle(ledger.writes().intend(run, write, "print", null), new Receipt(deal, 5, Set.of()));
            return new Needed(ledger.lineages(), MAPPINGS.phases())
                    .of(MAPPINGS.get("patient-to-person"), Set.of(asked));
        }
    }

    @Test
    void a_person_is_needed_by_a_deal_with_the_same_number() {
        assertThat(needed(new TargetId("3"), new TargetId("3"), new TargetId("3")))
                .containsExactly(new TargetId("3"));
    }

    @Test
    void a_person_whom_nothing_names_is_not_needed() {
        assertThat(needed(new TargetId("3"), new TargetId("4"), new TargetId("3")))
                .isEmpty();
    }
}
