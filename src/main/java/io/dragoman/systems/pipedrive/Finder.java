package io.dragoman.systems.pipedrive;

import io.dragoman.model.FindRequest;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TraceRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds records whose answers were lost, among the traces of what changed lately. Of two records with one key the older one is
 * found. Thread-safe.
 */
public final class Finder {
    private final Tracer tracer;
    private final Notes notes;

    Finder(Tracer tracer, Notes notes) {
        this.tracer = tracer;
        this.notes = notes;
    }

    /** Source key to id for those that are there; the others were never written. */
    public Map<String, TargetId> find(FindRequest request) {
        if (Kind.of(request.kind()) == Kind.FILE) {
            return tracer.files().find(request);
        }
        Map<String, TargetId> found = new HashMap<>();
        request.wanted().stream()
                .collect(Collectors.groupingBy(TargetRecord::mapping, LinkedHashMap::new, Collectors.toList()))
                .forEach((mapping, wanted) -> {
                    Map<String, TargetRecord> byMark = wanted.stream()
                            .collect(Collectors.toMap(TargetRecord::mark, one -> one, (one, same) -> one));
                    tracer.traces(new TraceRequest(request.kind(), mapping, keptIn(wanted), request.since(), wanted))
                            .forEachRemaining(trace -> {
                                TargetRecord one = byMark.get(trace.mark());
                                if (one != null && isWhole(one, trace.id())) {
                                    found.merge(one.key(), trace.id(), Finder::older);
                                }
                            });
                });
        return found;
    }

    /** The fields that hold the source key in every record wanted; nearly always one. */
    private static Set<String> keptIn(List<TargetRecord> wanted) {
        Set<String> fields = new TreeSet<>(wanted.get(0).customFields().keySet());
        wanted.forEach(record ->
                fields.removeIf(field -> !Objects.equals(record.customFields().get(field), record.keptAs())));
        return fields;
    }

    /** What has parts counts as found only when all of them are there; else it is written again, which replaces them. */
    private boolean isWhole(TargetRecord record, TargetId id) {
        return switch (Kind.of(record.kind())) {
            case DEAL_LINES ->
                Lines.dealOf(id).equals(Lines.deal(record))
                        && Lines.linesOf(id).size() == record.lines().size();
            case NOTE -> Notes.ids(id).size() == notes.parts(record);
            default -> true;
        };
    }

    /** Ids grow. */
    private static TargetId older(TargetId one, TargetId other) {
        int longer = Integer.compare(one.value().length(), other.value().length());
        return (longer == 0 ? one.value().compareTo(other.value()) : longer) <= 0 ? one : other;
    }
}
