package io.dragoman.service;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether people edited the files of one migration, and takes them over when they hold together. Files are looked at twice before
 * they are read, because an editor may still be writing. Used by one thread.
 */
final class Editor {
    private static final Logger LOG = LoggerFactory.getLogger(Editor.class);

    private final Workshop workshop;
    private final Path file;
    private @Nullable Station station;
    private FileStamp seen = FileStamp.NOTHING;
    private FileStamp judged = FileStamp.NOTHING;
    private List<Problem> problems = List.of();

    Editor(Workshop workshop, Path file) {
        this.workshop = workshop;
        this.file = file;
    }

    /** The migration file it looks at. */
    Path file() {
        return file;
    }

    /** What is wrong with the files as they are now. */
    List<Problem> problems() {
        return problems;
    }

    @Nullable
    Station station() {
        return station;
    }

    /** The first edition: the files as they are, or else those that were accepted last. Empty when there is none yet. */
    Optional<Edition> first() {
        seen = stamp(null);
        try {
            Edition edition = workshop.accept(file);
            judged = stamp(edition);
            seen = judged;
            problems = List.of();
            return Optional.of(edition);
        } catch (UserProblems | RunProblem e) {
            problems = problems(e);
            problems.forEach(problem -> LOG.warn("{}", problem));
            Optional<Edition> last = workshop.last(file);
            judged = stamp(last.orElse(null));
            seen = judged;
            return last;
        }
    }

    /** The edition found at first is served by this station, or nobody can. */
    void serve(Station by) {
        station = by;
        by.refuse(problems);
    }

    void cannotServe(List<Problem> why) {
        problems = List.copyOf(why);
    }

    /** Whether another look at the files is worth it: they changed, and are at rest again. */
    boolean hasEdits() {
        FileStamp now = stamp(station == null ? null : station.edition());
        boolean atRest = now.equals(seen);
        seen = now;
        return atRest && !now.equals(judged);
    }

    /** Reads the edited files. */
    void read() {
        judged = seen;
        Station serving = station;
        if (serving == null) {
            return;
        }
        try {
            Edition next = workshop.accept(file);
            mustStay("migration", serving.edition().migration(), next.migration());
            mustStay("target", serving.edition().account(), next.account());
            serving.take(next);
            judged = stamp(next);
            seen = judged;
            problems = List.of();
        } catch (UserProblems | RunProblem e) {
            problems = problems(e);
            problems.forEach(problem -> LOG.warn("{}", problem));
            serving.refuse(problems);
        }
    }

    private void mustStay(String what, String was, String is) {
        if (!was.equals(is)) {
            throw new UserProblems(List.of(new Problem(
                    "restart-needed",
                    file.getFileName().toString(),
                    "another " + what + " is served after a restart of the service only.")));
        }
    }

    private FileStamp stamp(@Nullable Edition edition) {
        List<Path> places = new ArrayList<>(List.of(file));
        if (edition != null) {
            places.addAll(edition.watched());
        }
        return FileStamp.of(places);
    }

    private static List<Problem> problems(RuntimeException e) {
        return e instanceof UserProblems user ? user.problems() : List.of(((RunProblem) e).problem());
    }
}
