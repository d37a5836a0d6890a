package io.dragoman.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a verb tells when it ends, for the terminal, as JSON and as a page. Holds counts, names, codes and keys; never a
 * value of a record.
 *
 * @param verb the verb
 * @param migration its name
 * @param run id in the ledger; empty for a verb that makes no run
 * @param headline the outcome in one sentence
 * @param at when it ended
 * @param sections in reading order
 * @param next what to do now, most pressing first; never empty
 */
record Report(
        String verb,
        String migration,
        String run,
        String headline,
        Instant at,
        List<Section> sections,
        List<String> next) {

    /** A table with a title and a sentence about it; the first column names the row, numbers stand right. */
    record Section(String title, String about, List<String> columns, List<List<String>> rows) {}

    /** Collects a report while a verb works. */
    static final class Draft {
        private final String verb;
        private final String migration;
        private final List<Section> sections = new ArrayList<>();
        private final List<String> next = new ArrayList<>();
        private String run = "";

        Draft(String verb, String migration) {
            this.verb = verb;
            this.migration = migration;
        }

        Draft run(String id) {
            run = id;
            return this;
        }

        /** Adds a table unless it has no rows. */
        Draft section(String title, String about, List<String> columns, List<List<String>> rows) {
            if (!rows.isEmpty()) {
                sections.add(new Section(title, about, columns, rows));
            }
            return this;
        }

        Draft next(String step) {
            next.add(step);
            return this;
        }

        boolean nothingNext() {
            return next.isEmpty();
        }

        Report end(String headline) {
            return new Report(verb, migration, run, headline, Instant.now(), List.copyOf(sections), List.copyOf(next));
        }
    }
}
