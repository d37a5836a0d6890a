package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.FileFields;
import io.dragoman.model.FindRequest;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds files in Pipedrive. A file carries no text of ours, so it is known by what a list shows: its parents, its size and its name, which
 * together no two files of a migration share. Names are compared by their letters and digits, because nobody says how Pipedrive tidies them.
 */
final class FileTrail {
    /** With more parents than this, one list of all files is read instead of a list for each. */
    private static final int FEW = 3;

    private static final Map<String, String> LISTED =
            Map.of("person", "persons", "organization", "organizations", "deal", "deals", "product", "products");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final FileList files;
    private final Lately lately;

    FileTrail(FileList files, Lately lately) {
        this.files = files;
        this.lately = lately;
    }

    /** A file that was looked for, and what the looking cost. */
    record Sought(Optional<TargetId> id, int tokens) {}

    /** Every file uploaded lately; those that are none of the wanted have an empty mark. */
    Iterator<Trace> follow(TraceRequest asked) {
        List<TargetRecord> wanted =
                StreamSupport.stream(asked.wanted().spliterator(), false).toList();
        return latest("traces", asked.since())
                .map(row -> new Trace(
                        wanted.stream()
                                .filter(record -> shows(row, record))
                                .findFirst()
                                .map(TargetRecord::mark)
                                .orElse(""),
                        id(row)))
                .iterator();
    }

    /** Source key to id for the wanted files that are there; of two that look the same the older one. */
    Map<String, TargetId> find(FindRequest request) {
        Map<String, TargetId> found = new HashMap<>();
        rows(request)
                .filter(row -> !isBefore(row, request.since()))
                .forEach(row -> request.wanted().stream()
                        .filter(record -> shows(row, record))
                        .forEach(record -> found.merge(record.key(), id(row), FileTrail::older)));
        return found;
    }

    /** A file that looks as wanted beside another one that is to go. */
    Sought beside(String port, TargetRecord record, TargetId other) {
        Set<String> lists = lists(List.of(record));
        String list = lists.isEmpty() ? Kind.FILE.path() : lists.iterator().next();
        Optional<TargetId> found = StreamSupport.stream(files.walk(port, list).spliterator(), false)
                .takeWhile(FileList.whileNot(row -> !isAfter(id(row), other)))
                .filter(row -> isAfter(id(row), other) && shows(row, record))
                .map(FileTrail::id)
                .findFirst();
        return new Sought(found, Costs.of("GET", list));
    }

    private Stream<JsonNode> rows(FindRequest request) {
        Set<String> lists = lists(request.wanted());
        boolean all = request.wanted().stream()
                .allMatch(record -> lists(List.of(record)).size() > 0);
        if (!all || lists.size() > FEW) {
            return latest("find", request.since());
        }
        return lists.stream()
                .flatMap(list -> StreamSupport.stream(files.walk("find", list).spliterator(), false));
    }

    private Stream<JsonNode> latest(String port, Instant since) {
        return StreamSupport.stream(files.walk(port, Kind.FILE.path()).spliterator(), false)
                .takeWhile(FileList.whileNot(row -> isBefore(row, since)))
                .filter(row -> !isBefore(row, since));
    }

    /** For each record the list of one of its parents; nothing for a parent whose files Pipedrive does not list. */
    private static Set<String> lists(List<TargetRecord> records) {
        Set<String> lists = new TreeSet<>();
        for (TargetRecord record : records) {
            FileFields.parents(record).entrySet().stream()
                    .filter(parent -> LISTED.containsKey(parent.getKey()))
                    .findFirst()
                    .ifPresent(parent -> lists.add("/api/v1/" + LISTED.get(parent.getKey()) + "/"
                            + parent.getValue().value() + "/files"));
        }
        return lists;
    }

    private static boolean shows(JsonNode row, TargetRecord record) {
        boolean parents = FileFields.parents(record).entrySet().stream()
                .allMatch(parent -> parent.getValue()
                        .value()
                        .equals(row.path(FileRequests.KEYS.get(parent.getKey())).asText()));
        boolean size =
                !row.path("file_size").isNumber() || row.path("file_size").asLong() == FileFields.size(record);
        return parents && size && bare(row.path("name").asText()).equals(bare(FileRequests.name(record)));
    }

    private static String bare(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether a file was there before; one whose time cannot be read is taken for new. */
    private boolean isBefore(JsonNode row, Instant since) {
        try {
            return LocalDateTime.parse(row.path("add_time").asText(), TIME)
                    .toInstant(ZoneOffset.UTC)
                    .isBefore(lately.byServer(since));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static TargetId id(JsonNode row) {
        return new TargetId(row.path("id").asText());
    }

    private static TargetId older(TargetId one, TargetId other) {
        return isAfter(one, other) ? other : one;
    }

    /** Ids grow. */
    private static boolean isAfter(TargetId one, TargetId other) {
        return Long.parseLong(one.value()) > Long.parseLong(other.value());
    }
}
