package io.dragoman.systems.rest;

import io.dragoman.systems.rest.Page.Shaped;
import io.dragoman.systems.rest.RestList.EachOf;
import io.dragoman.systems.rest.RowShape.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** The kept readings as one picture of the source: of each record the newest version, once. Reads page by page. For one thread. */
final class Picture {
    private final List<RestList> lists;
    private final List<Segment> newestFirst;
    private final Seal seal;

    /** @param segments the oldest first */
    Picture(RestSettings settings, List<Segment> segments, Seal seal) {
        this.lists = settings.system().lists();
        this.newestFirst = new ArrayList<>();
        segments.forEach(segment -> newestFirst.add(0, segment));
        this.seal = seal;
    }

    /**
     * What is known of a list.
     *
     * @param status of its last answer; 0 when it was never asked for
     * @param records with keys of their own when it was read whole
     * @param told how many the API said there are; negative when it did not
     */
    record Standing(int status, long records, long told) {
        boolean isHidden() {
            return status >= 400;
        }

        boolean isShort() {
            return !isHidden() && records < told;
        }
    }

    /** The rows of an object, with the shape each has. */
    void rows(String object, BiConsumer<RowShape, Row> reader) {
        Map<String, SeenKeys> seen = new HashMap<>();
        Set<String> whole = new LinkedHashSet<>();
        for (Segment segment : newestFirst) {
            for (int index = 0; index < lists.size(); index++) {
                RestList list = lists.get(index);
                if (!whole.contains(list.name()) && fills(list, object)) {
                    rows(segment.pages(index, seal), list, object, seen, reader);
                }
            }
            lists.stream().filter(segment::isWhole).forEach(list -> whole.add(list.name()));
        }
    }

    static boolean fills(RestList list, String object) {
        return list.shapes().stream().anyMatch(shape -> shape.object().equals(object));
    }

    private static void rows(
            PageFile pages,
            RestList list,
            String object,
            Map<String, SeenKeys> seen,
            BiConsumer<RowShape, Row> reader) {
        List<RowShape> shapes = list.shapes();
        pages.each(page -> page.records().stream()
                .filter(record -> isNew(list, record, seen))
                .forEach(record -> record.stream()
                        .filter(shaped -> shapes.get(shaped.shape()).object().equals(object))
                        .forEach(shaped -> reader.accept(shapes.get(shaped.shape()), shaped.row()))));
    }

    /** Whether no newer page, and none before on this one, had the record. */
    private static boolean isNew(RestList list, List<Shaped> record, Map<String, SeenKeys> seen) {
        String key = key(list, record);
        RowShape own = list.own();
        return own == null
                || key.isEmpty()
                || seen.computeIfAbsent(own.object(), any -> new SeenKeys()).add(key);
    }

    private static String key(RestList list, List<Shaped> record) {
        RowShape own = list.own();
        return own == null || record.isEmpty() ? "" : own.key(record.get(0).row());
    }

    /** The different texts of a column, in the order they were read. */
    List<String> texts(EachOf each) {
        Set<String> texts = new LinkedHashSet<>();
        rows(each.object(), (shape, row) -> {
            int index = shape.columns().indexOf(each.column());
            String text = index < 0 || !row.fault().isEmpty() ? null : row.cells()[index];
            if (text != null && !text.isBlank()) {
                texts.add(text.strip());
            }
        });
        return List.copyOf(texts);
    }

    /** How the last whole reading of a list went. */
    Standing standing(RestList list) {
        int index = lists.indexOf(list);
        for (Segment segment : newestFirst) {
            PageFile pages = segment.pages(index, seal);
            if (pages.exists() && (segment.isWhole(list) || status(pages) >= 400)) {
                return standing(pages, list);
            }
        }
        return new Standing(0, 0, -1);
    }

    private static int status(PageFile pages) {
        Page last = pages.last();
        return last == null ? 0 : last.status();
    }

    private static Standing standing(PageFile pages, RestList list) {
        SeenKeys seen = new SeenKeys();
        AtomicLong nameless = new AtomicLong();
        AtomicLong told = new AtomicLong(-1);
        AtomicInteger status = new AtomicInteger();
        pages.each(page -> {
            status.set(page.status());
            told.set(page.total() >= 0 ? page.total() : told.get());
            page.records().forEach(record -> {
                String key = key(list, record);
                if (key.isEmpty()) {
                    nameless.incrementAndGet();
                } else {
                    seen.add(key);
                }
            });
        });
        return new Standing(status.get(), seen.size() + nameless.get(), told.get());
    }
}
