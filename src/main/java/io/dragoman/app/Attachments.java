package io.dragoman.app;

import io.dragoman.content.Contents;
import io.dragoman.content.FileNames;
import io.dragoman.content.Measured;
import io.dragoman.content.Measuring;
import io.dragoman.ledger.FileLineages.Holder;
import io.dragoman.ledger.FileMarks;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.model.ContentProblem;
import io.dragoman.model.FileFields;
import io.dragoman.model.Mapping;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetRecord;
import io.dragoman.run.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Looks at the files that records name, before anything is written of them. Called by the routes. */
public final class Attachments {
    private static final int MARK = 6;

    private final Ledger ledger;
    private final Contents contents;
    private final Policy policy;
    private final Measuring measuring;
    private final Claims looks = new Claims();

    /** @param largest bytes a file may have */
    Attachments(Ledger ledger, Contents contents, Policy policy, long largest) {
        this.policy = policy;
        this.ledger = ledger;
        this.contents = contents;
        this.measuring = new Measuring(contents, largest);
    }

    /** Forgets what the phase before has seen. */
    void begin() {
        looks.clear();
    }

    /**
     * A file with its size, digest and type, and with a name that is safe and unlike that of any file it could be mistaken for. Every other
     * record, and a file that lacks what it needs, as it is. A file whose place, size and time are as they were when it was written is not read again.
     *
     * @throws RecordProblem when its bytes cannot be had, or are too many
     */
    public TargetRecord measure(TargetRecord record, Phase phase) {
        if (!FileFields.isFile(record)
                || !(record.fields().get(FileFields.CONTENT) instanceof String where)
                || FileFields.parents(record).isEmpty()) {
            return record;
        }
        try {
            Map<String, Object> fields = new LinkedHashMap<>(record.fields());
            Optional<TargetRecord> made = made(record, phase);
            measure(fields, where, made.orElse(null));
            if (phase.writes()
                    && made.isPresent()
                    && !Objects.equals(made.get().fields().get(FileFields.SHA256), fields.get(FileFields.SHA256))) {
                ledger.files().handOver(phase.run(), record.mapping(), record.key());
            }
            return unlike(record.withFields(fields), phase, made.isPresent());
        } catch (ContentProblem e) {
            throw problem(e.code(), e.advice(), record, phase.mapping());
        }
    }

    private Optional<TargetRecord> made(TargetRecord record, Phase phase) {
        return phase.unknown().contains(record.mapping())
                ? Optional.empty()
                : ledger.lineages().find(record.mapping(), record.key()).flatMap(Lineage::made);
    }

    private void measure(Map<String, Object> fields, String where, @Nullable TargetRecord made) throws ContentProblem {
        OptionalLong told = Contents.told(where);
        if (told.isPresent()) {
            measuring.checked(told.getAsLong()); // before anything is fetched
        }
        Optional<Contents.Stamp> stamp = contents.stamp(where);
        if (stamp.isPresent()) {
            measuring.checked(stamp.get().size());
            fields.put(FileFields.MODIFIED, stamp.get().modified());
        }
        String name = FileNames.lastPart(where);
        if (made != null && isAsBefore(made.fields(), where, stamp)) {
            for (String field : new String[] {FileFields.SIZE, FileFields.SHA256, FileFields.MEDIA_TYPE}) {
                fields.put(field, made.fields().get(field));
            }
            return;
        }
        Measured measured = measuring.measure(where, name);
        if (told.isPresent() && told.getAsLong() != measured.size()) {
            throw new ContentProblem(
                    "file-size-differs",
                    "It came with " + measured.size() + " bytes, and the source tells of " + told.getAsLong()
                            + ". Replay later; if it stays so, look at the file there.");
        }
        fields.put(FileFields.SIZE, BigDecimal.valueOf(measured.size()));
        fields.put(FileFields.SHA256, measured.sha256());
        fields.put(FileFields.MEDIA_TYPE, measured.mediaType());
    }

    private static boolean isAsBefore(Map<String, Object> made, String where, Optional<Contents.Stamp> stamp) {
        if (!where.equals(made.get(FileFields.CONTENT)) || Contents.isSheet(where)) {
            return false;
        }
        return stamp.isEmpty()
                || made.get(FileFields.SIZE) instanceof BigDecimal size
                        && size.longValueExact() == stamp.get().size()
                        && made.get(FileFields.MODIFIED) instanceof Instant modified
                        && modified.equals(stamp.get().modified());
    }

    /** Another file of the same look under the same parents would be taken for this one after a lost answer. */
    private TargetRecord unlike(TargetRecord record, Phase phase, boolean hasOwn) {
        TargetRecord named =
                named(record, FileNames.clean(name(record, phase.mapping()), text(record, FileFields.MEDIA_TYPE)));
        if (!phase.writes()) {
            return named;
        }
        return isFree(named, hasOwn)
                ? named
                : named(
                        named,
                        FileNames.marked(
                                text(named, FileFields.NAME),
                                text(record, FileFields.SHA256).substring(0, MARK)));
    }

    /** Twins do not take a look from each other: they are going to be one file, unless this record has one of its own. */
    private boolean isFree(TargetRecord record, boolean hasOwn) {
        FileMarks marks = ledger.files().marks(record);
        String key = record.mapping() + "/" + record.key();
        Optional<Holder> holder = ledger.files().withLook(marks);
        if (holder.isEmpty()) {
            return looks.claim(marks.look(), hasOwn ? key : marks.content());
        }
        return holder.get().equals(new Holder(record.mapping(), record.key()))
                || !hasOwn && holder.equals(ledger.files().withContent(marks));
    }

    /** A name the policy keeps back is not taken from the path instead. */
    private String name(TargetRecord record, Mapping mapping) {
        Object given = record.fields().get(FileFields.NAME);
        boolean withheld = mapping.rows().stream()
                .anyMatch(row -> row.target().equals(FileFields.NAME) && !policy.lets(row.phi()));
        if (given == null) {
            return withheld ? "" : FileNames.lastPart(text(record, FileFields.CONTENT));
        }
        return given.toString();
    }

    private static TargetRecord named(TargetRecord record, String name) {
        Map<String, Object> fields = new LinkedHashMap<>(record.fields());
        fields.put(FileFields.NAME, name);
        return record.withFields(fields);
    }

    private static String text(TargetRecord record, String field) {
        return String.valueOf(record.fields().get(field));
    }

    private static RecordProblem problem(String code, String advice, TargetRecord record, Mapping mapping) {
        String place = mapping.rows().stream()
                .filter(row -> row.target().equals(FileFields.CONTENT))
                .map(row -> row.place().toString())
                .findFirst()
                .orElse(mapping.place().toString());
        return new RecordProblem(new Problem(
                code, place + " \"" + FileFields.CONTENT + "\" " + mapping.from() + " " + record.key(), advice));
    }
}
