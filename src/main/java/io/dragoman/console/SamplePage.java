package io.dragoman.console;

import io.dragoman.ledger.Sample;
import io.dragoman.service.Station;
import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import java.util.List;
import java.util.Map;

/** The last sample, field by field, with filters; and the form of its verb. */
final class SamplePage {
    /** A browser shows so many rows without pausing; all of them are in the table for spreadsheets. */
    private static final int MOST = 3_000;

    private final Console console;
    private final VerbPages verbs;

    SamplePage(Console console, VerbPages verbs) {
        this.console = console;
        this.verbs = verbs;
    }

    Reply show(Request request) {
        return console.of(
                request,
                station -> verbs.find("sample")
                        .map(verb -> {
                            Map<String, Object> values = verbs.values(request, station, verb);
                            String sample = station.read(
                                            ledger -> ledger.samples().latest())
                                    .map(Sample::id)
                                    .orElse("");
                            addFields(values, station, sample);
                            return console.page(request, station, "sample", "sample.html", values);
                        })
                        .orElseGet(Reply::notFound));
    }

    private void addFields(Map<String, Object> values, Station station, String sample) {
        Library.Table fields = sample.isEmpty()
                ? new Library.Table(List.of(), List.of())
                : console.library().fields(station.edition(), sample);
        int last = fields.columns().size() - 1;
        values.put("sample", sample);
        values.put("fields", fields);
        values.put("shown", fields.rows().stream().limit(MOST).toList());
        values.put("mappings", distinct(fields, 0));
        values.put("verdicts", distinct(fields, last));
        values.put("last", last);
    }

    private static List<String> distinct(Library.Table table, int column) {
        return column < 0
                ? List.of()
                : table.rows().stream().map(row -> row.get(column)).distinct().toList();
    }
}
