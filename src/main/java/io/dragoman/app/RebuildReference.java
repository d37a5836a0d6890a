package io.dragoman.app;

import io.dragoman.staging.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a source does by itself and the target will not: sequences, templates, rules. Nothing of it moves; it is told, for a person to
 * make it anew. Kept beside the reports as {@code rebuild.html} and {@code rebuild.json}.
 */
final class RebuildReference {
    private final Engine engine;

    RebuildReference(Engine engine) {
        this.engine = engine;
    }

    /** Writes the reference; the export must be staged. Empty when the source has nothing of the kind. */
    Optional<Path> keep() {
        Report.Draft draft = new Report.Draft("rebuild", engine.file().name());
        long things = 0;
        for (Layout.Rebuild question : engine.staging().layout().rebuild()) {
            List<List<String>> rows = engine.staging().rebuild(question);
            if (!rows.isEmpty()) {
                things += rows.size();
                draft.section(question.title(), question.advice(), question.columns(), rows);
            }
        }
        return things == 0
                ? Optional.empty()
                : Optional.of(new ReportFolder(engine.file().reports())
                        .keep(draft.next("Make what is still wanted at the target, before people work there.")
                                .end(things + " things do not move and have to be made anew.")));
    }

    /** Says where the reference is, if there is one. */
    void addTo(Report.Draft draft) {
        keep().ifPresent(
                        page -> draft.next("What does not move by itself and has to be made anew is in " + page + "."));
    }
}
