package io.dragoman.app;

import io.dragoman.model.Price;
import io.dragoman.run.Kept;
import io.dragoman.run.UndoScope;
import java.util.ArrayList;
import java.util.List;

/** What a rollback tells before and after. It names what stays by key and field, and tells no value. */
final class RollbackReport {
    /** More rows than a terminal has room for stand on the page only. */
    private static final int FEW = 20;

    private static final List<String> COLUMNS = List.of("What", "Records", "Kept", "Tokens");

    private final String migration;
    private final UndoScope scope;
    private final boolean force;

    RollbackReport(String migration, UndoScope scope, boolean force) {
        this.migration = migration;
        this.scope = scope;
        this.force = force;
    }

    Report preview(List<Rollback.Share> shares, List<Kept> kept, PlanTime time, long looked) {
        Price price = shares.stream().map(Rollback.Share::price).reduce(Price.NOTHING, Price::plus);
        Report.Draft draft = new Report.Draft("rollback-preview", migration)
                .section(
                        "What would be taken back",
                        about() + staysAbout() + " Looking just now took " + looked + " tokens.",
                        COLUMNS,
                        rows(shares));
        kept(draft, "What would stay", kept);
        return draft.next("Take it back: `rollback" + option() + "`.")
                .end(records(shares) + " things would be taken back and " + kept.size() + " would stay, "
                        + edited(kept) + " of them because somebody changed them, for " + price.tokens()
                        + " tokens; it takes " + time.takes(price) + ".");
    }

    Report done(Rollback.Result result) {
        Report.Draft draft = new Report.Draft("rollback", migration)
                .run(result.run())
                .section("Taken back", about(), COLUMNS, rows(result.shares()));
        kept(draft, "What stays", result.kept());
        long records = records(result.shares());
        if (result.stopped()) {
            return draft.next("Go on with `rollback" + option() + "`.")
                    .end(records + " things taken back before the stop.");
        }
        if (result.setAside() > 0) {
            draft.next("See `quarantine list`; what stands there could not be put back.");
        }
        if (!result.kept().isEmpty()) {
            draft.next(
                    "Look at what stays; `rollback` takes it when nobody needs it, `rollback --force` takes it as it is.");
        }
        String headline = records + " things taken back";
        if (result.kept().isEmpty() && result.setAside() == 0) {
            return draft.next("The account is as before; `prepare` and `run` move the records again.")
                    .end(headline + "; read back from the account, none of them is left.");
        }
        return draft.next(
                        "`prepare` makes what went of the schema; then `run` moves the other records again, and looks at those that stay.")
                .end(headline + ", " + result.kept().size() + " stay, " + edited(result.kept())
                        + " of them because somebody changed them"
                        + (result.setAside() == 0 ? "." : ", " + result.setAside() + " set aside."));
    }

    private String about() {
        return scope.isPart() ? "Children first; what depends on these records goes along." : "Children first.";
    }

    private String staysAbout() {
        return (scope.isPart() ? "" : " The schema goes as far as nothing uses it then.")
                + (force ? " What people changed since goes too." : "");
    }

    private String option() {
        String word = scope.run() != null
                ? " --run "
                : scope.mapping() == null ? "" : scope.key() == null ? " --object " : " --record ";
        return word + scope.word() + (force ? " --force" : "");
    }

    private static void kept(Report.Draft draft, String title, List<Kept> kept) {
        List<List<String>> rows = new ArrayList<>();
        kept.forEach(one -> rows.add(
                List.of(one.mapping() + " " + one.key(), one.reason().words(), String.join(", ", one.edits()))));
        String about = "Whatever stays keeps what it belongs to. A field stands here without its value.";
        List<String> columns = List.of("Record", "Why", "Fields");
        if (rows.size() <= FEW) {
            draft.section(title, about, columns, rows);
        } else {
            draft.detail(title, about, columns, rows);
        }
    }

    private static long records(List<Rollback.Share> shares) {
        return shares.stream().mapToLong(Rollback.Share::records).sum();
    }

    private static long edited(List<Kept> kept) {
        return kept.stream().filter(one -> !one.edits().isEmpty()).count();
    }

    private static List<List<String>> rows(List<Rollback.Share> shares) {
        List<List<String>> rows = new ArrayList<>();
        shares.forEach(share -> rows.add(List.of(
                share.what(),
                String.valueOf(share.records()),
                String.valueOf(share.kept()),
                String.valueOf(share.price().tokens()))));
        return rows;
    }
}
