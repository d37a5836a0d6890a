package io.dragoman.systems.rest;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read of an API, kept on disk from verb to verb: pages that are missing are asked for one after the other, pages that are there
 * never again while the reading is young. For one thread.
 */
public final class Extraction {
    private final RestSettings settings;
    private final Seal seal;
    private final BooleanSupplier stop;
    private final Progress progress;
    private final Segments segments;
    private @Nullable Segment open;
    private @Nullable Series series;
    private int list;
    private boolean isAsked;
    private long read;

    /** Told after each page how far the reading is. */
    public interface Progress {
        /** @param records of the list, or rows of the object, so far */
        void read(String name, long records);
    }

    Extraction(RestSettings settings, Seal seal, BooleanSupplier stop, Progress progress) {
        this.settings = settings;
        this.seal = seal;
        this.stop = stop;
        this.progress = progress;
        this.segments = new Segments(settings);
    }

    /** The next reading begins with what changed at the source, however young the last one is. */
    public void askChanges() {
        segments.askChanges();
    }

    /**
     * The pages to ask for. Each is known only when the one before is kept, so what comes last is no page but
     * {@link PageRequest#isPage() nothing}.
     */
    public Iterator<PageRequest> pages() {
        segments.look();
        return new Iterator<>() {
            private boolean isOver;

            @Override
            public boolean hasNext() {
                return !isOver;
            }

            @Override
            public PageRequest next() {
                if (isOver) {
                    throw new NoSuchElementException();
                }
                PageRequest request = following();
                isOver = !request.isPage();
                return request;
            }
        };
    }

    private PageRequest following() {
        if (isAsked) { // a page that failed is not followed by others; whoever walks on only tidies up
            return PageRequest.NONE;
        }
        if (stop.getAsBoolean()) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "stopped",
                            settings.name(),
                            "The reading was stopped. Its pages stay; run the verb again."));
        }
        while (series == null || series.isOver()) {
            if (!openNext()) {
                return PageRequest.NONE;
            }
        }
        isAsked = true;
        return series.request();
    }

    /** Opens the next list, of the next reading where all are read; false when nothing is left. */
    private boolean openNext() {
        List<RestList> lists = settings.system().lists();
        list = series == null ? 0 : list + 1;
        if (open == null || list == lists.size()) {
            if (open != null) {
                segments.end(open, seal);
            }
            open = segments.open();
            list = 0;
        }
        series = open == null ? null : series(open, lists.get(list));
        return open != null;
    }

    private Series series(Segment segment, RestList of) {
        RestList.EachOf each = of.each();
        List<String> keys = each == null ? List.of() : new Picture(settings, segments.picture(), seal).texts(each);
        read = 0;
        return new Series(settings, segment, of, segment.pages(list, seal), keys);
    }

    /** Keeps the page that was asked for last. */
    public void keep(Answer answer) {
        Series at = Objects.requireNonNull(series);
        read += at.keep(answer);
        isAsked = false;
        progress.read(at.list().name(), read);
    }

    /** When the youngest reading began; empty when there is none. */
    Optional<Instant> began() {
        List<Segment> picture = segments.picture();
        return picture.isEmpty()
                ? Optional.empty()
                : Optional.of(picture.get(picture.size() - 1).began());
    }

    /** What is kept, as one picture of the source. */
    Picture picture() {
        return new Picture(settings, segments.picture(), seal);
    }
}
