package io.dragoman.ledger;

import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which source record became which target record. Only what is settled is seen here; a create without a receipt is an
 * open intent and nothing else. Safe for use by several threads.
 */
public final class Lineages {
    private final Desk desk;
    private final LineageRows rows;
    private final OpenIntents open;

    Lineages(Desk desk, LineageRows rows, OpenIntents open) {
        this.desk = desk;
        this.rows = rows;
        this.open = open;
    }

    public Optional<Lineage> find(String mapping, String key) {
        return rows.find(new Spot(mapping, key)).stream().findFirst();
    }

    /** The target record of a source record; for a joined one, the record it shares. */
    public Optional<TargetId> target(String mapping, String key) {
        LineageRows.Known known = rows.known(new Spot(mapping, key));
        return known == null || !known.inTarget()
                ? Optional.empty()
                : Optional.ofNullable(known.target()).map(TargetId::new);
    }

    /**
     * The source records that became this record of the target, or share it, what was made first comes first.
     *
     * @param kind target kind, without the system
     */
    public List<Lineage> of(String kind, TargetId target) {
        return rows.of(kind, target.value());
    }

    /** Whether the record is in the target and was last written from a source record with this fingerprint. */
    public boolean settledUnchanged(String mapping, String key, String fingerprint) {
        LineageRows.Known known = rows.known(new Spot(mapping, key));
        return known != null && known.inTarget() && fingerprint.equals(known.fingerprint());
    }

    /** Whether no record of this mapping is in the target. */
    public boolean isEmpty(String mapping) {
        return desk.reads()
                .first(
                        (rs, ctx) -> true,
                        "select id from lineage where migration = ? and mapping = ? and made_order > 0 limit 1",
                        desk.migration(),
                        mapping)
                .isEmpty();
    }

    /** Records of this mapping that are in the target, joined ones among them. */
    public long count(String mapping) {
        return desk.reads()
                .number(
                        "select count(*) from lineage where migration = ? and mapping = ? and made_order > 0",
                        desk.migration(),
                        mapping);
    }

    /** Target records of this mapping that this run made, or all runs when it is null; joined ones share and are not counted. */
    public long made(String mapping, @Nullable String run) {
        String sql =
                "select count(*) from lineage where migration = ? and mapping = ? and made_order > 0 and leader is null";
        return run == null
                ? desk.reads().number(sql, desk.migration(), mapping)
                : desk.reads().number(sql + " and created_run = ?", desk.migration(), mapping, Runs.number(run));
    }

    /** As {@link #made}, only those the account had before us. */
    public long adopted(String mapping, @Nullable String run) {
        String sql = "select count(*) from lineage where migration = ? and mapping = ? and made_order > 0"
                + " and leader is null and not created_by_us";
        return run == null
                ? desk.reads().number(sql, desk.migration(), mapping)
                : desk.reads().number(sql + " and created_run = ?", desk.migration(), mapping, Runs.number(run));
    }

    /**
     * Remembers that a record, read again with other source values, is in the target as it should be. One that was
     * written with an empty fingerprint keeps it: it is to be looked at again by every run until it is written.
     */
    public void seen(String mapping, String key, String fingerprint) {
        LineageRows.Known known = rows.known(new Spot(mapping, key));
        if (known != null && known.inTarget() && !"".equals(known.fingerprint())) {
            desk.writer()
                    .write(pen -> pen.now("update lineage set fingerprint = ? where id = ?", fingerprint, known.id()));
        }
    }

    /** Keys of a mapping's records that are to be looked at again, such as those that name others which were not there yet. */
    public Set<String> toLookAt(String mapping) {
        return new HashSet<>(desk.reads()
                .list(
                        (rs, ctx) -> rs.getString(1),
                        "select source_key from lineage where migration = ? and mapping = ? and made_order > 0"
                                + " and fingerprint = ''",
                        desk.migration(),
                        mapping));
    }

    /** Has the next run look at a record again, whether or not its source values changed. */
    public void lookAgain(String mapping, String key) {
        LineageRows.Known known = rows.known(new Spot(mapping, key));
        if (known != null && known.inTarget()) {
            desk.writer().write(pen -> pen.now("update lineage set fingerprint = '' where id = ?", known.id()));
        }
    }

    /**
     * Records of a mapping that are in the target, what was made last comes first. Read page by page; settling or
     * forgetting a record while it is looked at does no harm.
     */
    public Iterator<Lineage> backwards(String mapping) {
        return new Paged<>(Long.MAX_VALUE, before -> rows.before(mapping, before), Lineage::order);
    }

    /** Which record is in the target, and whose it is there. @param order as {@link Lineage#order} */
    public record Place(long order, String key, boolean createdByUs, boolean joined) {}

    /** As {@link #backwards}, for those who only ask which records there are. */
    public Iterator<Place> places(String mapping) {
        return new Paged<>(Long.MAX_VALUE, before -> rows.placesBefore(mapping, before), Place::order);
    }

    /**
     * Hands every record of a mapping to a reader, what was made last comes first.
     *
     * @param run only those this run created, adopted or joined; null for all
     */
    public void forEach(String mapping, @Nullable String run, Consumer<Lineage> reader) {
        backwards(mapping).forEachRemaining(lineage -> {
            if (run == null || lineage.run().equals(run)) {
                reader.accept(lineage);
            }
        });
    }

    /**
     * Lets a source record share the target record of another one, which must be settled. Nothing is written to the
     * target, now or when it is forgotten.
     *
     * @throws RecordProblem {@code leader-missing} when the other one is not in the target; {@code already-settled} when
     *     this one has a target record of its own; {@code intent-open}; {@code key-unusable}
     */
    public void join(
            String run,
            String mapping,
            String key,
            String kind,
            String fingerprint,
            String leaderMapping,
            String leaderKey) {
        Spot spot = new Spot(mapping, key).checked();
        int number = Runs.number(run);
        open.claim(spot);
        try {
            LineageRows.Known leader = rows.known(new Spot(leaderMapping, leaderKey));
            LineageRows.Known known = rows.known(spot);
            if (leader == null || !leader.inTarget()) {
                throw LedgerProblems.record(
                        "leader-missing",
                        spot,
                        "The record it is the same as is not in the target. Mend that one first, then replay this one.");
            } else if (known != null && known.ownTarget()) {
                throw LedgerProblems.record(
                        "already-settled",
                        spot,
                        "It has a target record of its own, and the source now says it is the same as another."
                                + " Merge the two in the target, or roll this one back and run again.");
            }
            Instant now = desk.now();
            long first = leader.leader() == 0 ? leader.id() : leader.leader();
            desk.writer().write(pen -> {
                long id = known == null ? pen.id() : known.id();
                if (known == null) {
                    pen.add(Line.NEW_LINEAGE, id, desk.migration(), mapping, key, kind);
                }
                long order = pen.id();
                pen.add(
                        Line.JOINED,
                        kind,
                        leader.target(),
                        LineageRows.start(leader.target()),
                        fingerprint,
                        first,
                        number,
                        number,
                        order,
                        id);
                EventRows.add(
                        pen,
                        desk,
                        new Event("joined", now)
                                .in(number)
                                .of(spot)
                                .with(LogColumn.KIND, kind)
                                .with(LogColumn.TARGET, leader.target())
                                .with(LogColumn.NOTE, new Spot(leaderMapping, leaderKey).toString()));
                return order;
            });
        } finally {
            open.release(spot);
        }
    }

    /**
     * Takes a record out of the lineage without touching the target: a joined one at rollback, or one that somebody
     * deleted in the target. Those joined to it stay. Nothing happens when it is not there.
     */
    public void forget(String run, String mapping, String key) {
        int number = Runs.number(run);
        LineageRows.Known known = rows.known(new Spot(mapping, key));
        if (known != null && known.inTarget()) {
            Instant now = desk.now();
            desk.writer().write(pen -> {
                rows.forget(pen, known.id(), number);
                EventRows.add(
                        pen,
                        desk,
                        new Event("forgotten", now)
                                .in(number)
                                .of(new Spot(mapping, key))
                                .with(LogColumn.TARGET, known.target()));
                return known;
            });
        }
    }
}
