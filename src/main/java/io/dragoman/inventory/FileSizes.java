package io.dragoman.inventory;

import io.dragoman.model.ContentProblem;
import io.dragoman.staging.Census;
import io.dragoman.staging.Topic;
import io.dragoman.staging.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Walks over the files that an object names and weighs them. For one thread. */
final class FileSizes {
    private final Judgement judgement;
    private final Topic topic;
    private final boolean travel;
    private final List<String> content;
    private final Long[] bySize = new Long[FileCount.LIMITS.size() + 1];
    private final Map<String, Long> troubles = new TreeMap<>();
    private long files;
    private long bytes;
    private long unknown;
    private long tooLarge;
    private long noDigest;
    private long noPlace;

    private FileSizes(Topic topic, Judgement judgement) {
        this.topic = topic;
        this.judgement = judgement;
        this.travel = topic.kind() == Topic.Kind.ATTACHMENTS;
        this.content = topic.columns(travel ? "content" : "archive");
        java.util.Arrays.fill(bySize, 0L);
    }

    static FileCount of(Census census, Topic topic, Judgement judgement, AtomicLong walked) {
        FileSizes sizes = new FileSizes(topic, judgement);
        List<String> columns = new ArrayList<>(sizes.content);
        columns.addAll(topic.columns("size"));
        columns.addAll(topic.columns("sha256"));
        try (Walk walk = census.walk(topic.object(), columns)) {
            while (walk.hasNext()) {
                sizes.add(walk.next());
                walked.incrementAndGet();
            }
        }
        return sizes.result();
    }

    private void add(Walk.Step row) {
        files++;
        String where = row.cells().subList(0, content.size()).stream()
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElse("");
        int at = content.size();
        OptionalLong told = topic.columns("size").isEmpty()
                ? OptionalLong.empty()
                : number(row.cell(at++).orElse(""));
        boolean digest = !topic.columns("sha256").isEmpty() && row.cell(at).isPresent();
        noDigest += digest ? 0 : 1;
        if (travel) {
            weigh(found(where, told));
        } else {
            noPlace += where.isEmpty() ? 1 : 0;
            weigh(told);
        }
    }

    /** What lies in the export counts, and else what the source tells. */
    private OptionalLong found(String where, OptionalLong told) {
        if (where.isEmpty()) {
            troubles.merge("file-not-named", 1L, Long::sum);
            return told;
        }
        try {
            OptionalLong size = judgement.files().size(where);
            if (size.isPresent() && size.getAsLong() == 0) {
                troubles.merge("file-empty", 1L, Long::sum);
            }
            return size.isPresent() ? size : told;
        } catch (ContentProblem e) {
            troubles.merge(e.code(), 1L, Long::sum);
            return told;
        }
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private void weigh(OptionalLong size) {
        if (size.isEmpty()) {
            unknown++;
            return;
        }
        bytes += size.getAsLong();
        tooLarge += travel && size.getAsLong() > judgement.largestFile() ? 1 : 0;
        int slot = 0;
        while (slot < FileCount.LIMITS.size() && size.getAsLong() > FileCount.LIMITS.get(slot)) {
            slot++;
        }
        bySize[slot]++;
    }

    private FileCount result() {
        return new FileCount(
                topic.object(), travel, files, bytes, unknown, List.of(bySize), tooLarge, troubles, noDigest, noPlace);
    }
}
