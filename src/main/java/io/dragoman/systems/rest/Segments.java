package io.dragoman.systems.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The readings of a source that are kept: one of everything, then those of what changed since. For one thread. */
final class Segments {
    /** The clocks of source and program may differ by so much. */
    private static final Duration OVERLAP = Duration.ofMinutes(15);

    private final RestSettings settings;
    private final Clock clock;
    private final String shape;
    private final List<Segment> segments = new ArrayList<>();
    private boolean asksChanges;

    Segments(RestSettings settings) {
        this.settings = settings;
        this.clock = settings.clock();
        this.shape = HexFormat.of()
                .formatHex(SeenKeys.sha256()
                        .digest((settings.base() + " " + settings.organization() + " "
                                        + settings.system().text())
                                .getBytes(StandardCharsets.UTF_8)));
    }

    /** A folder only its owner may enter. */
    static void make(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (IOException e) {
            throw PageFile.failed(e);
        }
    }

    /** Looks at what is kept. What was read for other columns, or elsewhere, is of no use any more and goes. */
    void look() {
        make(settings.folder());
        segments.clear();
        try (Stream<Path> folders = Files.list(settings.folder())) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                Optional<Segment> segment = Segment.in(folder);
                if (segment.isPresent() && segment.get().shape().equals(shape)) {
                    segments.add(segment.get());
                } else {
                    segment.orElseGet(() -> new Segment(folder, "", Instant.EPOCH, null, null))
                            .delete();
                }
            }
        } catch (IOException e) {
            throw PageFile.failed(e);
        }
    }

    /** The next look at what is there asks the source for what changed, however young the last reading is. */
    void askChanges() {
        asksChanges = true;
    }

    /** The readings that make one picture, the oldest first: one of everything, and all after it. */
    List<Segment> picture() {
        int from = 0;
        for (int i = 0; i < segments.size(); i++) {
            from = segments.get(i).isWhole() && segments.get(i).ended() != null ? i : from;
        }
        return List.copyOf(segments.subList(from, segments.size()));
    }

    /** The reading that has to go on or begin now; null when what is kept is as young as it has to be. */
    @Nullable
    Segment open() {
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null && last.ended() == null) {
            return last;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (last == null || ground().began().plus(settings.whole()).isBefore(now)) {
            return begin(now, null);
        }
        if (asksChanges || last.began().plus(settings.fresh()).isBefore(now)) {
            asksChanges = false;
            return begin(now, last.began().minus(OVERLAP));
        }
        return null;
    }

    private Segment ground() {
        return picture().get(0);
    }

    private Segment begin(Instant now, @Nullable Instant since) {
        int number = segments.isEmpty() ? 1 : number(segments.get(segments.size() - 1)) + 1;
        Path folder = settings.folder().resolve(String.format("%06d", number));
        make(folder);
        Segment segment = new Segment(folder, shape, now, since, null).kept();
        segments.add(segment);
        if (since == null) {
            asksChanges = false; // everything is more than what changed
        }
        return segment;
    }

    private static int number(Segment segment) {
        return Integer.parseInt(String.valueOf(segment.folder().getFileName()));
    }

    /** The open reading has all its pages; what it makes superfluous goes. */
    void end(Segment segment, Seal seal) {
        segments.set(segments.size() - 1, segment.end(clock.instant()));
        if (segment.isWhole()) {
            while (segments.size() > 1) {
                segments.remove(0).delete();
            }
            return;
        }
        List<RestList> lists = settings.system().lists();
        for (int list = 0; list < lists.size(); list++) {
            for (Segment older : segments.subList(0, segments.size() - 1)) {
                if (segment.isWhole(lists.get(list))) {
                    older.pages(list, seal).delete();
                }
            }
        }
    }
}
