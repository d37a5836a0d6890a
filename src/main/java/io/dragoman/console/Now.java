package io.dragoman.console;

import io.dragoman.model.Fate;
import io.dragoman.service.Station;
import io.dragoman.service.UnderWay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How far an order under way is, for people.
 *
 * @param total 0 when nobody knows
 * @param counts a table of fates by mapping
 * @param spent tokens of the account today @param left of them for us; negative when nobody counts
 */
record Now(
        String step,
        String run,
        long done,
        long total,
        String perSecond,
        String left,
        Library.Table counts,
        long spent,
        long tokensLeft) {

    static Now of(Station station, UnderWay underWay) {
        UnderWay.Progress progress = underWay.progress();
        OptionalLong tokens = station.tokensLeft();
        return new Now(
                progress.step(),
                progress.run(),
                progress.done(),
                progress.total(),
                String.format(Locale.ROOT, "%.1f", progress.perSecond()),
                Times.span(progress.left()),
                counts(progress.counts()),
                station.tokensSpent(),
                tokens.orElse(-1));
    }

    /** Mappings down, fates across, only those that occur. */
    static Library.Table counts(Map<String, Map<Fate, Long>> counts) {
        Set<Fate> met = EnumSet.noneOf(Fate.class);
        counts.values()
                .forEach(fates -> fates.forEach((fate, count) -> {
                    if (count > 0) {
                        met.add(fate);
                    }
                }));
        List<Library.Column> columns = new ArrayList<>(List.of(new Library.Column("Mapping", "word")));
        met.forEach(fate -> columns.add(new Library.Column(fate.word(), "number")));
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((mapping, fates) -> {
            List<String> row = new ArrayList<>(List.of(mapping));
            met.forEach(fate -> row.add(String.format(Locale.ROOT, "%,d", fates.getOrDefault(fate, 0L))));
            rows.add(row);
        });
        return new Library.Table(columns, rows);
    }
}
