package io.dragoman.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * A table with a title and a sentence about it; the first column names the row, numbers stand right.
     *
     * @param detail whether only the page shows it, because a terminal has no room for it
     * @param chart how the page draws it above the table; null for a table alone
     */
    record Section(
            String title,
            String about,
            List<String> columns,
            List<List<String>> rows,
            boolean detail,
            @Nullable Chart chart) {}

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
            return add(title, about, columns, rows, false, null);
        }

        /** Adds a table that the page draws too; a chart without a column to draw is a table alone. */
        Draft chart(Chart chart, String title, String about, List<String> columns, List<List<String>> rows) {
            return add(title, about, columns, rows, false, chart.columns().isEmpty() ? null : chart);
        }

        /** Adds a table for the page only. */
        Draft detail(String title, String about, List<String> columns, List<List<String>> rows) {
            return add(title, about, columns, rows, true, null);
        }

        private Draft add(
                String title,
                String about,
                List<String> columns,
                List<List<String>> rows,
                boolean detail,
                @Nullable Chart chart) {
            if (!rows.isEmpty()) {
                List<List<String>> plain = rows.stream()
                        .map(row -> row.stream().map(PlainText::of).toList())
                        .toList();
                List<String> titles = columns.stream().map(PlainText::of).toList();
                sections.add(new Section(PlainText.of(title), PlainText.of(about), titles, plain, detail, chart));
            }
            return this;
        }

        Draft next(String step) {
            next.add(PlainText.of(step));
            return this;
        }

        boolean nothingNext() {
            return next.isEmpty();
        }

        Report end(String headline) {
            return new Report(
                    verb,
                    migration,
                    run,
                    PlainText.of(headline),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    List.copyOf(sections),
                    List.copyOf(next));
        }
    }
}
