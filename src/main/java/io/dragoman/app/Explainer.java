package io.dragoman.app;

import io.dragoman.app.Retelling.Story;
import io.dragoman.ledger.Edit;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.LogColumn;
import io.dragoman.ledger.Quarantine;
import io.dragoman.model.Mapping;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds one record in the ledger and tells its story. */
final class Explainer {
    private final Ledger ledger;
    private final Blueprint blueprint;
    private final Policy policy;

    Explainer(Ledger ledger, Blueprint blueprint, Policy policy) {
        this.ledger = ledger;
        this.blueprint = blueprint;
        this.policy = policy;
    }

    /**
     * The record a user names.
     *
     * @param asked {@code KIND/ID} or {@code MAPPING/KEY}
     * @throws RunProblem {@code record-unknown} when the ledger knows nothing of it
     */
    Explained find(String asked) {
        int slash = asked.indexOf('/');
        String first = asked.substring(0, Math.max(0, slash));
        String rest = asked.substring(slash + 1);
        Optional<Mapping> mapping = blueprint.mappings().all().stream()
                .filter(one -> one.name().equals(first))
                .findFirst();
        if (mapping.isPresent()) {
            return ofSource(asked, mapping.get(), rest);
        }
        List<Lineage> sharing = sharing(first, new TargetId(rest));
        if (slash < 0 || sharing.isEmpty()) {
            throw unknown(asked);
        }
        return of(asked, sharing);
    }

    private Explained ofSource(String asked, Mapping mapping, String key) {
        Optional<Lineage> known = ledger.lineages().find(mapping.name(), key);
        if (known.isPresent()) {
            return of(asked, sharing(known.get().kind(), known.get().target()));
        } else if (ledger.writes().of(mapping.name(), key).isEmpty()
                && ledger.quarantine().find(key).isEmpty()) {
            throw unknown(asked);
        }
        return new Explained(asked, mapping, key, List.of());
    }

    private Explained of(String asked, List<Lineage> sharing) {
        Lineage made = sharing.get(0);
        return new Explained(asked, blueprint.mappings().get(made.mapping()), made.key(), sharing);
    }

    /** Records of the mappings there are now, the one that was written first. */
    private List<Lineage> sharing(String kind, TargetId target) {
        List<Lineage> sharing = new ArrayList<>(ledger.lineages().of(kind, target));
        sharing.removeIf(one -> blueprint.mappings().all().stream()
                .noneMatch(mapping -> mapping.name().equals(one.mapping())));
        sharing.sort(Comparator.comparing(Lineage::joined));
        return sharing;
    }

    private static RunProblem unknown(String asked) {
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "record-unknown",
                        asked,
                        "The ledger knows no such record. Name one of the account as KIND/ID, such as person/123, or one of the"
                                + " source as MAPPING/KEY; what people made in the account themselves is not ours to explain."));
    }

    /**
     * The story of a record.
     *
     * @param field only this one; null for all
     * @param retelling null when the export is not read
     * @param now null when the account was not asked
     */
    Report report(Explained found, @Nullable String field, @Nullable Retelling retelling, @Nullable AccountNow now) {
        Story story = retelling == null
                ? null
                : retelling.of(found.mapping(), found.key()).orElse(null);
        Report.Draft draft = new Report.Draft("explain", ledger.migration());
        origins(draft, found, retelling);
        FieldStory fields = new FieldStory(new Shown(blueprint.mappings()), ledger, blueprint, policy, found, story);
        fields.addTo(draft, field);
        new RequestStory(ledger, found).addTo(draft, field);
        edits(draft, found, field);
        if (now != null) {
            draft.section(
                    "In the account now",
                    now.sentence(),
                    List.of("Changed by somebody"),
                    now.edits().isEmpty()
                            ? List.of(List.of("nothing"))
                            : now.edits().stream().map(List::of).toList());
        }
        events(draft, found);
        setAside(draft, found);
        next(draft, found, retelling, story);
        return draft.end(headline(found, story));
    }

    private static void origins(Report.Draft draft, Explained found, @Nullable Retelling retelling) {
        List<List<String>> rows = new ArrayList<>();
        for (Lineage one : found.sharing()) {
            String place = "";
            if (retelling != null && one.mapping().equals(found.mapping().name())) {
                place = retelling
                        .of(found.mapping(), one.key())
                        .map(story -> story.origin().place() + ", row "
                                + story.origin().record().row())
                        .orElse("no more at the source, or its row cannot be used");
            }
            rows.add(List.of(one.mapping(), one.key(), how(one), place, one.run(), one.lastRun()));
        }
        draft.section(
                "Made of",
                rows.size() > 1 ? "Its values come from the first; the others share it." : "",
                List.of("Mapping", "Key", "How", "Where", "Since run", "Last run"),
                rows);
    }

    private static String how(Lineage lineage) {
        if (lineage.joined()) {
            return "joined";
        }
        return lineage.createdByUs() ? "created" : "matched with one that was there";
    }

    private void edits(Report.Draft draft, Explained found, @Nullable String field) {
        List<Edit> edits = ledger.edits().of(found.mapping().name(), found.key());
        draft.section(
                "Changed by people",
                "Fields that somebody changed in the account since, as far as a verb looked.",
                List.of("Field", "First seen", "Last seen", "By run"),
                edits.stream()
                        .filter(edit -> field == null || edit.field().equalsIgnoreCase(field))
                        .map(edit -> List.of(
                                edit.field(),
                                Moments.text(edit.firstSeenAt()),
                                Moments.text(edit.lastSeenAt()),
                                edit.run()))
                        .toList());
    }

    private void events(Report.Draft draft, Explained found) {
        draft.section(
                "Beside its writes",
                "",
                List.of("Entry", "What", "Run", "Target", "Other record", "When"),
                ledger.log().eventsOf(found.mapping().name(), found.key()).stream()
                        .map(entry -> List.of(
                                String.valueOf(entry.seq()),
                                entry.get(LogColumn.ENTRY),
                                entry.get(LogColumn.RUN),
                                entry.get(LogColumn.TARGET),
                                entry.get(LogColumn.NOTE),
                                entry.get(LogColumn.AT)))
                        .toList());
    }

    private void setAside(Report.Draft draft, Explained found) {
        List<Quarantine.Entry> entries = ledger.quarantine().find(found.key()).stream()
                .filter(entry -> entry.mapping().equals(found.mapping().name()))
                .toList();
        draft.section(
                "Set aside",
                "",
                List.of("Code", "What to do", "Run", "State"),
                entries.stream()
                        .map(entry -> List.of(
                                entry.problem().code(),
                                entry.problem().advice(),
                                entry.run(),
                                entry.resolvedAt() == null
                                        ? "open"
                                        : "closed by " + Objects.requireNonNullElse(entry.resolvedBy(), "")))
                        .toList());
    }

    private static void next(
            Report.Draft draft, Explained found, @Nullable Retelling retelling, @Nullable Story story) {
        if (retelling == null) {
            draft.next("The export was not read; with it, each transform is shown.");
        } else if (story == null) {
            draft.next("The source has no such record any more, or its row cannot be used; see `quarantine show "
                    + found.key() + "`.");
        } else if (story.stopped() != null) {
            draft.next("Now it would not travel: " + story.stopped() + ".");
        } else {
            draft.next("Look it up at " + story.origin().place() + ".");
        }
    }

    private static String headline(Explained found, @Nullable Story story) {
        Lineage lineage = found.lineage();
        String source = found.mapping().name() + " " + found.key()
                + (story == null ? "" : " (" + story.origin().place() + ")");
        return lineage == null
                ? source + " is not in the account."
                : lineage.kind() + "/" + lineage.target().value() + " comes from " + source + ", last written in "
                        + lineage.lastRun() + ".";
    }
}
