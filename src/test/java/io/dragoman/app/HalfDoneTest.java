package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.RunMode;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delete that ended between its intent and its receipt, put into the ledger by hand where no fault comes at the right moment. */
class HalfDoneTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private FaultGround ground;

    @BeforeEach
    void run() {
        ground = FaultGround.open(FaultOffice.open(folder.resolve("office")), folder.resolve("ground"));
        ground.undisturbed(FaultVerb.RUN, engine -> FaultVerb.RUN.go(engine, FaultGround.quiet()));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void a_note_of_which_a_rollback_deleted_one_part_counts_as_nobodys_work() {
        ground.undisturbed(FaultVerb.ROLLBACK, engine -> {
            TargetId whole = intendToDelete(engine, RunMode.ROLLBACK, "memo-to-note", "5");
            List<TargetId> parts = whole.alone();
            assertThat(parts).hasSizeGreaterThan(1);
            ground.delete("/api/v1/notes/" + parts.get(0).value());
            FaultVerb.ROLLBACK.go(engine, FaultGround.quiet());
            new FaultCheck(ground, engine).nothingLeft();
        });
    }

    @Test
    void a_note_that_a_rollback_was_about_to_delete_stays_when_somebody_changed_it_meanwhile() {
        ground.undisturbed(FaultVerb.ROLLBACK, engine -> {
            TargetId whole = intendToDelete(engine, RunMode.ROLLBACK, "memo-to-note", "5");
            ground.write("PUT", "/api/v1/notes/" + whole.alone().get(0).value(), "{\"content\":\"Called back.\"}");
            FaultVerb.ROLLBACK.go(engine, FaultGround.quiet());
            assertThat(ground.sandbox().dump().path("notes").findValuesAsText("content"))
                    .contains("Called back.")
                    .hasSize(2);
        });
    }

    @Test
    void a_delta_goes_on_over_a_delete_that_another_one_left_without_a_receipt() {
        ground.undisturbed(FaultVerb.DELTA, engine -> {
            intendToDelete(engine, RunMode.DELTA, "party-to-participant", "2");
            FaultVerb.DELTA.go(engine, FaultGround.quiet());
            assertThat(engine.ledger().lineages().find("party-to-participant", "2"))
                    .isEmpty();
            new FaultCheck(ground, engine).ledger();
        });
    }

    private static TargetId intendToDelete(Engine engine, RunMode mode, String mapping, String key) {
        String run = engine.ledger().runs().start(mode, "").id();
        Lineage known = engine.ledger().lineages().find(mapping, key).orElseThrow();
        TargetWrite delete = new TargetWrite(Verb.DELETE, known.made().orElseThrow(), known.target(), Set.of());
        engine.ledger().writes().intend(run, delete, "", null);
        return known.target();
    }
}
