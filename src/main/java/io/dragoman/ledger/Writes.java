package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dragoman.model.Problem;
import io.dragoman.model.Receipt;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes of the target: each is an intent on disk before its request leaves, and closed once its fate is sure. Safe
 * for use by several threads; every method returns when its change is on disk, or throws {@link RunProblem}
 * {@code ledger-not-writable}.
 */
public final class Writes {
    private final Desk desk;
    private final Runs runs;
    private final LineageRows lineages;
    private final WriteRows rows;
    private final OpenIntents open;

    Writes(Desk desk, Runs runs, LineageRows lineages, OpenIntents open) {
        this.desk = desk;
        this.runs = runs;
        this.lineages = lineages;
        this.open = open;
        rows = new WriteRows(desk);
        rows.open(null)
                .forEach(left -> open.found(
                        new Spot(left.text().mapping(), left.text().key()),
                        left.text().id(),
                        left.closing().attempts()));
    }

    /**
     * Puts a change on disk before it is sent.
     *
     * @param run that wants it
     * @param write with every link resolved; an update and a delete name their target
     * @param fingerprint of the source record it is made from
     * @param before what the target holds now, for the way back; null when that is nothing or not known
     * @throws RecordProblem {@code intent-open} while an earlier write of the same record has no receipt;
     *     {@code already-settled} for a create of a record that is in the target; {@code key-unusable}
     */
    public Intent intend(String run, TargetWrite write, String fingerprint, @Nullable TargetRecord before) {
        if ((write.targetId() == null) != (write.verb() == TargetWrite.Verb.CREATE)) {
            throw new IllegalArgumentException("an update and a delete name their target, a create names none");
        }
        runs.id(run);
        TargetRecord record = write.record();
        Spot spot = new Spot(record.mapping(), record.key()).checked();
        byte[] request = RecordJson.write(write);
        String sealedBefore = before == null ? null : desk.key().seal(RecordJson.write(before));
        open.claim(spot);
        try {
            LineageRows.Known known = lineages.known(spot);
            if (write.verb() == TargetWrite.Verb.CREATE && known != null && known.ownTarget()) {
                throw LedgerProblems.record(
                        "already-settled",
                        spot,
                        "The record is in the target already, so it cannot be created. Update it, or roll it back first.");
            }
            WriteText draft = new WriteText(
                    0,
                    known == null ? 0 : known.id(),
                    Runs.number(run),
                    spot.mapping(),
                    spot.key(),
                    record.kind(),
                    write.verb().name(),
                    fingerprint,
                    desk.key().hmac(new String(request, UTF_8)),
                    desk.key().seal(request),
                    sealedBefore,
                    desk.now());
            WriteText text = desk.writer().write(pen -> rows.insert(pen, draft, write.targetId()));
            open.opened(spot, text.id());
            return new Intent(text, write, before);
        } catch (RuntimeException e) {
            open.release(spot);
            throw e;
        }
    }

    /**
     * Closes an intent that was carried out: receipt and lineage in one commit. After a create the record is in the
     * target and ours; after an update it is what was written, and adopted when the ledger did not know it; after it
     * was restored, or a delete of its target, it is there no more, nor are the records joined to it. A delete of another copy leaves the
     * lineage as it is.
     *
     * @throws IllegalStateException when the intent is closed already
     */
    public void settle(Intent intent, Receipt receipt) {
        WriteText text = intent.text();
        LineageRows.Known known = lineages.known(intent.spot());
        boolean inTarget = known != null && known.ownTarget();
        close(
                intent,
                receipt,
                Outcome.SETTLED,
                null,
                imprint(intent, receipt, known),
                pen -> lineages.settle(pen, text, intent.write(), receipt.id(), inTarget));
    }

    /** Closes an intent that surely was not carried out; the record is as it was before. */
    public void notSent(Intent intent) {
        close(intent, null, Outcome.NOT_SENT, null, null, pen -> {});
    }

    /** Closes an intent that the target refused; the problem's code is kept. */
    public void refused(Intent intent, Problem problem) {
        close(intent, null, Outcome.REFUSED, problem.code(), null, pen -> {});
    }

    /** Counts that an open intent is sent once more. */
    public void resent(Intent intent) {
        int attempts = open.again(intent);
        desk.writer().write(pen -> {
            pen.add(Line.RESENT, attempts, intent.id());
            return attempts;
        });
    }

    /** Whether an open intent was sent more than once, so that an earlier request of it may still have arrived. */
    public boolean wasResent(Intent intent) {
        return open.attempts(intent) > 1;
    }

    /**
     * Every intent without a receipt, the oldest first: those a crash left, and those on their way just now.
     *
     * @param mapping null for all
     */
    public List<Intent> open(@Nullable String mapping) {
        return rows.open(mapping).stream().map(rows::intent).toList();
    }

    /** The writes of one record, the oldest first; empty when there are none. */
    public List<WriteRow> of(String mapping, String key) {
        return rows.of(new Spot(mapping, key));
    }

    /**
     * Source keys of the records of a mapping, made between two places in the order of making, of which an answer ever said
     * that a field came back other than it was sent.
     */
    public Set<String> differed(String mapping, long fromOrder, long toOrder) {
        return rows.differed(mapping, fromOrder, toOrder);
    }

    /** Hands every write of a run to a reader, the oldest first, without holding them all. */
    public void forEach(String run, Consumer<WriteRow> reader) {
        rows.of(Runs.number(run), runs.id(run)).forEachRemaining(reader);
    }

    /**
     * Hands every settled create to a reader, and every settled change that was sent more than once, which may have made something too;
     * the oldest first, without holding them all.
     *
     * @param after only those of later runs than this one; null for all
     */
    public void made(@Nullable String after, Consumer<WriteRow> reader) {
        Iterator<WriteRow> rowsAfter =
                after == null ? rows.after(0, 0) : rows.after(Runs.number(after), runs.id(after));
        rowsAfter.forEachRemaining(row -> {
            // Told in SQL, this would make HSQLDB go through the index of states for each page.
            boolean makes = row.verb() == TargetWrite.Verb.CREATE
                    || row.verb() == TargetWrite.Verb.UPDATE && row.attempts() > 1;
            if (makes && row.outcome() == Outcome.SETTLED) {
                reader.accept(row);
            }
        });
    }

    /** Whether the audit log is still as it was written, with nothing missing. Reads all of it. */
    public boolean chainHolds() {
        return new AuditLog(desk).firstWrong().isEmpty();
    }

    private @Nullable Imprint imprint(Intent intent, Receipt receipt, LineageRows.@Nullable Known known) {
        TargetWrite.Verb verb = intent.write().verb();
        if (verb == TargetWrite.Verb.DELETE || verb == TargetWrite.Verb.RESTORE) {
            return null; // it is no longer ours to compare
        }
        Imprint before = null;
        if (verb == TargetWrite.Verb.UPDATE && known != null && known.ownTarget()) {
            before = lineages.imprint(known, intent.spot());
        }
        return Imprint.after(verb, before, receipt.held(), desk.key(), intent.spot());
    }

    private void close(
            Intent intent,
            @Nullable Receipt receipt,
            Outcome outcome,
            @Nullable String code,
            @Nullable Imprint imprint,
            LineageChange lineage) {
        int attempts = open.closing(intent);
        TargetId target = receipt == null ? intent.write().targetId() : receipt.id();
        Closing closing = new Closing(
                outcome,
                attempts,
                target == null ? null : target.value(),
                code,
                desk.now(),
                receipt == null ? 0 : receipt.tokens(),
                RecordJson.names(receipt == null ? Set.of() : receipt.differences()),
                imprint == null ? null : imprint.json());
        long run = runs.id(intent.run());
        try {
            desk.writer().write(pen -> {
                Chain.Link link = rows.close(pen, intent.text(), closing);
                lineage.write(pen);
                pen.tally().run(run, closing.tokens());
                return link;
            });
        } catch (RuntimeException e) {
            open.reopen(intent, attempts);
            throw e;
        }
        open.release(intent.spot());
    }

    /** What closing a write does to the lineage, in the same commit. */
    private interface LineageChange {
        void write(Pen pen) throws SQLException;
    }
}
