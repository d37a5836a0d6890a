package io.dragoman.systems.rest;

import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.staging.Finding;
import io.dragoman.staging.Loader;
import io.dragoman.staging.Staging;
import io.dragoman.systems.rest.Extraction.Progress;
import io.dragoman.systems.rest.Picture.Standing;
import io.dragoman.systems.rest.RowShape.Row;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings what was read of an API from disk into a staging, and tells what the API does not show. For one thread. */
public final class RestStaging {
    private static final int ROWS_BETWEEN = 10_000;
    private static final Standing NEVER = new Standing(0, 0, -1);

    private final RestSettings settings;
    private final Extraction extraction;
    private final Staging staging;
    private final Progress progress;

    RestStaging(RestSettings settings, Extraction extraction, Staging staging, Progress progress) {
        this.settings = settings;
        this.extraction = extraction;
        this.staging = staging;
        this.progress = progress;
    }

    /** Gives every object its rows. */
    public void fill() {
        Picture picture = extraction.picture();
        Map<String, Standing> standings = new LinkedHashMap<>();
        settings.system().lists().forEach(list -> standings.put(list.name(), picture.standing(list)));
        settings.system().lists().forEach(list -> tell(list, standings.getOrDefault(list.name(), NEVER)));
        for (SourceObject object : staging.layout().source().objects().values()) {
            List<RestList> lists = settings.system().lists().stream()
                    .filter(list -> Picture.fills(list, object.name()))
                    .toList();
            List<Standing> of = lists.stream()
                    .map(list -> standings.getOrDefault(list.name(), NEVER))
                    .toList();
            if (of.stream().anyMatch(standing -> !standing.isHidden())) {
                fill(object, lists, picture);
                if (of.stream().noneMatch(standing -> standing.isHidden() || standing.isShort())) {
                    staging.proof().vouch(object.name());
                }
            }
        }
        extraction.began().ifPresent(staging.proof()::exported);
    }

    private void fill(SourceObject object, List<RestList> lists, Picture picture) {
        Set<String> columns = new LinkedHashSet<>();
        lists.stream()
                .flatMap(list -> list.shapes().stream())
                .filter(shape -> shape.object().equals(object.name()))
                .forEach(shape -> columns.addAll(shape.columns()));
        List<String> names = List.copyOf(columns);
        RowDigest digest = new RowDigest();
        try (Loader loader = staging.loader(object.name(), names)) {
            picture.rows(object.name(), (shape, row) -> {
                digest.add(shape.columns(), row);
                add(loader, names, shape, row);
            });
            progress.read(object.name(), loader.rows());
        }
        staging.read(String.valueOf(object.file()), digest.hex());
    }

    private void add(Loader loader, List<String> names, RowShape shape, Row row) {
        long number = loader.rows() + 1;
        if (!row.fault().isEmpty()) {
            loader.unusable(number, number, row.fault());
            return;
        }
        @Nullable String[] cells = new String[names.size()];
        for (int i = 0; i < cells.length; i++) {
            int from = shape.columns().indexOf(names.get(i));
            cells[i] = from < 0 ? null : row.cells()[from];
        }
        loader.add(cells, number, number);
        if (number % ROWS_BETWEEN == 0) {
            progress.read(shape.object(), number);
        }
    }

    private void tell(RestList list, Standing standing) {
        String place = settings.name() + " " + list.name();
        if (standing.isHidden()) {
            boolean missing = standing.status() == 404;
            String code = missing ? "object-missing" : "object-hidden";
            String advice = missing
                    ? "The source has no such list (status 404), so these records do not move. Where it should have one, look at"
                            + " `source.base-url`."
                    : "The source does not show this list to the key's user (status 403), so these records do not move. Give"
                            + " the key of a user who may see them.";
            staging.note(
                    list.optional()
                            ? Finding.note(code, place, advice)
                            : new Finding(Finding.Severity.STOP, new Problem(code, place, advice), 0, List.of()));
        } else if (standing.isShort()) {
            staging.note(new Finding(
                    Finding.Severity.STOP,
                    new Problem(
                            "fewer-than-told",
                            place,
                            "The source says it has " + standing.told() + " records and showed " + standing.records()
                                    + ". Records may have been deleted meanwhile, or the key's user may not see all of"
                                    + " them: look at its permissions, or waive this by name."),
                    standing.told() - standing.records(),
                    List.of()));
        }
    }
}
