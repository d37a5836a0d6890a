package io.dragoman.app;

import io.dragoman.ledger.Owner;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Price;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code owners} tells when it ends: everybody's state, and the records that pointed elsewhere. */
final class OwnersVerbReport {
    private static final List<String> SHARES = List.of("What", "Records", "Tokens");

    private final Engine engine;
    private final Catalogue catalogue;
    private final boolean preview;

    OwnersVerbReport(Engine engine, Catalogue catalogue, boolean preview) {
        this.engine = engine;
        this.catalogue = catalogue;
        this.preview = preview;
    }

    /** @param done null when nothing was changed */
    Report of(Reassign.Preview elsewhere, Reassign.@Nullable Result done) {
        List<Owner> owners = engine.owners().all();
        Report.Draft draft = new Report.Draft(
                        preview ? "owners-preview" : "owners", engine.file().name())
                .section(
                        "In the way",
                        "What keeps a run from beginning.",
                        List.of("Code", "Where", "What to do"),
                        engine.owners().problems().stream()
                                .map(problem -> List.of(problem.code(), problem.place(), problem.advice()))
                                .toList())
                .section(
                        "Owners",
                        "Records counts those of the export, whether or not they are written already.",
                        OwnersReport.COLUMNS,
                        new OwnersReport(catalogue, new OwnerCensus(engine).count()).rows(owners))
                .detail("History", "Who had which user, and since when.", List.of("Source", "What"), history(owners));
        next(draft, owners, elsewhere, done);
        return done == null ? before(draft, owners, elsewhere) : after(draft, done);
    }

    private Report before(Report.Draft draft, List<Owner> owners, Reassign.Preview elsewhere) {
        draft.section(
                "Records that point to another user",
                "Reassigning changes their owner and nothing else.",
                SHARES,
                rows(elsewhere.shares()));
        String points = elsewhere.records() == 0
                ? ""
                : " " + elsewhere.records() + " records point to another user; reassigning them costs "
                        + elsewhere.price().tokens() + " tokens and takes " + time(elsewhere.price()) + ".";
        return draft.end(owners.size() + " people: " + count(owners, true) + " without a user of their own go to the"
                + " fallback, " + count(owners, false) + " wait." + points);
    }

    private Report after(Report.Draft draft, Reassign.Result done) {
        long records = done.shares().stream().mapToLong(Reassign.Share::records).sum();
        draft.run(done.run())
                .section("Reassigned", "Their owner was changed and nothing else.", SHARES, rows(done.shares()));
        List<List<String>> kept = new ArrayList<>();
        engine.ledger()
                .edits()
                .forEach(done.run(), edit -> kept.add(List.of(edit.mapping(), edit.key(), edit.field())));
        draft.section(
                "Kept as people made it",
                "A person chose their owner since.",
                List.of("Mapping", "Key", "Field"),
                kept);
        return draft.end((done.stopped() ? "Stopped early. " : "") + records + " records belong to another user now, "
                + done.setAside() + " set aside.");
    }

    private static void next(
            Report.Draft draft, List<Owner> owners, Reassign.Preview elsewhere, Reassign.@Nullable Result done) {
        if (done != null) {
            draft.next(
                    done.stopped()
                            ? "Go on with `owners --reassign`."
                            : "Put the owners back as they were: `rollback --run " + done.run() + "`.");
        } else if (elsewhere.records() > 0) {
            draft.next(
                    "Give the records to the users of their owners: `owners --reassign`, with the same --import if any.");
        }
        if (count(owners, true) + count(owners, false) > 0) {
            draft.next(
                    "Decide the others: `owners --export FILE`, fill user_email, `owners --import FILE`; or owners.map or"
                            + " owners.aliases in the migration file.");
        }
        if (draft.nothingNext()) {
            draft.next("Go on with `plan`.");
        }
    }

    private String time(Price price) {
        return PlanTime.own(engine, Instant.now()).takes(price);
    }

    private static long count(List<Owner> owners, boolean fallback) {
        return owners.stream()
                .filter(owner -> !owner.state().own() && (owner.user() != null) == fallback)
                .count();
    }

    private static List<List<String>> history(List<Owner> owners) {
        List<List<String>> rows = new ArrayList<>();
        owners.forEach(owner -> owner.history().lines().forEach(line -> rows.add(List.of(owner.key(), line))));
        return rows;
    }

    private static List<List<String>> rows(List<Reassign.Share> shares) {
        return shares.stream()
                .map(share -> List.of(
                        share.what(),
                        String.valueOf(share.records()),
                        String.valueOf(share.price().tokens())))
                .toList();
    }
}
