package io.dragoman.run;

import io.dragoman.ledger.Intent;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Quarantine;
import io.dragoman.ledger.Writes;
import io.dragoman.model.Fate;
import io.dragoman.model.FileFields;
import io.dragoman.model.FindRequest;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.Problem;
import io.dragoman.model.Receipt;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetWrite.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles intents that have no receipt: asks the target once for all of them, settles what arrived, and sends again what
 * did not. Only a create needs the question; an update or a delete does the same thing twice.
 */
public final class Doubts {
    private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);
    private static final int ROUNDS = 20;

    private final Writes writes;
    private final Quarantine quarantine;
    private final Target target;
    private final Set<String> inParts;
    private final Duration margin;
    private final Duration perMegabyte;

    /**
     * Doubts about one target.
     *
     * @param inParts target kinds of which one record may be several in the target, or is made anew when it changes
     * @param margin how long after its intent a request can still arrive
     * @param perMegabyte how much longer for each million bytes of a file
     */
    public Doubts(Ledger ledger, Target target, Set<String> inParts, Duration margin, Duration perMegabyte) {
        this.perMegabyte = perMegabyte;
        this.writes = ledger.writes();
        this.quarantine = ledger.quarantine();
        this.target = target;
        this.inParts = Set.copyOf(inParts);
        this.margin = margin;
    }

    /**
     * Settles every open intent of the phase's mapping, and counts each as created or updated.
     *
     * @return how many there were
     * @throws RunProblem when answers keep getting lost
     */
    public long settle(Phase phase) {
        String mapping = phase.mapping().name();
        long settled = 0;
        for (int round = 0; !phase.stop().asked(); round++) {
            List<Intent> open = writes.open(mapping);
            if (open.isEmpty()) {
                return settled;
            }
            mustEnd(round, phase, open);
            LOG.info("{}: {} writes without an answer; asking the target", mapping, open.size());
            settled += open.size();
            awaitArrival(open);
            send(phase, open);
        }
        return settled;
    }

    /**
     * Closes the open intents of the phase's mapping without sending anything: a create that arrived is settled, so that it
     * can be taken back; a change that is about to be taken back counts as arrived, because putting back what was there
     * does no harm; everything else is as if it had never been sent. Only what is written in parts is brought to its end first:
     * a change that may have made other parts, and a delete that took some of them, or the parts would count as somebody's work.
     *
     * @param run that is taken back, adoptions of others stay open; null for all
     * @throws RunProblem when answers keep getting lost
     */
    public void giveUp(Phase phase, @Nullable String run) {
        for (int round = 0; ; round++) {
            List<Intent> open = writes.open(phase.mapping().name()).stream()
                    .filter(intent -> intent.write().verb() != Verb.ADOPT || isTakenBack(intent, run))
                    .toList();
            if (open.isEmpty() || phase.stop().asked()) {
                return;
            }
            mustEnd(round, phase, open);
            awaitArrival(open);
            target.send(phase, close(phase.mapping().targetKind(), open, run).iterator());
        }
    }

    /** Closes what can be, and gives what has to be sent again. */
    private List<Intent> close(String kind, List<Intent> open, @Nullable String run) {
        Map<String, TargetId> found = find(kind, creates(open));
        List<Intent> again = new ArrayList<>();
        for (Intent intent : open) {
            boolean isTakenBack = isTakenBack(intent, run);
            TargetId id = isTakenBack ? intent.write().targetId() : found.get(intent.key());
            if (inParts.contains(kind) && (isTakenBack || isHalfGone(kind, intent))) {
                writes.resent(intent);
                again.add(intent);
            } else if (id == null) {
                writes.notSent(intent);
            } else {
                writes.settle(intent, new Receipt(id, 0, Set.of()));
            }
        }
        return again;
    }

    private boolean isHalfGone(String kind, Intent intent) {
        TargetId id = intent.write().targetId();
        if (intent.write().verb() != Verb.DELETE || id == null || id.alone().size() == 1) {
            return false;
        }
        Set<TargetId> parts = Set.copyOf(id.alone());
        Set<TargetId> there = new HashSet<>();
        target.held(HeldRequest.all(kind).of(parts)).forEachRemaining(part -> there.add(part.id()));
        return !there.isEmpty() && there.size() < parts.size();
    }

    private static boolean isTakenBack(Intent intent, @Nullable String run) {
        Verb verb = intent.write().verb();
        return (verb == Verb.ADOPT || verb == Verb.UPDATE)
                && (run == null || intent.run().equals(run));
    }

    private static List<Intent> creates(List<Intent> open) {
        return open.stream()
                .filter(intent -> intent.write().verb() == Verb.CREATE)
                .toList();
    }

    private static void mustEnd(int round, Phase phase, List<Intent> open) {
        if (round == ROUNDS) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "answers-keep-getting-lost",
                            phase.mapping().name(),
                            open.size() + " writes have no answer after " + ROUNDS
                                    + " rounds. Look at the connection to the target, then run again."));
        }
    }

    private void send(Phase phase, List<Intent> open) {
        Map<String, TargetId> found = find(phase.mapping().targetKind(), creates(open));
        List<Intent> again = new ArrayList<>();
        for (Intent intent : open) {
            TargetId id = intent.write().verb() == Verb.CREATE ? found.get(intent.key()) : null;
            if (id == null) {
                again.add(intent);
            } else {
                writes.settle(intent, new Receipt(id, 0, Set.of()));
                phase.tally().count(Fate.CREATED);
                if (phase.setAsideBefore().contains(intent.key())) {
                    quarantine.resolve(intent.mapping(), intent.key(), phase.run());
                }
            }
        }
        again.forEach(writes::resent);
        target.send(phase, again.iterator());
    }

    private Map<String, TargetId> find(String kind, List<Intent> creates) {
        if (creates.isEmpty()) {
            return Map.of();
        }
        Instant since =
                creates.stream().map(Intent::at).min(Comparator.naturalOrder()).orElseThrow();
        return target.find(new FindRequest(
                kind,
                since,
                creates.stream().map(intent -> intent.write().record()).toList()));
    }

    /** Returns when nothing of these can arrive any more; at once when there are none. */
    public void awaitArrival(List<Intent> open) {
        if (open.isEmpty()) {
            return;
        }
        Instant until = open.stream()
                .map(this::arrivedBy)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration longest = open.stream()
                .map(intent -> Duration.between(intent.at(), arrivedBy(intent)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration left = Duration.between(Instant.now(), until);
        if (!left.isNegative() && !left.isZero()) {
            try {
                // a clock that was set back would make this wait for hours
                Thread.sleep(left.compareTo(longest) > 0 ? longest.toMillis() : left.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Instant arrivedBy(Intent intent) {
        long megabytes = FileFields.size(intent.write().record()) / 1_000_000;
        return intent.at().plus(margin).plus(perMegabyte.multipliedBy(megabytes));
    }
}
